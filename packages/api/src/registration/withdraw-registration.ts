import { type Event, type Registration, registrationById } from '@gavel/db'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import type { Services } from '../services.ts'
import { actOn } from './act.ts'
import { followGroup } from './follow-group.ts'
import { leaveEvent } from './leave-event.ts'
import { refused } from './refused.ts'
import { stands } from './standing.ts'

/**
 * Withdraws an entry that stands: it leaves pool or teams and gives its place back, and what was paid goes back by the event's rules, or wholly
 * where somebody else takes it out. A member of a group leaves their seat. Repeating it is harmless. The person is told where somebody else did it.
 * @param reason for the person; null where they withdrew themselves
 * @throws AppError REGISTRATION.IN_PLAY where it can no longer leave, REGISTRATION.REFUSED, AUCTION.UNAVAILABLE
 */
export const withdrawRegistration = async (
  services: Services,
  event: Event,
  { id }: Pick<Registration, 'id'>,
  { by, reason }: { by: string; reason: string | null },
): Promise<Registration> => {
  const found = await registrationById(services.mongo, id)
  if (!found) throw new AppError('REGISTRATION.NOT_FOUND')
  if (!stands(found.status)) return found
  const asOrganiser = reason !== null
  const command = found.memberOf
    ? ({ type: 'LeaveSeat', person: found.userId, by, asOrganiser } as const)
    : ({ type: 'Withdraw', by, asOrganiser } as const)
  const acted = await actOn(services, found.memberOf ?? id, command, found.memberOf ? {} : { reason })
  // Decided meanwhile: as good as withdrawn.
  if (acted.refusal && acted.refusal.code !== 'DECIDED') throw refused(acted.refusal, event.timeZone)
  if (found.memberOf) await followGroup(services, event, acted.registration, acted.entry)
  else
    await leaveEvent(services, acted.registration, by).catch((error: unknown) =>
      services.logger.warn(
        { err: error, registrationId: id },
        'A withdrawn entry has not left yet: the workers see to it',
      ),
    )
  const registration = await registrationById(services.mongo, id)
  if (!registration) throw new AppError('REGISTRATION.NOT_FOUND')
  if (reason !== null && acted.changed) await tellWithdrawn(services, event, registration, reason)
  return registration
}

const tellWithdrawn = (services: Services, event: Event, registration: Registration, reason: string): Promise<void> =>
  notify(services, {
    userIds: [registration.userId],
    kind: 'registration',
    key: `registration:${registration.id}:${registration.version}`,
    title: `You no longer take part in ${event.name}`,
    words: reason,
    href: `/events/${event.slug}`,
  })

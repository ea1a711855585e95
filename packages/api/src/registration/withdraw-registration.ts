import { changeRegistration, type Event, type Registration, registrationById } from '@gavel/db'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import { liveStateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { announce, announcement } from './announce.ts'
import { leaveEvent, whyItStays } from './leave-event.ts'
import { stands } from './standing.ts'

/** Somebody who keeps changing the same registration under us is asked to try again. */
const TRIES = 5

/**
 * Withdraws an entry that stands: it leaves pool or teams and gives its place back, at once or, where the auction cannot be reached now, by
 * the workers. Repeating it is harmless. The person is told where somebody else did it.
 * @param reason for the person; null where they withdrew themselves
 * @throws AppError REGISTRATION.IN_PLAY where it can no longer leave, AUCTION.UNAVAILABLE
 */
export const withdrawRegistration = async (
  services: Services,
  event: Event,
  { id }: Pick<Registration, 'id'>,
  { by, reason }: { by: string; reason: string | null },
): Promise<Registration> => {
  const { mongo, logger } = services
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const registration = await registrationById(mongo, id)
    if (!registration) throw new AppError('REGISTRATION.NOT_FOUND')
    if (!stands(registration.status)) return registration
    await refuseInPlay(services, event, registration)
    const nowMs = Date.now()
    const change = { status: 'withdrawn', reason } as const
    const changed = await changeRegistration(mongo, registration, change, announcement(nowMs), nowMs)
    if (!changed) continue
    const why = await leaveEvent(services, changed.registration, by).catch((error: unknown) => {
      logger.warn({ err: error, registrationId: id }, 'A withdrawn entry has not left yet: the workers see to it')
      return null
    })
    if (why !== null) throw new AppError('REGISTRATION.IN_PLAY', { reason: why })
    await services.reach.tell({ changed: [changed.registration.userId] })
    if (changed.message) await announce(services, id, changed.message)
    if (reason !== null) await tellWithdrawn(services, event, changed.registration, reason)
    return changed.registration
  }
  throw new AppError('AUCTION.UNAVAILABLE')
}

const refuseInPlay = async (services: Services, event: Event, registration: Registration): Promise<void> => {
  // Only these may be in the auction already.
  if (!event.auctionId || (registration.status !== 'confirmed' && registration.status !== 'pending')) return
  const reason = whyItStays(await liveStateOf(services, event.auctionId), registration)
  if (reason !== null) throw new AppError('REGISTRATION.IN_PLAY', { reason })
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

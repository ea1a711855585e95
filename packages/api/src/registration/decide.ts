import { changeRegistration, type Event, type Registration, registrationById } from '@gavel/db'
import { z } from 'zod'
import { notify } from '../inbox/notify.ts'
import type { Services } from '../services.ts'
import { eventProcedure } from '../trpc.ts'
import { announce, announcement } from './announce.ts'
import { leaveEvent } from './leave-event.ts'
import { isUndecided } from './standing.ts'

const ids = z.array(z.string().max(40)).min(1).max(500)
export const approveInput = z.object({ ids })
export const rejectInput = z.object({ ids, reason: z.string().trim().min(1).max(500) })

/** Somebody who keeps changing the same registration under us keeps it as it is. */
const TRIES = 5

/**
 * Lets people in who are not in yet. Whoever waits for a place comes in without being asked again once there is one. Answers the ids of the
 * entries that this changed: what was decided before, and what is of another event, stays as it is.
 */
export const approve = eventProcedure('registration.decide')
  .input(approveInput)
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<{ approved: string[] }> => {
    const approvedBy = actor.userId ?? 'system'
    const approved = await decideEach(services, event, input.ids, (registration) => {
      if (registration.approvedBy !== null && registration.status !== 'awaiting') return null
      return registration.status === 'awaiting' ? { status: 'pending', reason: null, approvedBy } : { approvedBy }
    })
    return { approved: approved.map(({ id }) => id) }
  })

/** Turns people away who are not in yet, with a reason that they are told. Answers as {@link approve}. */
export const reject = eventProcedure('registration.decide')
  .input(rejectInput)
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<{ rejected: string[] }> => {
    const rejected = await rejectEach(services, event, input.ids, {
      by: actor.userId ?? 'system',
      reason: input.reason,
      title: `Your entry for ${event.name} was not accepted`,
    })
    return { rejected }
  })

/** Rejects every entry among these that is undecided, and tells its person. @returns the ids of those that this changed */
export const rejectEach = async (
  services: Services,
  event: Event,
  entries: readonly string[],
  { by, reason, title }: { by: string; reason: string; title: string },
): Promise<string[]> => {
  const rejected = await decideEach(services, event, entries, () => ({ status: 'rejected', reason }))
  for (const registration of rejected) {
    // The workers are told too: they finish what fails here.
    await leaveEvent(services, registration, by).catch((error: unknown) =>
      services.logger.warn({ err: error, registrationId: registration.id }, 'A rejected entry has not left yet'),
    )
    await notify(services, {
      userIds: [registration.userId],
      kind: 'registration',
      key: `registration:${registration.id}:${registration.version}`,
      title,
      words: reason,
      href: `/events/${event.slug}`,
    })
  }
  return rejected.map(({ id }) => id)
}

type Change = Partial<Pick<Registration, 'status' | 'reason' | 'approvedBy'>>

/** Changes each undecided entry of the event, and announces it. `change` answers null where nothing is to be changed. */
const decideEach = async (
  services: Services,
  event: Event,
  entries: readonly string[],
  change: (registration: Registration) => Change | null,
): Promise<Registration[]> => {
  const changed: Registration[] = []
  for (const id of new Set(entries)) {
    const registration = await decideOne(services, event, id, change)
    if (registration) changed.push(registration)
  }
  return changed
}

const decideOne = async (
  services: Services,
  event: Event,
  id: string,
  change: (registration: Registration) => Change | null,
): Promise<Registration | null> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const registration = await registrationById(services.mongo, id)
    if (registration?.eventId !== event.id || !isUndecided(registration.status)) return null
    const wanted = change(registration)
    if (wanted === null) return null
    const nowMs = Date.now()
    const done = await changeRegistration(services.mongo, registration, wanted, announcement(nowMs), nowMs)
    if (!done?.message) continue
    await announce(services, id, done.message)
    return done.registration
  }
  return null
}

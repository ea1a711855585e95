import { type Event, registrationById } from '@gavel/db'
import { z } from 'zod'
import { notify } from '../inbox/notify.ts'
import type { Services } from '../services.ts'
import { eventProcedure } from '../trpc.ts'
import { actOn } from './act.ts'
import { leaveEvent } from './leave-event.ts'
import { isUndecided } from './standing.ts'

const ids = z.array(z.string().max(40)).min(1).max(500)
export const approveInput = z.object({ ids })
export const rejectInput = z.object({ ids, reason: z.string().trim().min(1).max(500) })

/**
 * Lets people in who are not in yet. Whoever waits for a place comes in without being asked again once there is one. Answers the ids of the
 * entries that this changed: what was decided before, and what is of another event, stays as it is.
 */
export const approve = eventProcedure('registration.decide')
  .input(approveInput)
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<{ approved: string[] }> => {
    const by = actor.userId ?? 'system'
    const approved: string[] = []
    for (const id of await undecidedOf(services, event, input.ids))
      if ((await actOn(services, id, { type: 'Approve', by })).changed) approved.push(id)
    return { approved }
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

/** Rejects every entry among these that is undecided, and tells its people. @returns the ids of those that this changed */
export const rejectEach = async (
  services: Services,
  event: Event,
  entries: readonly string[],
  { by, reason, title }: { by: string; reason: string; title: string },
): Promise<string[]> => {
  const rejected: string[] = []
  for (const id of await undecidedOf(services, event, entries)) {
    const { changed, registration, entry } = await actOn(services, id, { type: 'TurnAway', by, why: reason })
    if (!changed) continue
    rejected.push(id)
    // The workers are told too: they finish what fails here.
    await leaveEvent(services, registration, by).catch((error: unknown) =>
      services.logger.warn({ err: error, registrationId: id }, 'A rejected entry has not left yet'),
    )
    await notify(services, {
      userIds: entry.seats.flatMap(({ entrant }) => entrant?.person ?? []),
      kind: 'registration',
      key: `registration:${id}:${entry.entry}:refused`,
      title,
      words: reason,
      href: `/events/${event.slug}`,
    })
  }
  return rejected
}

/** Those of the entries that are this event's and can be decided. */
const undecidedOf = async (
  { mongo }: Pick<Services, 'mongo'>,
  event: Pick<Event, 'id'>,
  ids: readonly string[],
): Promise<string[]> => {
  const found = await Promise.all([...new Set(ids)].map((id) => registrationById(mongo, id)))
  return found.flatMap((one) =>
    one?.eventId === event.id && one.memberOf === null && isUndecided(one.status) ? [one.id] : [],
  )
}

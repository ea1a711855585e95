import { can } from '@gavel/auth'
import { type Event, eventById, listMatchesOn, MAX_DELAY_MS } from '@gavel/db'
import type { Context } from '../context.ts'
import { storeNow } from '../log/moment.ts'
import { openProcedure, subjectIn } from '../trpc.ts'
import { cardOf, looksOf, type MatchCard, standsAt } from './card.ts'
import type { ReadStands } from './counted.ts'
import { matchSeenUntil } from './state.ts'

/** A match that is on, with whose it is. `exhibition`: nobody plays it, it is there to be looked at. */
export type LiveMatch = MatchCard & { event: Pick<Event, 'slug' | 'name'>; exhibition: boolean }

/** The matches that are on now in events that everybody finds, those that were arranged last first; the exhibition last (MATCHPAGE-7). */
export const live = openProcedure.query(async ({ ctx }): Promise<LiveMatch[]> => {
  const { services } = ctx
  const nowMs = await storeNow(services)
  const matches = await listMatchesOn(services.mongo, nowMs - MAX_DELAY_MS)
  const events = new Map<string, Promise<Event | null>>()
  const eventOf = (id: string) => {
    const known = events.get(id) ?? eventById(services.mongo, id)
    events.set(id, known)
    return known
  }
  const newest = matches.toSorted((a, b) => b.createdAtMs - a.createdAtMs)
  const shown = await Promise.all(
    newest.map(async (match): Promise<LiveMatch[]> => {
      const event = await eventOf(match.eventId)
      if (!event || !(await mayFind(ctx, event))) return []
      const subject = await subjectIn(ctx, event)
      const untilMs = await matchSeenUntil({ ...ctx, event, subject })
      const stands = await standsAt(services, match, untilMs)
      if (!isOn(stands, Math.min(untilMs, nowMs))) return []
      const card = cardOf(match, await looksOf(services, event.auctionId), stands)
      const { slug, name } = event
      return [{ ...card, event: { slug, name }, exhibition: event.rehearsal }]
    }),
  )
  return shown.flat().toSorted((a, b) => Number(a.exhibition) - Number(b.exhibition))
})

/** After so long without a play nobody follows it now: longer than any interval of a day's play, shorter than its night. */
const QUIET_MS = 3 * 3_600_000

/** Whether a match is on: it goes on, and somebody has added a play within {@link QUIET_MS}. */
const isOn = (stands: ReadStands | null, nowMs: number): boolean =>
  stands?.phase.is === 'live' && nowMs - (stands.playedAtMs ?? nowMs) < QUIET_MS

/** Rehearsals are nobody's season; the exhibition is one that is listed. */
const mayFind = async (ctx: Context, event: Event): Promise<boolean> =>
  event.shows.listed &&
  event.status !== 'draft' &&
  (!event.rehearsal || event.id === EXHIBITION) &&
  can(ctx.actor, 'match.watch', await subjectIn(ctx, event))

/** The event of the matches that nobody plays. */
export const EXHIBITION = 'match-exhibition'

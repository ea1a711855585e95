import { can } from '@gavel/auth'
import { matchesOf } from '@gavel/db'
import { eventReadProcedure } from '../trpc.ts'
import { cardAt, looksOf, type MatchCard } from './card.ts'
import { knownSides } from './known-sides.ts'
import { matchSeenUntil } from './state.ts'

/** The matches of an event with how they stand, in the order of the fixtures; empty for those who may not watch (MATCHAPI-4). */
export const list = eventReadProcedure.query(async ({ ctx }): Promise<MatchCard[]> => {
  const { services, actor, event, subject } = ctx
  if (!can(actor, 'match.watch', subject)) return []
  const matches = await matchesOf(services.mongo, event.id)
  if (matches.length === 0) return []
  const [looks, untilMs] = await Promise.all([looksOf(services, event.auctionId), matchSeenUntil(ctx)])
  const known = await knownSides(services, matches, matches, untilMs)
  return Promise.all(known.map((match) => cardAt(services, match, looks, untilMs)))
})

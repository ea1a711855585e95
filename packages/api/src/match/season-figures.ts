import { type Actor, can, type Subject } from '@gavel/auth'
import { type Event, matchesOf } from '@gavel/db'
import {
  averagesOf,
  type CricketScore,
  type PlayerTotals,
  playerTotals,
  pricesPerFeat,
  type Worth,
} from '@gavel/scoring'
import { seenSquads } from '../season/seen-squads.ts'
import type { Services } from '../services.ts'
import { eventReadProcedure } from '../trpc.ts'
import { standsAt } from './card.ts'
import { matchSeenUntil } from './state.ts'

/** What a player has done in an event's cricket so far. `worth`: against the auction's price; null for who was not bought (FIGURES-1). */
export type SeasonFigures = PlayerTotals & {
  averages: ReturnType<typeof averagesOf>
  worth: Pick<Worth, 'price' | 'perRun' | 'perWicket'> | null
}

/** Everybody's figures over the event's cricket matches, those that are on included, as late as the asker sees them. */
export const seasonFigures = eventReadProcedure.query(({ ctx }) => figuresIn(ctx))

/** {@link seasonFigures} of an event that the asker may see. */
export const figuresIn = async (asked: {
  services: Services
  actor: Actor
  event: Event
  subject: Subject
}): Promise<SeasonFigures[]> => {
  const { services, actor, event, subject } = asked
  if (!can(actor, 'match.watch', subject)) return []
  const matches = (await matchesOf(services.mongo, event.id)).filter(({ sport }) => sport === 'cricket')
  if (matches.length === 0) return []
  const untilMs = await matchSeenUntil(asked)
  const stands = await Promise.all(matches.map((match) => standsAt(services, match, untilMs)))
  const totals = playerTotals(stands.flatMap((one) => (one ? [one.score as CricketScore] : [])))
  const squads = await seenSquads(asked)
  const prices = new Map(squads.flatMap(({ players }) => players.map(({ playerId, price }) => [playerId, price])))
  const worths = new Map(pricesPerFeat(totals, prices).map(({ player, ...worth }) => [player, worth]))
  return totals.map((one) => ({ ...one, averages: averagesOf(one), worth: worths.get(one.player) ?? null }))
}

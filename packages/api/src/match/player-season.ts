import { can } from '@gavel/auth'
import { matchesOf } from '@gavel/db'
import { playerSeason as figuresOf, type PlayerSeason, type ScoredSport, SPORTS } from '@gavel/scoring'
import { z } from 'zod'
import { seenSquads } from '../season/seen-squads.ts'
import { eventReadProcedure } from '../trpc.ts'
import { matchSeenUntil, matchStateAt } from './state.ts'

/** What a player has done in an event's matches of one sport. `costs`: the price that he was bought for, spread over what he did, in the smallest unit (FIGURES-2). */
export type SportSeason = {
  sport: ScoredSport
  matches: number
  facts: { name: string; stands: string }[]
  costs: { what: string; price: number }[]
}

/** A player's figures in every sport of the event but cricket, which has its own; as late as the asker sees the matches. */
export const playerSeason = eventReadProcedure
  .input(z.object({ player: z.string().min(1).max(64) }))
  .query(async ({ ctx, input: { player } }): Promise<SportSeason[]> => {
    const { services, actor, event, subject } = ctx
    if (!can(actor, 'match.watch', subject)) return []
    const matches = (await matchesOf(services.mongo, event.id)).filter(({ sport }) => sport !== 'cricket')
    if (matches.length === 0) return []
    const untilMs = await matchSeenUntil(ctx)
    const states = await Promise.all(matches.map((match) => matchStateAt(services, match, untilMs)))
    const squads = await seenSquads(ctx)
    const price = squads.flatMap(({ players }) => players).find(({ playerId }) => playerId === player)?.price ?? null
    return OTHERS.flatMap((sport) => {
      const season = figuresOf(
        sport,
        player,
        states.flatMap((state) => (state?.sport === sport ? [state] : [])),
      )
      return season ? [{ sport, ...inMoney(season, price) }] : []
    })
  })

const OTHERS = Object.keys(SPORTS).filter((sport) => sport !== 'cricket') as Exclude<ScoredSport, 'cricket'>[]

const inMoney = ({ matches, facts }: PlayerSeason, price: number | null) => ({
  matches,
  facts: facts.map(({ name, stands }) => ({ name, stands })),
  costs: facts.flatMap(({ costs }) =>
    costs && price !== null && costs.count > 0 ? [{ what: costs.what, price: Math.round(price / costs.count) }] : [],
  ),
})

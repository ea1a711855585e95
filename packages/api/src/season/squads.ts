import { playersOf, type SquadPlayer, squadsOf, teamsOf } from '@gavel/db'
import { seenUntil } from '../auction/sight.ts'
import { PRESENT } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'

/** A squad as the season takes it over, with its names. Money in the currency's smallest unit. */
export type SeasonSquad = {
  teamId: string
  name: string
  short: string
  colour: string
  purse: number
  spent: number
  /** In the order they came. */
  players: (Omit<SquadPlayer, 'userId'> & { name: string; country: string })[]
}

/** The squads that an ended auction handed over; `version` is the seq of the state that they are of. Null before they were, and
 * before the asker may know it. */
export type SeasonSquads = { version: number; currency: string; squads: SeasonSquad[] } | null

export const squads = auctionProcedure('auction.watch').query(async ({ ctx }): Promise<SeasonSquads> => {
  const { auction } = ctx
  const { mongo } = ctx.services
  if ((await seenUntil(ctx)) !== PRESENT) return null
  const stored = await squadsOf(mongo, auction.id)
  if (auction.handedOver === null || stored.length === 0) return null
  const [teams, players] = await Promise.all([teamsOf(mongo, auction.id), playersOf(mongo, auction.id)])
  const named = new Map(players.map((player) => [player.playerId, player]))
  const looks = new Map(teams.map((team) => [team.teamId, team]))
  return {
    version: Math.max(...stored.map(({ version }) => version)),
    currency: auction.rules.currency,
    squads: stored.map(({ teamId, purse, spent, players: members }) => ({
      teamId,
      name: looks.get(teamId)?.name ?? teamId,
      short: looks.get(teamId)?.short ?? '',
      colour: looks.get(teamId)?.colour ?? '#808080',
      purse,
      spent,
      players: members.map(({ userId: _, ...player }) => ({
        ...player,
        name: named.get(player.playerId)?.name ?? player.playerId,
        country: named.get(player.playerId)?.country ?? '',
      })),
    })),
  }
})

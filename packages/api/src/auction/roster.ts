import { type AuctionPlayer, type AuctionTeam, playersOf, teamsOf } from '@gavel/db'
import { namesOfSets } from '../pool/sets.ts'
import { auctionProcedure } from '../trpc.ts'
import { shownPlayers } from './hidden-pool.ts'

export type RosterPlayer = Omit<AuctionPlayer, 'auctionId' | 'userId' | 'importId' | 'formerTeam'>

/**
 * The names behind the ids of an auction's log. `sets` gives the words for the log's set ids. Everything here is public, except that an
 * event may keep its pool to itself before the start: outsiders find no players then but those whom teams have retained (SHOWS-2).
 */
export type Roster = {
  teams: Pick<AuctionTeam, 'teamId' | 'name' | 'short' | 'colour' | 'logoUrl'>[]
  players: RosterPlayer[]
  sets: { id: string; name: string }[]
}

export const roster = auctionProcedure('auction.watch').query(async ({ ctx }): Promise<Roster> => {
  const { services, auction } = ctx
  const [teams, named, shown] = await Promise.all([
    teamsOf(services.mongo, auction.id),
    playersOf(services.mongo, auction.id),
    shownPlayers(ctx),
  ])
  const players = shown ? named.filter(({ playerId }) => shown.has(playerId)) : named
  const sets = namesOfSets(players, shown ? [] : auction.setNames)
  return {
    teams: teams.map(({ teamId, name, short, colour, logoUrl }) => ({ teamId, name, short, colour, logoUrl })),
    players: players.map(({ auctionId: _, userId: __, importId: ___, formerTeam: ____, ...player }) => player),
    sets: [...sets].map(([id, name]) => ({ id, name })),
  }
})

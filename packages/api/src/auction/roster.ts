import { type AuctionPlayer, playersOf, teamsOf } from '@gavel/db'
import { setIdOf } from '../pool/sets.ts'
import { auctionProcedure } from '../trpc.ts'

export type RosterPlayer = Omit<AuctionPlayer, 'auctionId' | 'userId'>

/** The names behind the ids of an auction's log. `sets` gives the words for the log's set ids. Everything here is public. */
export type Roster = {
  teams: { teamId: string; name: string; short: string; colour: string }[]
  players: RosterPlayer[]
  sets: { id: string; name: string }[]
}

export const roster = auctionProcedure('auction.watch').query(
  async ({ ctx: { services, auction } }): Promise<Roster> => {
    const [teams, players] = await Promise.all([
      teamsOf(services.mongo, auction.id),
      playersOf(services.mongo, auction.id),
    ])
    const sets = new Map(players.map(({ set }) => [setIdOf(set), set]))
    return {
      teams: teams.map(({ teamId, name, short, colour }) => ({ teamId, name, short, colour })),
      players: players.map(({ auctionId: _, userId: __, ...player }) => player),
      sets: [...sets].map(([id, name]) => ({ id, name })),
    }
  },
)

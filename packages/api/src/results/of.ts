import { stateFor, withoutPool } from '@gavel/auction'
import { playersOf, teamsOf } from '@gavel/db'
import { shownPlayers } from '../auction/hidden-pool.ts'
import { seenState } from '../auction/sight.ts'
import { auctionProcedure } from '../trpc.ts'
import { type AuctionResults, resultsOf } from './results.ts'

/** Squads, spending and totals of an auction, at any time, as late as the asker sees it. An event that keeps its pool to itself before the start shows none of it. */
export const of = auctionProcedure('auction.watch').query(async ({ ctx }): Promise<AuctionResults> => {
  const { services, auction } = ctx
  const [whole, teams, players, shown] = await Promise.all([
    seenState(ctx),
    teamsOf(services.mongo, auction.id),
    playersOf(services.mongo, auction.id),
    shownPlayers(ctx),
  ])
  const state = stateFor('public', whole)
  return resultsOf(shown ? withoutPool(state) : state, teams, players, auction.setNames)
})

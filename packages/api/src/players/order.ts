import { playersOf } from '@gavel/db'
import { namesOfSets } from '../pool/sets.ts'
import { stateOf } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'
import type { PlayerOrder } from './types.ts'

/** The sets in order, each with its players in order. Sets that moving players has left empty stay until the pool is arranged. */
export const order = auctionProcedure('auction.correct').query(
  async ({ ctx: { services, auction } }): Promise<PlayerOrder> => {
    const [state, named] = await Promise.all([stateOf(services, auction.id), playersOf(services.mongo, auction.id)])
    const names = namesOfSets(named, auction.setNames)
    return {
      sets: state.sets.map(({ id, players }) => ({ id, name: names.get(id) ?? id, players: [...players] })),
      arranged: auction.arranged,
    }
  },
)

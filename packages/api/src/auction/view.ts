import { type AuctionState, stateFor } from '@gavel/auction'
import { viewOf } from '@gavel/db'
import { auctionProcedure } from '../trpc.ts'

/** A first picture of a room, before its socket has joined. `from`: the live log, or the read model, a moment behind it. */
export type AuctionPicture = { state: AuctionState; nowMs: number; from: 'log' | 'view' }

/** The public state of a live or finished auction; null where neither the log nor the read model can be read now. */
export const view = auctionProcedure('auction.watch').query(
  async ({ ctx: { services, auction } }): Promise<AuctionPicture | null> => {
    const live = await services.log.load(auction.id).catch((error: unknown) => {
      services.logger.warn(
        { err: error, auctionId: auction.id },
        'The live log could not be read: showing the read model',
      )
      return null
    })
    if (live) return { state: stateFor('public', live.state), nowMs: live.nowMs, from: 'log' }
    const stored = await viewOf(services.mongo, auction.id)
    return stored && { state: JSON.parse(stored.state) as AuctionState, nowMs: Date.now(), from: 'view' }
  },
)

import type { AuctionState } from '@gavel/auction'
import { viewOf } from '@gavel/db'
import { viewState } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'

/** The two states that are kept beside the archived log: the live one, and the read model's public one. Null where there is none. */
export type StoredStates = {
  live: { state: AuctionState; link: string } | null
  view: { seq: number; state: AuctionState } | null
}

/** For operators who compare them with a fold of the archive. */
export const storedStates = auctionProcedure('log.secrets').query(
  async ({ ctx: { services, auction } }): Promise<StoredStates> => {
    const [live, view] = await Promise.all([services.log.load(auction.id), viewOf(services.mongo, auction.id)])
    return {
      live: live && { state: live.state, link: live.link },
      view: view && { seq: view.seq, state: viewState(view) },
    }
  },
)

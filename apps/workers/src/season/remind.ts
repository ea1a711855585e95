import { auctionCompleted, type Stores } from '@gavel/api'
import { announceEndAgain, listForgottenEnds, viewOf } from '@gavel/db'

/** Longer than a message takes through all of its attempts. */
const FORGOTTEN_MS = 300_000

/**
 * Announces ended auctions again that nobody has handed over: whose message was parked or discarded, or which ended before squads were
 * handed over at all (SEASON-6). @returns how many.
 */
export const remindEnds = async ({ mongo }: Pick<Stores, 'mongo'>, nowMs: number): Promise<number> => {
  let announced = 0
  for (const auction of await listForgottenEnds(mongo, nowMs - FORGOTTEN_MS)) {
    const view = await viewOf(mongo, auction.id)
    if (view && (await announceEndAgain(mongo, auction, auctionCompleted(view.seq), nowMs))) announced += 1
  }
  return announced
}

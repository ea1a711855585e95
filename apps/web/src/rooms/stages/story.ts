import { type AuctionState, openLot, type Told } from '@gavel/auction'

/**
 * What was said about a lot after its bidding, entry by entry, also what no longer stands in its stage, as a lapsed amount or an earlier round
 * (DRAMA-6). It is in the state, so whoever comes in the middle of a lot, or looks back at it, is told all of it.
 */
export function storyOf(auction: AuctionState, lot: number): readonly Told[] {
  const { lastLot } = auction
  return openLot(auction, lot)?.story ?? (lastLot?.lot === lot ? lastLot.story : [])
}

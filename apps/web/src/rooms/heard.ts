import { type AuctionState, leadingBid, openLots, type TeamId } from '@gavel/auction'
import { asksOf } from './stages/asks.ts'

/** What of an auction can be heard or felt. */
type Heard = {
  /** Of each open lot how many bids it has, and whether they are over. */
  lots: ReadonlyMap<number, { bids: number; over: boolean; mine: boolean }>
  /** When the last lot closed; 0 before any did. */
  closedMs: number
  /** How many questions the own team has to answer. */
  asked: number
}

/** @param mine the own team, or null for who has none */
export function heardOf(auction: AuctionState | null, mine: TeamId | null): Heard {
  if (!auction) return { lots: new Map(), closedMs: 0, asked: 0 }
  return {
    lots: new Map(
      openLots(auction).map((lot) => [
        lot.lot,
        {
          bids: lot.bids.length,
          over: lot.stage.is !== 'bidding',
          mine: mine !== null && leadingBid(lot)?.team === mine,
        },
      ]),
    ),
    closedMs: auction.lastLot?.atMs ?? 0,
    asked: mine === null ? 0 : asksOf(auction, mine).length,
  }
}

type Noise = { sound: 'tick' | 'knock' | null; buzz: boolean }

/**
 * What changed, as a noise: a knock where a hammer fell, else a tick for a bid; a buzz for whoever was outbid or is asked something (SOUND-1).
 * A lot that opens, and a bid that is taken back, are silent.
 */
export function noiseOf(before: Heard, now: Heard): Noise {
  let sound: Noise['sound'] = now.closedMs > before.closedMs ? 'knock' : null
  let buzz = now.asked > before.asked
  for (const [lot, { bids, over, mine }] of now.lots) {
    const was = before.lots.get(lot)
    if (!was) continue
    if (over && !was.over) sound = 'knock'
    else if (bids > was.bids) sound ??= 'tick'
    if (was.mine && !mine && bids > was.bids) buzz = true
  }
  return { sound, buzz }
}

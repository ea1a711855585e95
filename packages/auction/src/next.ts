import { nextPrice } from './ladder.ts'
import type { Amount } from './money.ts'
import type { RuleSet } from './rule-set.ts'
import { type AuctionState, type Lot, leadingBid, type PlayerId } from './state.ts'

/** The least amount the next bid may be: the base price, then up the ladder (BID-7). */
export function minimumBid(rules: RuleSet, lot: Pick<Lot, 'base' | 'bids'>): Amount {
  const leading = leadingBid(lot)
  return leading ? nextPrice(rules, leading.amount) : lot.base
}

/** The player who is next in the running order, or null when none is waiting (ORDER-1). */
export function nextUp(state: AuctionState): PlayerId | null {
  for (const set of state.sets) {
    const next = set.players.find((id) => state.players[id]?.status.is === 'waiting')
    if (next) return next
  }
  return null
}

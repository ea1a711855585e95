import { nextPrice } from './ladder.ts'
import type { Amount } from './money.ts'
import type { RuleSet } from './rule-set.ts'
import { RECALL_SET } from './running-order.ts'
import { type AuctionState, type Lot, leadingBid, type PlayerId } from './state.ts'

/** The least amount the next bid may be: the base price, then up the ladder (BID-7). */
export function minimumBid(rules: RuleSet, lot: Pick<Lot, 'base' | 'bids'>): Amount {
  const leading = leadingBid(lot)
  return leading ? nextPrice(rules, leading.amount) : lot.base
}

/**
 * Who waits, in the running order (ORDER-1). After a call for names only those who were named, and recalled players after them (ROUND-4).
 */
export function* waitingInOrder(state: Pick<AuctionState, 'sets' | 'onlySet' | 'players'>): Generator<PlayerId> {
  for (const set of state.sets) {
    if (state.onlySet !== null && set.id !== state.onlySet && set.id !== RECALL_SET) continue
    for (const id of set.players) if (state.players[id]?.status.is === 'waiting') yield id
  }
}

/** The player who is next in the running order, or null when none is waiting. */
export function nextUp(state: Pick<AuctionState, 'sets' | 'onlySet' | 'players'>): PlayerId | null {
  return waitingInOrder(state).next().value ?? null
}

/** Whether anybody can be put up at all, named or not. */
export function someoneWaits({ players }: Pick<AuctionState, 'players'>): boolean {
  for (const id in players) if (players[id]?.status.is === 'waiting') return true
  return false
}

import type { Entry, HiddenEntry } from './entries.ts'
import type { AuctionState } from './state.ts'

/** Who a message is for. One filter serves all of one audience, so a packet is encoded once for each. */
export type Audience = 'auctioneer' | 'paddle' | 'public'

/** An entry as an audience sees it. Bidders keep `cmd`, by which a client settles its own command; nobody but the auctioneer sees people's ids. */
export type VisibleEntry = Entry | HiddenEntry

/**
 * What this audience may see of an entry (AUD-1): the auctioneer everything; others no user ids, and of entries that are
 * about people alone only their place.
 */
export function entryFor(audience: Audience, entry: Entry): VisibleEntry {
  if (audience === 'auctioneer') return entry
  if (entry.type === 'PaddleGranted' || entry.type === 'PaddleRevoked')
    return { type: 'Hidden', seq: entry.seq, atMs: entry.atMs }
  return { ...entry, by: '', sum: '', cmd: audience === 'paddle' ? entry.cmd : '' }
}

/** The state as an audience sees it: the fold of the entries that it sees. */
export function stateFor(audience: Audience, state: AuctionState): AuctionState {
  if (audience === 'auctioneer') return state
  return { ...state, paddles: {} }
}

import type { Entry, HiddenEntry } from './entries.ts'
import type { AuctionState, Lot } from './state.ts'

/** Who a message is for. One filter serves all of one audience, so a packet is encoded once for each. */
export type Audience = 'auctioneer' | 'paddle' | 'public'

/** An entry as an audience sees it. Bidders keep `cmd`, by which a client settles its own command; nobody but the auctioneer sees people's ids. */
export type VisibleEntry = Entry | HiddenEntry

/**
 * What this audience may see of an entry (AUD-1, AUD-3): nobody a hidden maximum; the auctioneer everything else; others no user ids, and of entries that are
 * about people alone only their place.
 */
export function entryFor(audience: Audience, entry: Entry): VisibleEntry {
  if (entry.type === 'ProxySet' || entry.type === 'MaximaSet')
    return { type: 'Hidden', seq: entry.seq, atMs: entry.atMs }
  // By the sum of a command, or by its id and the hidden entry's link, one could try amounts until one fits.
  const cmd = besideHidden(entry) ? '' : entry.cmd
  if (audience === 'auctioneer') return { ...entry, sum: '', cmd }
  if (entry.type === 'PaddleGranted' || entry.type === 'PaddleRevoked')
    return { type: 'Hidden', seq: entry.seq, atMs: entry.atMs }
  return { ...entry, by: '', sum: '', cmd: audience === 'paddle' ? cmd : '' }
}

/** Whether the entry may have been written by the same command as a hidden maximum. */
export function besideHidden(entry: Entry): boolean {
  return entry.auto === true || entry.type === 'AutopilotSet'
}

/** The state as an audience sees it: the fold of the entries that it sees. */
export function stateFor(audience: Audience, state: AuctionState): AuctionState {
  const hide = <L extends Pick<Lot, 'proxies'> | null>(lot: L): L =>
    lot && lot.proxies.length > 0 ? { ...lot, proxies: [] } : lot
  const shown = {
    ...state,
    lot: hide(state.lot),
    lastLot: hide(state.lastLot),
    board: state.board.map(hide),
    maxima: {},
  }
  if (audience === 'auctioneer') return shown
  return { ...shown, paddles: {}, corrections: state.corrections.map((correction) => ({ ...correction, by: '' })) }
}

/**
 * The state as outsiders see it where an event keeps its pool back until the start (SHOWS-2): without the players who wait, and their sets.
 * Those whom a team has retained are known by its squad.
 */
export function withoutPool(state: AuctionState): AuctionState {
  const players = Object.fromEntries(Object.entries(state.players).filter(([, { status }]) => status.is === 'retained'))
  const sets = state.sets
    .map((set) => ({ ...set, players: set.players.filter((id) => Object.hasOwn(players, id)) }))
    .filter((set) => set.players.length > 0)
  return { ...state, players, sets }
}

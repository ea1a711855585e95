import type { MatchEntry } from './entries.ts'
import type { HiddenMatchEntry } from './evolve.ts'
import type { MatchState, Written } from './state.ts'

/** Who a message is for: those who may score the match, on whatever device, or everybody. One filter serves all of one audience. */
export type MatchAudience = 'scorer' | 'public'

/** An entry as an audience sees it. Scorers keep `cmd`, by which a device settles its own commands. */
export type VisibleMatchEntry = MatchEntry | HiddenMatchEntry

/** What this audience may see of an entry: the public neither people's ids, nor devices, nor what the blind scorer writes (MATCHLIVE-3). */
export function matchEntryFor(audience: MatchAudience, entry: MatchEntry): VisibleMatchEntry {
  if (audience === 'scorer') return { ...entry, sum: '' }
  switch (entry.type) {
    case 'LockTaken':
    case 'LockReleased':
    case 'PlayedBlind':
    case 'RemovedBlind':
    case 'BlindStopped':
    case 'BlindTaken':
      return { type: 'Hidden', seq: entry.seq, atMs: entry.atMs }
    default:
      return { ...entry, ...('device' in entry && { device: '' }), by: '', cmd: '', sum: '' }
  }
}

/** The state as an audience sees it: the fold of the entries that it sees. */
export function matchStateFor(audience: MatchAudience, state: MatchState): MatchState {
  if (audience === 'scorer') return state
  const unsigned = (plays: readonly Written[]) => plays.map((written) => ({ ...written, by: '', device: '' }))
  return { ...state, plays: unsigned(state.plays), removed: unsigned(state.removed), keeper: null, blind: null }
}

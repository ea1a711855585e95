import { type AuctionState, type Entry, evolve, type HiddenEntry } from '@gavel/auction'

/** A fold is kept every so many entries, so that dragging folds a few and not thousands. */
const CHECKPOINT_EVERY = 100

export type Replay = {
  lastSeq: number
  /** The state after that entry, and the entry itself. */
  at: (seq: number) => { state: AuctionState; entry: Entry | HiddenEntry } | null
}

/** A whole log made ready for dragging. @param entries from seq 1, in order, without gaps */
export function replayOf(entries: readonly (Entry | HiddenEntry)[]): Replay {
  const checkpoints: (AuctionState | null)[] = [null]
  const foldTo = (seq: number) => {
    const from = Math.min(Math.floor(seq / CHECKPOINT_EVERY), checkpoints.length - 1)
    let state = checkpoints[from] ?? null
    for (let n = from * CHECKPOINT_EVERY + 1; n <= seq; n += 1) {
      const entry = entries[n - 1]
      if (!entry) return null
      state = evolve(state, entry)
      if (n % CHECKPOINT_EVERY === 0) checkpoints[n / CHECKPOINT_EVERY] = state
    }
    return state
  }
  return {
    lastSeq: entries.length,
    at(seq) {
      const entry = entries[seq - 1]
      const state = entry ? foldTo(seq) : null
      return entry && state ? { state, entry } : null
    },
  }
}

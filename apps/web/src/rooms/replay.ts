import { type AuctionState, evolve, type VisibleEntry } from '@gavel/auction'

/** A fold is kept every so many entries, so that dragging folds a few and not thousands. */
const CHECKPOINT_EVERY = 100

/** A place to go to from where one is: one entry on or back, or where the lot begins before or after. */
export type Stride = 'entry-back' | 'entry-on' | 'lot-back' | 'lot-on'

export type Replay = {
  lastSeq: () => number
  /** The state after that entry, and the entry itself. */
  at: (seq: number) => { state: AuctionState; entry: VisibleEntry } | null
  /** Takes what came since; entries that are here already are left out. */
  append: (entries: readonly VisibleEntry[]) => void
  /** The seq that a stride leads to; the same one where there is nothing that way (TIME-3). */
  stride: (from: number, by: Stride) => number
}

/** A whole log made ready for dragging. @param first from seq 1, in order, without gaps */
export function replayOf(first: readonly VisibleEntry[]): Replay {
  const entries = [...first]
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
    lastSeq: () => entries.length,
    at(seq) {
      const entry = entries[seq - 1]
      const state = entry ? foldTo(seq) : null
      return entry && state ? { state, entry } : null
    },
    append(more) {
      for (const entry of more) if (entry.seq === entries.length + 1) entries.push(entry)
    },
    stride(from, by) {
      switch (by) {
        case 'entry-back':
          return Math.max(1, from - 1)
        case 'entry-on':
          return Math.min(entries.length, from + 1)
        case 'lot-back':
          return entries.findLast(({ type, seq }) => type === 'LotOpened' && seq < from)?.seq ?? Math.min(1, from)
        case 'lot-on':
          return entries.find(({ type, seq }) => type === 'LotOpened' && seq > from)?.seq ?? entries.length
        default:
          return by satisfies never
      }
    },
  }
}

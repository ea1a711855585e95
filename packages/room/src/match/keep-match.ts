import type { MatchRoom } from './connect-match.ts'
import type { PadStore } from './pad-store.ts'

/** A long match is large: what the log has is kept in the browser at most so often. */
const SAVE_MATCH_MS = 1_000

/**
 * Keeps what the log has in the browser, so that the pad opens without a network.
 * @param savedSeq where the match stood that the browser holds already; 0 where it holds none
 */
export function keepMatch(store: PadStore, matchId: string, room: MatchRoom, savedSeq: number) {
  let saved = savedSeq
  let saving: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | null = null

  /** Done when what is known now is on the disk. */
  function save(): Promise<void> {
    const { match, link, you } = room.snapshot()
    if (!match || link === null || match.seq === saved || you.audience !== 'scorer') return saving
    saved = match.seq
    // What the browser cannot keep of the log, the log has.
    saving = store.saveMatch({ matchId, match, link, savedAtMs: Date.now() }).catch(() => {})
    return saving
  }

  return {
    save,
    saveSoon() {
      timer ??= setTimeout(() => {
        timer = null
        void save()
      }, SAVE_MATCH_MS)
    },
    /** The last save, done when it is on the disk. */
    close(): Promise<void> {
      if (timer) clearTimeout(timer)
      return save()
    },
  }
}

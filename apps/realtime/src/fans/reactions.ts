import { REACTIONS_PER_SECOND, type Reaction, type ReactionsMessage } from '@gavel/protocol'

type Counts = ReactionsMessage['counts']

/** Not a round second, so that instances do not speak in step. */
const PERIOD_MS = 1_019

/** What fans throw into one room: counted, and told at most once a period (FAN-1). */
export class Reactions {
  readonly #tell: (counts: Counts) => void
  /** How many each sender has sent in this period. */
  #sent = new Map<object, number>()
  #counts: Counts = {}
  #timer: NodeJS.Timeout | null = null

  constructor(tell: (counts: Counts) => void) {
    this.#tell = tell
  }

  /** Counts one; false where this sender has sent enough for now. */
  add(sender: object, kind: Reaction): boolean {
    const sent = (this.#sent.get(sender) ?? 0) + 1
    if (sent > REACTIONS_PER_SECOND) return false
    this.#sent.set(sender, sent)
    this.#counts[kind] = (this.#counts[kind] ?? 0) + 1
    this.#timer ??= setTimeout(() => {
      const counts = this.#counts
      this.stop()
      this.#tell(counts)
    }, PERIOD_MS)
    return true
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#counts = {}
    this.#sent = new Map()
  }
}

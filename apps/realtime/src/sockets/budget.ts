import { FLOOD_LIMIT } from '@gavel/protocol'

/** What to do with one more message: read it, answer TOO_MANY, or close the socket. */
export type Verdict = 'read' | 'refuse' | 'flood'

const SECOND_MS = 1_000

/**
 * Counts one socket's messages in windows of a second (ANSWER-4). Refusals add up until a second passes without one: however slowly a busy
 * server reads a flood, and wherever a window ends within it, it is one. Synchronous: the hot path waits for nothing here.
 */
export class Budget {
  readonly #perSecond: number
  #windowMs = 0
  #count = 0
  #refused = 0

  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  /** Accounts for a message that came at `nowMs` of any steady clock. */
  take(nowMs: number): Verdict {
    const windowMs = nowMs - this.#windowMs
    if (windowMs >= SECOND_MS) {
      if (this.#count <= this.#perSecond || windowMs >= 2 * SECOND_MS) this.#refused = 0
      this.#windowMs = nowMs
      this.#count = 0
    }
    this.#count += 1
    if (this.#count <= this.#perSecond) return 'read'
    this.#refused += 1
    return this.#refused > FLOOD_LIMIT ? 'flood' : 'refuse'
  }
}

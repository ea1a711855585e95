import { FLOOD_LIMIT } from '@gavel/protocol'

/** What to do with one more message: read it, answer TOO_MANY, or close the socket. */
export type Verdict = 'read' | 'refuse' | 'flood'

/** Counts one socket's messages in windows of a second (ANSWER-4). Synchronous: the hot path waits for nothing here. */
export class Budget {
  readonly #perSecond: number
  #windowMs = 0
  #count = 0

  constructor(perSecond: number) {
    this.#perSecond = perSecond
  }

  /** Accounts for a message that came at `nowMs` of any steady clock. */
  take(nowMs: number): Verdict {
    if (nowMs - this.#windowMs >= 1_000) {
      this.#windowMs = nowMs
      this.#count = 0
    }
    this.#count += 1
    if (this.#count <= this.#perSecond) return 'read'
    return this.#count > this.#perSecond + FLOOD_LIMIT ? 'flood' : 'refuse'
  }
}

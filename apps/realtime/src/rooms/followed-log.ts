import type { LogEntry, LogTypes } from '@gavel/livelog'
import { type Opened, type Source, standingStill } from './source.ts'

/** What a room hears of its log. */
type Heard<K extends LogTypes> = {
  entries: (entries: readonly LogEntry<K>[]) => void
  /** Everything is another than it was. */
  rewind: () => void
  /** Commands can, or cannot, be accepted from now on. */
  live: () => void
}

/** The log that a room shows: read from the live store or the archive, as it stands or as it stood some milliseconds ago. */
export class FollowedLog<K extends LogTypes> {
  readonly #heard: Heard<K>
  #opened: Opened<K>
  #delayMs: number
  #reachable = true

  constructor(opened: Opened<K>, delayMs: number, heard: Heard<K>) {
    this.#opened = opened
    this.#delayMs = delayMs
    this.#heard = heard
    opened.follow(heard)
  }

  get source(): Source<K> {
    return this.#opened.source
  }

  get state(): K['State'] {
    return this.source.state
  }

  /** How late it is shown, in milliseconds. */
  get delayMs(): number {
    return this.#delayMs
  }

  /** Whether commands can be accepted now, as far as this server knows. */
  get live(): boolean {
    return this.#opened.live && this.#reachable
  }

  /** Read from the archive, because the log is not in the live store. */
  get archived(): boolean {
    return !this.#opened.live
  }

  /** The moment that is shown, by the store's clock. */
  nowMs(): number {
    return this.source.nowMs()
  }

  /** Where it stands, as whoever joins is told. */
  standing() {
    const { seq, link, state } = this.source
    return { seq, link, epoch: state.epoch, nowMs: this.nowMs(), delayMs: this.#delayMs, live: this.live }
  }

  /** The store was lost, or is back. */
  reachable(reachable: boolean): void {
    const before = this.live
    this.#reachable = reachable
    if (this.live !== before) this.#heard.live()
  }

  /** The log is not live any more: nothing follows it until {@link reopen}. What is known of it stays. */
  lost(): void {
    const { source } = this.#opened
    this.#opened.close()
    this.#opened = standingStill<K>(source.state, source.link, () => source.nowMs())
    this.#heard.live()
  }

  /** It is read from elsewhere from now on: from the archive, live again, or at another moment. */
  reopen(opened: Opened<K>, delayMs: number): void {
    this.#opened.close()
    this.#opened = opened
    this.#delayMs = delayMs
    opened.follow(this.#heard)
    this.#heard.rewind()
  }

  close(): void {
    this.#opened.close()
  }
}

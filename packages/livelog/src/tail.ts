import { type LogEntry, nextLink, readEntry } from './body.ts'
import { LogUnavailableError } from './errors.ts'
import { advance, type Head } from './head.ts'
import { keysOf, type LogKeys } from './keys.ts'
import { idField, type LogTypes } from './kind.ts'
import { readLatest, readLog, readView } from './read.ts'
import type { Store } from './store.ts'

type EntriesHandler<K extends LogTypes> = (entries: readonly LogEntry<K>[]) => void
type RewindHandler = () => void
const HEAL_BATCH = 500

/**
 * One log, followed: its fold, and its last entries for those who come late. Entries come by the channel, which is only a hint; whatever
 * does not fit is healed from the stream (TAIL-2), and a tail that lies on a lost branch starts anew (FORK-1). Shared by all watchers.
 */
export class LogTail<K extends LogTypes> {
  readonly #id: string
  readonly keys: LogKeys
  readonly #store: Store<K>
  readonly #size: number
  readonly #recover: (epoch: number) => Promise<unknown>
  readonly #entries = new Set<EntriesHandler<K>>()
  readonly #rewinds = new Set<RewindHandler>()
  #head: Head<K> | null = null
  /** The last entries, oldest first, the last of them being the head. */
  #recent: LogEntry<K>[] = []
  #healing: Promise<void> | null = null
  #again = false

  constructor(store: Store<K>, id: string, size: number, recover: (epoch: number) => Promise<unknown>) {
    this.#id = id
    this.keys = keysOf(store.kind, id)
    this.#store = store
    this.#size = size
    this.#recover = recover
  }

  /** Null until {@link start} has found the log. */
  get head(): Head<K> | null {
    return this.#head
  }

  /** @returns false where no log is live. */
  async start(): Promise<boolean> {
    const found = await this.#reload()
    if (found) await this.heal()
    return found
  }

  /**
   * What a client that holds entry `seq` with `link` is missing, or the whole state where that is unknown, too old or on another branch
   * (RESUME-1, RESUME-2). Answered at once, so a caller that subscribes in the same tick loses and doubles nothing.
   */
  since(seq: number | null, link: string | null): { entries: readonly LogEntry<K>[] } | { state: K['State'] } {
    const { state, link: here } = this.#known()
    if (seq === state.seq && link === here) return { entries: [] }
    const first = this.#recent[0]
    if (seq !== null && first && seq >= first.seq && seq < state.seq) {
      const at = seq - first.seq
      if (this.#recent[at]?.link === link) return { entries: this.#recent.slice(at + 1) }
    }
    return { state }
  }

  onEntries(handler: EntriesHandler<K>): () => void {
    this.#entries.add(handler)
    return () => this.#entries.delete(handler)
  }

  onRewind(handler: RewindHandler): () => void {
    this.#rewinds.add(handler)
    return () => this.#rewinds.delete(handler)
  }

  /** A message of the channel: `seq link body`. */
  hint(message: string): void {
    const a = message.indexOf(' ')
    const b = message.indexOf(' ', a + 1)
    const [seq, link, body] = [Number(message.slice(0, a)), message.slice(a + 1, b), message.slice(b + 1)]
    const head = this.#head
    // Until the log has been read there is nothing to add to: the start heals once it has, and finds this entry too.
    if (!head) return
    if (!this.#healing && seq === head.state.seq + 1 && link === nextLink(head.link, body)) {
      this.#take([readEntry<K>(seq, link, body)])
      return
    }
    // One that is held already is no news; one at the same seq with another link is a fork, never dropped (FORK-1).
    if (seq <= head.state.seq && this.#linkAt(seq) === link) return
    this.#healLater()
  }

  /** Where the store says that the log stands. */
  compare(seq: string | null, link: string | null): void {
    if (seq === null || this.#healing) return
    if (Number(seq) === this.#head?.state.seq && link === this.#head.link) return
    this.#healLater()
  }

  /** Reads from the stream until nothing is missing. @throws LogUnavailableError */
  heal(): Promise<void> {
    this.#again = true
    this.#healing ??= this.#catchUp()
    return this.#healing
  }

  #healLater(): void {
    this.heal().catch((error: unknown) => {
      // The next pulse tries again.
      const level = error instanceof LogUnavailableError ? 'debug' : 'error'
      this.#store.logger[level]({ ...this.#about(), err: error }, 'a tail could not be healed yet')
    })
  }

  async #catchUp(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false
        await this.#catchUpOnce()
      }
    } finally {
      this.#healing = null
    }
  }

  async #catchUpOnce(): Promise<void> {
    const { state, link } = this.#known()
    // The last entry that is held comes along: its link tells whether this is still the same log.
    const [same, ...missing] = await readLog<K>(this.#store.redis, this.keys, state.seq, HEAL_BATCH)
    if (same?.seq !== state.seq || same.link !== link) return this.#rewind(state.epoch)
    if (missing.length === 0) return
    this.#store.metrics?.fanOutGapsHealed.inc()
    this.#take(missing)
    if (missing.length === HEAL_BATCH - 1) this.#again = true
  }

  /** The log is another one than was followed: make sure that commands meant for the lost branch are refused, and begin anew. */
  async #rewind(heldEpoch: number): Promise<void> {
    if (!(await this.#reload())) return
    if (this.#known().state.epoch <= heldEpoch) {
      await this.#recover(heldEpoch + 1)
      await this.#reload()
    }
    this.#store.logger.warn({ ...this.#about(), seq: this.#known().state.seq }, 'a forked log was rewound')
    for (const handler of this.#rewinds) this.#call(() => handler())
  }

  async #reload(): Promise<boolean> {
    const { kind, redis, clock } = this.#store
    const view = await readView(this.#store, this.#id, this.keys, null, null)
    if (!view) return false
    const recent = await readLatest<K>(redis, this.keys, this.#size)
    clock.observe(view.nowMs)
    // What was appended between the two reads belongs to both.
    const newer = recent.filter((entry) => entry.seq > view.head.state.seq)
    this.#head = advance(kind, this.#id, view.head, newer)
    this.#recent = recent
    return true
  }

  #take(entries: readonly LogEntry<K>[]): void {
    this.#head = advance(this.#store.kind, this.#id, this.#known(), entries)
    this.#recent.push(...entries)
    if (this.#recent.length > this.#size * 2) this.#recent = this.#recent.slice(-this.#size)
    if (this.#head) this.#store.snapshots.offer(this.#id, this.keys, this.#head)
    for (const handler of this.#entries) this.#call(() => handler(entries))
  }

  /** A watcher's mistake is its own: the others still get theirs. */
  #call(handler: () => void): void {
    try {
      handler()
    } catch (error) {
      this.#store.logger.error({ ...this.#about(), err: error }, 'a watcher of a live log failed')
    }
  }

  #linkAt(seq: number): string | undefined {
    const first = this.#recent[0]
    return first && this.#recent[seq - first.seq]?.link
  }

  #about(): Record<string, string> {
    return idField(this.#store.kind, this.#id)
  }

  #known(): Head<K> {
    if (!this.#head) throw new Error('this tail has not started')
    return this.#head
  }
}

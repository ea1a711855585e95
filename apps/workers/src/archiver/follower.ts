import { type Logger, metrics } from '@gavel/config'
import type { Archive, Mongo } from '@gavel/db'
import { type LiveLog, type Log, type LogTypes, NothingArchivedError, type Tail } from '@gavel/livelog'

export type ArchiverParts = { mongo: Mongo; log: LiveLog; logger: Logger }

/** What a log is about, as far as archiving it goes. */
export type Followed<K extends LogTypes> = {
  readonly id: string
  readonly log: Log<K>
  readonly archive: Archive
  /** Before anything is done; repeated until it succeeds. */
  prepare(): Promise<void>
  /** Entries may come quickly, so they are copied as they come. */
  isRunning(state: K['State']): boolean
  /** Shows a state that is newer than any before: read models, status. */
  show(state: K['State']): Promise<void>
  isOver(state: K['State']): boolean
  /** Notes that all of it is archived, the log being over. False where it goes on. */
  finish(last: { seq: number; hash: string }): Promise<boolean>
  /** Makes the log whose first entry nothing has. */
  begin(): Promise<void>
  /** Takes out what may have been written of it after it was forgotten. @param seq of the last state that was shown */
  wipe(seq: number): Promise<void>
}

/** One log that is followed, whatever it is about. */
export type Following = Pick<Follower<LogTypes>, 'turn' | 'close' | 'wipe' | 'behind'>

/** Entries within this time are copied together. */
const HINT_MS = 100
/** A log in which nothing happens is looked at whole only so often, in turns. */
const IDLE_TURNS = 5

/** Keeps one log's archive, read model and status up with it. */
export class Follower<K extends LogTypes> {
  readonly #followed: Followed<K>
  readonly #logger: Logger
  #tail: Tail<K> | null = null
  #hint: NodeJS.Timeout | null = null
  #running: Promise<unknown> | null = null
  #shownSeq = 0
  #copiedSinceShown = true
  #turns = 0
  /** Entries that the archive lacked after the last turn. */
  behind = 0

  constructor(followed: Followed<K>, logger: Logger) {
    this.#followed = followed
    this.#logger = logger
  }

  /**
   * Copies what is missing, then shows it. A log that Redis has lost is built anew from the archive.
   * @returns true once it is over and wholly archived.
   * @throws ForkedArchiveError where archive and log differ; LogUnavailableError, or MongoDB's own, where a store is away
   */
  async turn(): Promise<boolean> {
    await this.#running?.catch(() => {})
    return this.#alone(async () => {
      const { id, log, isOver, prepare } = this.#followed
      await prepare()
      await this.#copy()
      this.#turns += 1
      if (!this.#copiedSinceShown && this.#turns % IDLE_TURNS !== 0) return false
      const live = await log.load(id)
      if (!live) {
        await this.#revive()
        return false
      }
      await this.#show(live.state)
      await this.#listen(live.state)
      return isOver(live.state) && (await this.#finish(live.state))
    })
  }

  /** Stops listening; a copy that runs is waited for. */
  async close(): Promise<void> {
    this.#tail?.close()
    this.#tail = null
    if (this.#hint) clearTimeout(this.#hint)
    await this.#running?.catch(() => {})
  }

  /** Takes out what this follower may still have written of what was forgotten. Call it after {@link close}. */
  async wipe(): Promise<void> {
    await this.#followed.wipe(this.#shownSeq)
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const running = work().finally(() => {
      if (this.#running === running) this.#running = null
    })
    this.#running = running
    return running
  }

  async #copy(): Promise<void> {
    const { id, log, archive } = this.#followed
    const { archived, behind } = await log.archiveTo(archive, id)
    metrics.archivedEntries.inc(archived)
    if (archived > 0) this.#copiedSinceShown = true
    this.behind = behind
  }

  async #show(state: K['State']): Promise<void> {
    this.#copiedSinceShown = false
    if (state.seq <= this.#shownSeq) return
    await this.#followed.show(state)
    this.#shownSeq = state.seq
  }

  /** While much happens, entries are copied as they come; the sweep alone would lag by a second. */
  async #listen(state: K['State']): Promise<void> {
    const { id, log, isRunning } = this.#followed
    if (!isRunning(state) || this.#tail) return
    this.#tail = await log.watch(id)
    this.#tail.on('entries', () => {
      this.#hint ??= setTimeout(() => {
        this.#hint = null
        if (this.#running) return
        // A failure shows in the next turn, which meets it too.
        this.#alone(() => this.#copy()).catch(() => {})
      }, HINT_MS)
    })
  }

  async #finish({ seq }: K['State']): Promise<boolean> {
    const { id, archive, finish } = this.#followed
    const last = await archive.last(id)
    if (!last || last.seq < seq || !(await finish(last))) return false
    this.#logger.info({ id, entries: last.seq, hash: last.hash }, 'A log is wholly archived')
    return true
  }

  async #revive(): Promise<void> {
    const { id, log, archive, begin } = this.#followed
    try {
      const outcome = await log.restore(archive, id)
      if (outcome === 'restored') this.#logger.warn({ id }, 'A log that Redis had lost was built anew from its archive')
    } catch (error) {
      if (!(error instanceof NothingArchivedError)) throw error
      await begin()
    }
  }
}

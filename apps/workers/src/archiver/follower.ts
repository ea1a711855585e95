import { type AuctionState, stateFor } from '@gavel/auction'
import { type Logger, metrics } from '@gavel/config'
import {
  type Archive,
  type Auction,
  type Mongo,
  moveEvent,
  saveView,
  setAuctionArchived,
  setAuctionStatus,
} from '@gavel/db'
import { type LiveLog, NothingArchivedError, type Tail } from '@gavel/livelog'

export type ArchiverParts = { mongo: Mongo; log: LiveLog; archive: Archive; logger: Logger }

/** Entries within this time are copied together. */
const HINT_MS = 100
/** A log in which nothing happens is looked at whole only so often, in turns. */
const IDLE_TURNS = 5
/** Whoever created the auction makes its log right after; one that is still missing then was cut short by a crash. */
const LATE_CREATE_MS = 10_000

/** Keeps one auction's archive, read model and status up with its live log. */
export class Follower {
  readonly #parts: ArchiverParts
  readonly #auction: Auction
  #tail: Tail | null = null
  #hint: NodeJS.Timeout | null = null
  #running: Promise<unknown> | null = null
  #viewSeq = 0
  #copiedSinceShown = true
  #turns = 0
  /** Entries that the archive lacked after the last turn. */
  behind = 0

  constructor(parts: ArchiverParts, auction: Auction) {
    this.#parts = parts
    this.#auction = auction
  }

  /**
   * Copies what is missing, then shows it: read model, status. A log that Redis has lost is built anew from the archive.
   * @returns true once the auction is over and its log wholly archived.
   * @throws ForkedArchiveError where archive and log differ; LogUnavailableError, or MongoDB's own, where a store is away
   */
  async turn(): Promise<boolean> {
    await this.#running?.catch(() => {})
    return this.#alone(async () => {
      await this.#copy()
      this.#turns += 1
      if (!this.#copiedSinceShown && this.#turns % IDLE_TURNS !== 0) return false
      const live = await this.#parts.log.load(this.#auction.id)
      if (!live) {
        await this.#revive()
        return false
      }
      await this.#show(live.state)
      await this.#listen(live.state)
      return live.state.phase.is === 'ended' && (await this.#finish(live.state))
    })
  }

  /** Stops listening; a copy that runs is waited for. */
  async close(): Promise<void> {
    this.#tail?.close()
    this.#tail = null
    if (this.#hint) clearTimeout(this.#hint)
    await this.#running?.catch(() => {})
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const running = work().finally(() => {
      if (this.#running === running) this.#running = null
    })
    this.#running = running
    return running
  }

  async #copy(): Promise<void> {
    const { log, archive } = this.#parts
    const { archived, behind } = await log.archiveTo(archive, this.#auction.id)
    metrics.archivedEntries.inc(archived)
    if (archived > 0) this.#copiedSinceShown = true
    this.behind = behind
  }

  async #show(state: AuctionState): Promise<void> {
    this.#copiedSinceShown = false
    if (state.seq <= this.#viewSeq) return
    const { mongo } = this.#parts
    const { id, eventId } = this.#auction
    const players = Object.values(state.players)
    await saveView(mongo, {
      auctionId: id,
      seq: state.seq,
      state: JSON.stringify(stateFor('public', state)),
      phase: state.phase.is,
      sold: players.filter(({ status }) => status.is === 'sold').length,
      unsold: players.filter(({ status }) => status.is === 'unsold').length,
      updatedAtMs: Date.now(),
    })
    await setAuctionStatus(mongo, id, state.phase.is)
    if (state.phase.is === 'running' || state.phase.is === 'paused')
      await moveEvent(mongo, eventId, ['draft', 'published'], 'live')
    if (state.phase.is === 'ended') await moveEvent(mongo, eventId, ['draft', 'published', 'live'], 'finished')
    this.#viewSeq = state.seq
  }

  /** While people bid, entries are copied as they come; the sweep alone would lag by a second. */
  async #listen({ phase }: AuctionState): Promise<void> {
    const bidding = phase.is === 'running' || phase.is === 'paused'
    if (!bidding || this.#tail) return
    this.#tail = await this.#parts.log.watch(this.#auction.id)
    this.#tail.on('entries', () => {
      this.#hint ??= setTimeout(() => {
        this.#hint = null
        if (this.#running) return
        // A failure shows in the next turn, which meets it too.
        this.#alone(() => this.#copy()).catch(() => {})
      }, HINT_MS)
    })
  }

  async #finish({ seq }: AuctionState): Promise<boolean> {
    const { mongo, archive, logger } = this.#parts
    const last = await archive.last(this.#auction.id)
    if (!last || last.seq < seq) return false
    await setAuctionArchived(mongo, this.#auction.id, Date.now())
    logger.info({ auctionId: this.#auction.id, entries: last.seq, hash: last.hash }, 'An auction is wholly archived')
    return true
  }

  async #revive(): Promise<void> {
    const { log, archive, logger } = this.#parts
    const { id, rules, createdAtMs } = this.#auction
    try {
      const outcome = await log.restore(archive, id)
      if (outcome === 'restored')
        logger.warn({ auctionId: id }, 'A log that Redis had lost was built anew from its archive')
    } catch (error) {
      if (!(error instanceof NothingArchivedError)) throw error
      if (Date.now() - createdAtMs > LATE_CREATE_MS) await log.create(id, rules, 'system')
    }
  }
}

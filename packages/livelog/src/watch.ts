import type { AuctionState } from '@gavel/auction'
import type { Redis } from 'ioredis'
import type { LogEntry } from './body.ts'
import { firstAttempt, readAll } from './connection.ts'
import { NotLiveError } from './errors.ts'
import type { Head } from './head.ts'
import { keysOf } from './keys.ts'
import { readTime } from './read.ts'
import type { Store } from './store.ts'
import { LogTail } from './tail.ts'

/** A followed log. `state`, `seq` and `link` move together, before the handlers are called. */
export type Tail = {
  readonly state: AuctionState
  readonly seq: number
  readonly link: string
  /** What a client that holds entry `seq` with `link` is missing; the state where that cannot be told. Nulls: it holds nothing. */
  since(seq: number | null, link: string | null): { entries: readonly LogEntry[] } | { state: AuctionState }
  /** `entries`: the next ones, in order and without gaps. `rewind`: forget everything, the log is another one. Returns the way to stop. */
  on(event: 'entries', handler: (entries: readonly LogEntry[]) => void): () => void
  on(event: 'rewind', handler: () => void): () => void
  /** The store's clock. */
  nowMs(): number
  /** Ends this watcher; the log is followed as long as anyone watches. */
  close(): void
}

/** How often each followed log is compared with the store. Odd, so that instances do not align. */
const PULSE_MS = 997

type Followed = { tail: LogTail; started: Promise<boolean>; watchers: number }

/** All logs that this instance follows, on one subscription connection and one pulse. */
export class Watch {
  readonly #store: Store
  readonly #subscriptions: Redis
  readonly #tailSize: number
  readonly #recover: (auctionId: string, epoch: number) => Promise<unknown>
  readonly #followed = new Map<string, Followed>()
  readonly #byChannel = new Map<string, LogTail>()
  readonly #pulse: NodeJS.Timeout

  constructor(
    store: Store,
    subscriptions: Redis,
    tailSize: number,
    recover: (auctionId: string, epoch: number) => Promise<unknown>,
  ) {
    this.#store = store
    this.#subscriptions = subscriptions
    this.#tailSize = tailSize
    this.#recover = recover
    subscriptions.on('smessage', (channel: string, message: string) => this.#byChannel.get(channel)?.hint(message))
    subscriptions.on('ready', () => this.#resubscribe())
    this.#pulse = setInterval(() => this.#compareAll(), PULSE_MS)
    this.#pulse.unref()
  }

  /** The folded head of a followed log, or null. */
  head(auctionId: string): Head | null {
    return this.#followed.get(auctionId)?.tail.head ?? null
  }

  /** @throws NotLiveError, LogUnavailableError */
  async watch(auctionId: string): Promise<Tail> {
    const followed = this.#followed.get(auctionId) ?? this.#follow(auctionId)
    followed.watchers++
    try {
      if (!(await followed.started)) throw new NotLiveError(auctionId)
    } catch (error) {
      this.#leave(auctionId, followed)
      throw error
    }
    return this.#handle(auctionId, followed)
  }

  close(): void {
    clearInterval(this.#pulse)
    this.#followed.clear()
    this.#byChannel.clear()
  }

  #follow(auctionId: string): Followed {
    const tail = new LogTail(this.#store, auctionId, this.#tailSize, (epoch) => this.#recover(auctionId, epoch))
    this.#byChannel.set(tail.keys.channel, tail)
    const start = async () => {
      // First listen, then read: what comes between the two heals.
      await firstAttempt(this.#subscriptions)
      await this.#subscribe(tail.keys.channel)
      return tail.start()
    }
    const followed = { tail, started: start(), watchers: 0 }
    this.#followed.set(auctionId, followed)
    return followed
  }

  #leave(auctionId: string, followed: Followed): void {
    followed.watchers--
    if (followed.watchers > 0 || this.#followed.get(auctionId) !== followed) return
    this.#followed.delete(auctionId)
    const { channel } = keysOf(auctionId)
    this.#byChannel.delete(channel)
    this.#subscriptions.sunsubscribe(channel).catch(() => {})
  }

  #handle(auctionId: string, followed: Followed): Tail {
    const { tail } = followed
    const { clock } = this.#store
    const stops = new Set<() => void>()
    const head = (): Head => {
      if (!tail.head) throw new Error('this tail has not started')
      return tail.head
    }
    let open = true
    return {
      get state() {
        return head().state
      },
      get seq() {
        return head().state.seq
      },
      get link() {
        return head().link
      },
      since: (seq, link) => tail.since(seq, link),
      on: (...[event, handler]: OnArguments) => {
        const stop = event === 'entries' ? tail.onEntries(handler) : tail.onRewind(handler)
        stops.add(stop)
        return stop
      },
      nowMs: () => clock.nowMs(),
      close: () => {
        if (!open) return
        open = false
        for (const stop of stops) stop()
        this.#leave(auctionId, followed)
      },
    }
  }

  #resubscribe(): void {
    for (const { tail, started } of this.#followed.values()) {
      const again = async () => {
        await this.#subscribe(tail.keys.channel)
        if (await started) await tail.heal()
      }
      // The pulse heals whatever fails here.
      again().catch(() => {})
    }
  }

  /** A channel that cannot be had now is had on the next `ready`; until then the pulse does its work. */
  async #subscribe(channel: string): Promise<void> {
    await this.#subscriptions.ssubscribe(channel).catch((error: Error) => {
      this.#store.logger.debug({ channel, err: error }, 'not subscribed yet')
    })
  }

  #compareAll(): void {
    const tails = [...this.#followed.values()].map(({ tail }) => tail).filter((tail) => tail.head !== null)
    if (tails.length === 0) return
    const { redis, clock } = this.#store
    const ask = async () => {
      const [time, ...places] = await readAll(redis, () => {
        const pipeline = redis.pipeline().time()
        for (const tail of tails) pipeline.hmget(tail.keys.state, 'seq', 'link')
        return pipeline
      })
      clock.observe(readTime(time as [string, string]))
      tails.forEach((tail, i) => {
        const [seq, link] = places[i] as [string | null, string | null]
        tail.compare(seq, link)
      })
    }
    ask().catch(() => {})
    // A subscription only listens, so without this a peer that is gone would not be noticed.
    this.#subscriptions.ping().catch(() => {})
  }
}

type OnArguments =
  | [event: 'entries', handler: (entries: readonly LogEntry[]) => void]
  | [event: 'rewind', handler: () => void]

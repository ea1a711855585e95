import type { Redis } from 'ioredis'
import type { AuctionLog } from './auctions.ts'
import type { LogEntry } from './body.ts'
import { firstAttempt, readAll } from './connection.ts'
import { NotLiveError } from './errors.ts'
import type { Head } from './head.ts'
import { type LogTypes, nameOf } from './kind.ts'
import { readTime } from './read.ts'
import type { Store } from './store.ts'
import { LogTail } from './tail.ts'

/** A followed log. `state`, `seq` and `link` move together, before the handlers are called. */
export type Tail<K extends LogTypes = AuctionLog> = {
  readonly state: K['State']
  readonly seq: number
  readonly link: string
  /** What a client that holds entry `seq` with `link` is missing; the state where that cannot be told. Nulls: it holds nothing. */
  since(seq: number | null, link: string | null): { entries: readonly LogEntry<K>[] } | { state: K['State'] }
  /** `entries`: the next ones, in order and without gaps. `rewind`: forget everything, the log is another one. Returns the way to stop. */
  on(event: 'entries', handler: (entries: readonly LogEntry<K>[]) => void): () => void
  on(event: 'rewind', handler: () => void): () => void
  /** The store's clock. */
  nowMs(): number
  /** Ends this watcher; the log is followed as long as anyone watches. */
  close(): void
}

/** How often each followed log is compared with the store. Odd, so that instances do not align. */
const PULSE_MS = 997

type Followed<K extends LogTypes> = { tail: LogTail<K>; started: Promise<boolean>; watchers: number }

/** All logs of a kind that this instance follows, on one subscription connection and one pulse. */
export class Watch<K extends LogTypes> {
  readonly #store: Store<K>
  readonly #subscriptions: Redis
  readonly #tailSize: number
  readonly #recover: (id: string, epoch: number) => Promise<unknown>
  readonly #followed = new Map<string, Followed<K>>()
  readonly #byChannel = new Map<string, LogTail<K>>()
  readonly #pulse: NodeJS.Timeout

  constructor(
    store: Store<K>,
    subscriptions: Redis,
    tailSize: number,
    recover: (id: string, epoch: number) => Promise<unknown>,
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
  head(id: string): Head<K> | null {
    return this.#followed.get(id)?.tail.head ?? null
  }

  /** @throws NotLiveError, LogUnavailableError */
  async watch(id: string): Promise<Tail<K>> {
    const followed = this.#followed.get(id) ?? this.#follow(id)
    followed.watchers++
    try {
      if (!(await followed.started)) throw new NotLiveError(nameOf(this.#store.kind, id))
    } catch (error) {
      this.#leave(id, followed)
      throw error
    }
    return this.#handle(id, followed)
  }

  close(): void {
    clearInterval(this.#pulse)
    this.#followed.clear()
    this.#byChannel.clear()
  }

  #follow(id: string): Followed<K> {
    const tail = new LogTail(this.#store, id, this.#tailSize, (epoch) => this.#recover(id, epoch))
    this.#byChannel.set(tail.keys.channel, tail)
    const start = async () => {
      // First listen, then read: what comes between the two heals.
      await firstAttempt(this.#subscriptions)
      await this.#subscribe(tail.keys.channel)
      return tail.start()
    }
    const followed = { tail, started: start(), watchers: 0 }
    this.#followed.set(id, followed)
    return followed
  }

  #leave(id: string, followed: Followed<K>): void {
    followed.watchers--
    if (followed.watchers > 0 || this.#followed.get(id) !== followed) return
    this.#followed.delete(id)
    const { channel } = followed.tail.keys
    this.#byChannel.delete(channel)
    this.#subscriptions.sunsubscribe(channel).catch(() => {})
  }

  #handle(id: string, followed: Followed<K>): Tail<K> {
    const { tail } = followed
    const { clock } = this.#store
    const stops = new Set<() => void>()
    const head = (): Head<K> => {
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
      on: (...[event, handler]: OnArguments<K>) => {
        const stop = event === 'entries' ? tail.onEntries(handler) : tail.onRewind(handler)
        stops.add(stop)
        return stop
      },
      nowMs: () => clock.nowMs(),
      close: () => {
        if (!open) return
        open = false
        for (const stop of stops) stop()
        this.#leave(id, followed)
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

type OnArguments<K extends LogTypes> =
  | [event: 'entries', handler: (entries: readonly LogEntry<K>[]) => void]
  | [event: 'rewind', handler: () => void]

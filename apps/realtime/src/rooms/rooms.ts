import { type Actor, GUEST } from '@gavel/auth'
import type { LogReply, LogTypes } from '@gavel/livelog'
import type { EdgeCode } from '@gavel/protocol'
import { type Logs, type Opened, openLive, openSource } from './source.ts'

/** An empty room is kept so long, for those who only reload. */
const LINGER_MS = 30_000
/** Odd periods, so that instances do not work in step. */
const PING_EVERY_MS = 1_009
const PING_TIMEOUT_MS = 900
export const SWEEP_EVERY_MS = 4_003
const CLOCKS_EVERY_MS = 10_007

/** Somebody in a room. */
type Watching = { readonly actor: Actor; close(code: EdgeCode): void }

/** One auction or match with everybody who watches it on this server, as the list of rooms sees it. */
export type AnyHall<K extends LogTypes> = {
  readonly id: string
  /** The room of the present; `archived`: it is read from the archive, because its log is not in the live store. */
  readonly present: { readonly archived: boolean }
  /** Nobody watches and no clock runs, so it may be closed. */
  readonly idle: boolean
  readonly watching: number
  /** Everybody who watches, for who may and who may not any more. */
  readonly clients: readonly Watching[]
  /** The store was lost, or is back. */
  reachable(reachable: boolean): void
  /** The log is not live any more. */
  lost(): void
  /** It is read from elsewhere from now on. */
  reopen(opened: Opened<K>): Promise<void>
  close(): void
}

type Deps<K extends LogTypes, Hall extends AnyHall<K>> = {
  logs: Logs<K>
  /** Rejects while the live store is away. */
  ping: () => Promise<void>
  hallFor: (id: string, opened: Opened<K>) => Hall
  /** Whether this person may watch it. Rejects when nobody knows. */
  mayWatch: (id: string, actor: Actor) => Promise<boolean>
  /** Looks up again what may have changed around a room in which somebody is. What cannot be told now stays as it was. */
  refresh: (hall: Hall) => Promise<void>
  /** Logs in which a clock may run: their rooms stay open even when nobody watches. Rejects when nobody knows. */
  clocked: () => Promise<readonly string[]>
  /** How often rooms are looked at without a word of a change. */
  sweepEveryMs: number
}

/** The rooms of one kind that are open on this server, each opened by the first who asks for it. */
export class Rooms<K extends LogTypes, Hall extends AnyHall<K>> {
  readonly #deps: Deps<K, Hall>
  readonly #opening = new Map<string, Promise<Hall | null>>()
  readonly #open = new Map<string, { hall: Hall; usedAtMs: number }>()
  readonly #timers: NodeJS.Timeout[]
  #reachable = true
  #closed = false

  constructor(deps: Deps<K, Hall>) {
    this.#deps = deps
    this.#timers = [
      setInterval(() => void this.#ping(), PING_EVERY_MS),
      setInterval(() => void this.#sweep(), deps.sweepEveryMs),
      setInterval(() => void this.#openClocked(), CLOCKS_EVERY_MS),
    ]
    void this.#openClocked()
  }

  /** The room of an auction or match; null where there is none of this id. Rejects when the stores cannot say. */
  async of(id: string): Promise<Hall | null> {
    const open = this.#open.get(id)
    if (open) {
      open.usedAtMs = Date.now()
      return open.hall
    }
    const opening = this.#opening.get(id) ?? this.#openRoom(id)
    this.#opening.set(id, opening)
    return opening
  }

  /** The room where it is open already. */
  peek(id: string): Hall | undefined {
    return this.#open.get(id)?.hall
  }

  /** Looks at what the store answered: a log that is not live any more is shown from the archive instead (JOIN-2). */
  heed(hall: Hall, reply: LogReply<K>): void {
    if (reply.ok || reply.refusal.code !== 'NOT_LIVE' || hall.present.archived) return
    hall.lost()
    openSource(this.#deps.logs, hall.id)
      .then((opened) => opened && this.#reopen(hall, opened))
      // The sweep looks again.
      .catch(() => {})
  }

  /** Looks up again at once what these people may, or everybody for `null`, in the rooms that somebody is in. */
  async refresh(userIds: readonly string[] | null): Promise<void> {
    const watched = [...this.#open.values()].filter(({ hall }) => hall.watching > 0)
    await Promise.allSettled(watched.map(({ hall }) => this.#look(hall, userIds)))
  }

  close(): void {
    this.#closed = true
    for (const timer of this.#timers) clearInterval(timer)
    for (const { hall } of this.#open.values()) hall.close()
    this.#open.clear()
  }

  async #openRoom(id: string): Promise<Hall | null> {
    try {
      const { logs, hallFor } = this.#deps
      const opened = await openSource(logs, id)
      if (!opened) return null
      const hall = hallFor(id, opened)
      hall.reachable(this.#reachable)
      if (this.#closed) hall.close()
      else this.#open.set(id, { hall, usedAtMs: Date.now() })
      return hall
    } finally {
      this.#opening.delete(id)
    }
  }

  /** Whether the live store answers; every room is told when that changes (JOIN-4). */
  async #ping(): Promise<void> {
    const reachable = await Promise.race([
      this.#deps.ping().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, PING_TIMEOUT_MS, false)),
    ])
    if (reachable === this.#reachable) return
    this.#reachable = reachable
    for (const { hall } of this.#open.values()) hall.reachable(reachable)
  }

  /** Somebody must look at the clock after a restart, whoever comes back or not (TIMER-1). */
  async #openClocked(): Promise<void> {
    const ids = await this.#deps.clocked().catch(() => [])
    await Promise.allSettled(ids.map((id) => this.of(id)))
  }

  async #sweep(): Promise<void> {
    for (const [id, open] of this.#open) {
      const { hall } = open
      if (!hall.idle) open.usedAtMs = Date.now()
      else if (Date.now() - open.usedAtMs > LINGER_MS) {
        this.#open.delete(id)
        hall.close()
        continue
      }
      if (hall.watching > 0) await this.#look(hall, null).catch(() => {})
      if (hall.present.archived && this.#reachable) await this.#relive(hall)
    }
  }

  async #look(hall: Hall, userIds: readonly string[] | null): Promise<void> {
    await Promise.allSettled([this.#putOut(hall, userIds), this.#deps.refresh(hall)])
  }

  /** Whoever lost the role by which they watch a private room comes back without it, and is refused (SIGHT-4). */
  async #putOut({ id, clients }: Hall, userIds: readonly string[] | null): Promise<void> {
    const { mayWatch } = this.#deps
    if (await mayWatch(id, GUEST)) return
    for (const client of clients) {
      const { userId } = client.actor
      if (userIds !== null && (userId === null || !userIds.includes(userId))) continue
      if (!(await mayWatch(id, client.actor).catch(() => true))) client.close('TOKEN_OLD')
    }
  }

  /** A log that was not in the live store may have been restored into it. */
  async #relive(hall: Hall): Promise<void> {
    const opened = await openLive(this.#deps.logs.log, hall.id).catch(() => null)
    if (opened) await this.#reopen(hall, opened).catch(() => {})
  }

  async #reopen(hall: Hall, opened: Opened<K>): Promise<void> {
    if (this.peek(hall.id) === hall) await hall.reopen(opened)
    else opened.close()
  }
}

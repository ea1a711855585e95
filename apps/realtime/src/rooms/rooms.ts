import type { Archive } from '@gavel/db'
import type { LiveLog, LogReply } from '@gavel/livelog'
import type { Client } from '../sockets/client.ts'
import { type CloseLot, Room } from './room.ts'
import { openLive, openSource } from './source.ts'

/** An empty room is kept so long, for those who only reload. */
const LINGER_MS = 30_000
/** Odd periods, so that instances do not work in step. */
const PING_EVERY_MS = 1_009
const PING_TIMEOUT_MS = 900
const SWEEP_EVERY_MS = 4_003
const CLOCKS_EVERY_MS = 10_007

type Deps = {
  log: LiveLog
  archive: Archive
  closeLot: CloseLot
  /** Rejects when nobody knows. */
  mayConduct: (client: Client, auctionId: string) => Promise<boolean>
  /** Running auctions whose lots end by a clock: their rooms stay open even when nobody watches. Rejects when nobody knows. */
  clocked: () => Promise<readonly string[]>
}

/** The rooms that are open on this server, each opened by the first who asks for it. */
export class Rooms {
  readonly #deps: Deps
  readonly #opening = new Map<string, Promise<Room | null>>()
  readonly #open = new Map<string, { room: Room; usedAtMs: number }>()
  readonly #timers: NodeJS.Timeout[]
  #reachable = true
  #closed = false

  constructor(deps: Deps) {
    this.#deps = deps
    this.#timers = [
      setInterval(() => void this.#ping(), PING_EVERY_MS),
      setInterval(() => void this.#sweep(), SWEEP_EVERY_MS),
      setInterval(() => void this.#openClocked(), CLOCKS_EVERY_MS),
    ]
    void this.#openClocked()
  }

  /** The room of an auction; null where there is no such auction. Rejects when the stores cannot say. */
  async of(auctionId: string): Promise<Room | null> {
    const open = this.#open.get(auctionId)
    if (open) {
      open.usedAtMs = Date.now()
      return open.room
    }
    const opening = this.#opening.get(auctionId) ?? this.#openRoom(auctionId)
    this.#opening.set(auctionId, opening)
    return opening
  }

  /** The room where it is open already. */
  peek(auctionId: string): Room | undefined {
    return this.#open.get(auctionId)?.room
  }

  /** Looks at what the store answered for a room: a log that is not live any more is shown from the archive instead (JOIN-2). */
  heed(room: Room, reply: LogReply): void {
    if (reply.ok || reply.refusal.code !== 'NOT_LIVE' || room.archived) return
    room.lost()
    openSource(this.#deps.log, this.#deps.archive, room.auctionId).then(
      (opened) => {
        if (opened && this.peek(room.auctionId) === room) room.reopen(opened)
        else opened?.tail?.close()
      },
      // The sweep looks again.
      () => {},
    )
  }

  close(): void {
    this.#closed = true
    for (const timer of this.#timers) clearInterval(timer)
    for (const { room } of this.#open.values()) room.close()
    this.#open.clear()
  }

  async #openRoom(auctionId: string): Promise<Room | null> {
    try {
      const opened = await openSource(this.#deps.log, this.#deps.archive, auctionId)
      if (!opened) return null
      const room = new Room(auctionId, opened, this.#deps.closeLot)
      room.reachable(this.#reachable)
      if (this.#closed) room.close()
      else this.#open.set(auctionId, { room, usedAtMs: Date.now() })
      return room
    } finally {
      this.#opening.delete(auctionId)
    }
  }

  /** Whether the live store answers; every room is told when that changes (JOIN-4). */
  async #ping(): Promise<void> {
    const reachable = await Promise.race([
      this.#deps.log.ping().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, PING_TIMEOUT_MS, false)),
    ])
    if (reachable === this.#reachable) return
    this.#reachable = reachable
    for (const { room } of this.#open.values()) room.reachable(reachable)
  }

  /** Somebody must look at the clock after a restart, whoever comes back or not (TIMER-1). */
  async #openClocked(): Promise<void> {
    const auctionIds = await this.#deps.clocked().catch(() => [])
    await Promise.allSettled(auctionIds.map((auctionId) => this.of(auctionId)))
  }

  async #sweep(): Promise<void> {
    for (const [auctionId, open] of this.#open) {
      const { room } = open
      if (!room.idle) open.usedAtMs = Date.now()
      else if (Date.now() - open.usedAtMs > LINGER_MS) {
        this.#open.delete(auctionId)
        room.close()
        continue
      }
      await room.refreshConduct((client) => this.#deps.mayConduct(client, auctionId))
      if (room.archived && this.#reachable) await this.#relive(auctionId, room)
    }
  }

  /** A log that was not in the live store may have been restored into it. */
  async #relive(auctionId: string, room: Room): Promise<void> {
    const opened = await openLive(this.#deps.log, auctionId).catch(() => null)
    if (!opened) return
    if (this.peek(auctionId) === room) room.reopen(opened)
    else opened.tail?.close()
  }
}

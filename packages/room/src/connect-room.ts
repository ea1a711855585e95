import type { AuctionState, TeamId, UserId } from '@gavel/auction'
import {
  AUCTION_NAMESPACE,
  type BidMessage,
  type ClientToServer,
  type CommandMessage,
  type CommandReply,
  type ConsoleCommand,
  type JoinMessage,
  type JoinReply,
  PROTOCOL_VERSION,
  type ServerToClient,
  type WireEntry,
  type You,
} from '@gavel/protocol'
import { nanoid } from 'nanoid'
import { io, type Socket } from 'socket.io-client'
import { createPending, type Outcome } from './pending.ts'
import { afterEntries, afterJoin, type FoldResult, type RoomState } from './room-state.ts'
import { createServerClock } from './server-clock.ts'

/** How long one answer is waited for before the same command is asked again. */
const ANSWER_MS = 2_500
const CLOCK_EVERY_MS = 7_000

export type RoomStatus =
  | { is: 'connecting' }
  | { is: 'live' }
  | { is: 'reconnecting' }
  | { is: 'behind'; entries: number }
  /** The server will not let us in, or the auction is not there. */
  | { is: 'refused'; code: string; words: string }

/** Everything a live page draws from. A new object for each change, so React can compare it. */
export type RoomSnapshot = {
  status: RoomStatus
  auction: AuctionState | null
  you: You
  /** Commands can be accepted: false for a finished auction from the archive, and while the live store is out of reach. */
  writable: boolean
  recent: readonly WireEntry[]
  offsetMs: number
  latencyMs: number | null
  watching: number
  /** Open connections by team; the auctioneer alone gets it. */
  connected: Readonly<Record<TeamId, number>>
}

export type RoomOptions = {
  auctionId: string
  realtimeUrl: string
  as: JoinMessage['as']
  /** A fresh access token, or null for a guest. Asked on every connect, since tokens are short-lived. */
  accessToken: () => Promise<string | null>
}

const NOBODY: You = { userId: null as UserId | null, audience: 'public', team: null }

export type Room = ReturnType<typeof connectRoom>

/**
 * One live auction on this page: joins, folds, resumes from where it stands, rewinds, and settles commands. It has no React in it:
 * `subscribe` and `snapshot` are what a page binds to.
 */
export function connectRoom({ auctionId, realtimeUrl, as, accessToken }: RoomOptions) {
  let snapshot: RoomSnapshot = {
    status: { is: 'connecting' },
    auction: null,
    you: NOBODY,
    writable: false,
    recent: [],
    offsetMs: 0,
    latencyMs: null,
    watching: 0,
    connected: {},
  }
  let room: RoomState | null = null
  const listeners = new Set<() => void>()
  const clock = createServerClock()
  const pending = createPending(Date.now)

  const socket: Socket<ServerToClient, ClientToServer> = io(`${realtimeUrl}${AUCTION_NAMESPACE}`, {
    transports: ['websocket'],
    // Each room has a person of its own behind it, so connections are never shared.
    forceNew: true,
    auth: (give) => {
      accessToken().then(
        (token) => give({ token, protocol: PROTOCOL_VERSION }),
        () => give({ token: null, protocol: PROTOCOL_VERSION }),
      )
    },
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
  })

  function change(next: Partial<RoomSnapshot>) {
    snapshot = { ...snapshot, ...next }
    for (const listener of listeners) listener()
  }

  function take(result: FoldResult, status: RoomStatus | null) {
    if (result.is !== 'folded') {
      if (result.is === 'fork') room = null
      else change({ status: { is: 'behind', entries: 1 } })
      join()
      return
    }
    const before = room
    room = result.room
    if (pending.size() > 0 && room.recent !== before?.recent) {
      for (const entry of room.recent) if ('cmd' in entry && entry.cmd) pending.seen(entry.cmd, entry.seq)
    }
    const { auction, you, recent } = room
    change({ auction, you, recent, ...(status ? { status } : {}) })
  }

  function join() {
    const message: JoinMessage = { auctionId, since: room?.auction.seq ?? null, link: room?.link ?? null, as }
    const sentMs = Date.now()
    socket.timeout(ANSWER_MS * 2).emit('join', message, (error: Error | null, reply: JoinReply) => {
      if (error) {
        if (socket.connected) join()
        return
      }
      change(clock.measured(sentMs, Date.now(), reply.nowMs))
      if (reply.ok) change({ writable: reply.live })
      else if (reply.code === 'UNAVAILABLE') {
        change({ status: { is: 'reconnecting' } })
        setTimeout(() => socket.connected && join(), ANSWER_MS)
        return
      } else {
        change({ status: { is: 'refused', code: reply.code, words: reply.words } })
        return
      }
      take(afterJoin(room, reply), { is: 'live' })
      pending.askAgain()
    })
  }

  function readClock() {
    if (!socket.connected) return
    const sentMs = Date.now()
    socket.emit('clock', ({ nowMs }) => change(clock.measured(sentMs, Date.now(), nowMs)))
  }

  socket.on('connect', join)
  socket.on('closing', ({ code, words }) => {
    if (code === 'TOO_MANY') change({ status: { is: 'refused', code, words } })
  })
  socket.on('disconnect', (reason) => {
    // Whoever was closed for flooding stays out until the person acts (JOIN-5).
    if (snapshot.status.is === 'refused' && snapshot.status.code === 'TOO_MANY') return
    change({ status: { is: 'reconnecting' } })
    // The server closed it on purpose (a slow reader, a restart); the client library leaves that to us.
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', (error) => {
    const { code, words } = (error as Error & { data?: { code?: string; words?: string } }).data ?? {}
    if (code === 'OLD_CLIENT') change({ status: { is: 'refused', code, words: words ?? error.message } })
    else if (snapshot.auction) change({ status: { is: 'reconnecting' } })
    // A refused handshake is final for the client library, yet a token may only have run out.
    if (!socket.active && code !== 'OLD_CLIENT') setTimeout(() => socket.connect(), ANSWER_MS)
  })
  socket.on('entries', (message) => {
    if (message.auctionId !== auctionId || !room) return
    take(afterEntries(room, message.entries), null)
  })
  socket.on('rewind', (message) => {
    if (message.auctionId !== auctionId) return
    take(
      { is: 'folded', room: { auction: message.state, link: message.link, you: message.you, recent: [] } },
      { is: 'live' },
    )
    change({ writable: message.live })
  })
  socket.on('live', (message) => {
    if (message.auctionId === auctionId) change({ writable: message.live })
  })
  socket.on('you', (message) => {
    if (message.auctionId !== auctionId || !room) return
    room = { ...room, you: message.you }
    change({ you: message.you })
  })
  socket.on('presence', (message) => {
    if (message.auctionId === auctionId) change({ watching: message.watching, connected: message.teams })
  })
  const clockTimer = setInterval(readClock, CLOCK_EVERY_MS)
  const repeatTimer = setInterval(() => pending.size() > 0 && pending.askAgain(), ANSWER_MS)

  const epoch = () => snapshot.auction?.epoch ?? 1

  function sendAndSettle(commandId: string, emit: (answer: (reply: CommandReply) => void) => void): Promise<Outcome> {
    return pending.add(commandId, () => {
      if (!socket.connected) return
      emit((reply) => {
        pending.answered(commandId, reply)
      })
    })
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => snapshot,

    /** Bids for the own team, or, as the auctioneer, for `floorTeam`. The lot is named, so a late click never bids on the next one. */
    bid(bid: { lot: number; amount: number; floorTeam?: TeamId }): Promise<Outcome> {
      const commandId = nanoid()
      const message: BidMessage = { ...bid, auctionId, commandId, epoch: epoch(), floorTeam: bid.floorTeam ?? null }
      return sendAndSettle(commandId, (answer) => socket.emit('bid', message, answer))
    },

    /** Sends a command of the console. */
    command(command: ConsoleCommand): Promise<Outcome> {
      const commandId = nanoid()
      const message: CommandMessage = { auctionId, commandId, epoch: epoch(), command }
      return sendAndSettle(commandId, (answer) => socket.emit('command', message, answer))
    },

    close() {
      clearInterval(clockTimer)
      clearInterval(repeatTimer)
      pending.abandon()
      listeners.clear()
      socket.disconnect()
    },
  }
}

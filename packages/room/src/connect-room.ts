import type { AuctionState, TeamId, UserId } from '@gavel/auction'
import {
  type ActMessage,
  AUCTION_NAMESPACE,
  type BidMessage,
  type ClientToServer,
  type CommandMessage,
  type CommandReply,
  type ConsoleCommand,
  EDGE_REFUSALS,
  type FanReply,
  type GuessesMessage,
  type GuessMessage,
  type JoinMessage,
  type JoinReply,
  type Reaction,
  type ReactionsMessage,
  type ServerToClient,
  type TeamAct,
  type WireEntry,
  type You,
} from '@gavel/protocol'
import { nanoid } from 'nanoid'
import type { Socket } from 'socket.io-client'
import { ANSWER_MS, followLine, keepClock, openSocket, type RoomStatus } from './log-socket.ts'
import { createPending, type Outcome } from './pending.ts'
import { afterEntries, afterJoin, type FoldResult, type RoomState } from './room-state.ts'
import { createServerClock } from './server-clock.ts'

/** Everything a live page draws from. A new object for each change, so React can compare it. */
export type RoomSnapshot = {
  status: RoomStatus
  auction: AuctionState | null
  you: You
  /** Commands can be accepted: false for a finished auction from the archive, and while the live store is out of reach. */
  writable: boolean
  /** How late the auction is shown, in milliseconds, 0 for now; null until that is known. */
  delayMs: number | null
  recent: readonly WireEntry[]
  offsetMs: number
  latencyMs: number | null
  watching: number
  /** Open connections by team; the auctioneer alone gets it. */
  connected: Readonly<Record<TeamId, number>>
  /** What fans threw into the room in the last second in which any did; a new object each time. */
  reactions: ReactionsMessage['counts'] | null
  /** How the guesses of the last lot that ended turned out. */
  guesses: GuessesMessage | null
}

export type RoomOptions = {
  auctionId: string
  realtimeUrl: string
  as: JoinMessage['as']
  /** The page is for strangers: it is shown what the public is shown, whoever has opened it. */
  late?: boolean
  /** A fresh access token, or null for a guest. Asked on every connect, since tokens are short-lived. */
  accessToken: () => Promise<string | null>
}

const UNANSWERED: FanReply = {
  ...{ ok: false, commandId: null, code: 'UNAVAILABLE', words: EDGE_REFUSALS.UNAVAILABLE, seq: 0, nowMs: 0 },
}

const NOBODY: You = { userId: null as UserId | null, audience: 'public', team: null }

/** A room of which nothing is known yet. */
export const UNJOINED_ROOM: RoomSnapshot = {
  status: { is: 'connecting' },
  auction: null,
  you: NOBODY,
  writable: false,
  delayMs: null,
  recent: [],
  offsetMs: 0,
  latencyMs: null,
  watching: 0,
  connected: {},
  reactions: null,
  guesses: null,
}

export type Room = ReturnType<typeof connectRoom>

/**
 * One live auction on this page: joins, folds, resumes from where it stands, rewinds, and settles commands. It has no React in it:
 * `subscribe` and `snapshot` are what a page binds to.
 */
export function connectRoom({ auctionId, realtimeUrl, as, late = false, accessToken }: RoomOptions) {
  let snapshot: RoomSnapshot = UNJOINED_ROOM
  let room: RoomState | null = null
  const listeners = new Set<() => void>()
  const clock = createServerClock()
  const pending = createPending(Date.now)

  const opened = openSocket({ realtimeUrl, namespace: AUCTION_NAMESPACE, accessToken })
  const socket: Socket<ServerToClient, ClientToServer> = opened

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
    const held = { since: room?.auction.seq ?? null, link: room?.link ?? null }
    const message: JoinMessage = { auctionId, ...held, as, ...(late && { late }) }
    const sentMs = Date.now()
    socket.timeout(ANSWER_MS * 2).emit('join', message, (error: Error | null, reply: JoinReply) => {
      if (error) {
        if (socket.connected) join()
        return
      }
      if (reply.ok) shownAt(reply.delayMs)
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

  /** What is shown may be the past, by whose clock its deadlines are read (LATE-4). */
  function shownAt(delayMs: number) {
    change({ ...clock.moved((snapshot.delayMs ?? delayMs) - delayMs), delayMs })
  }

  followLine(opened, {
    status: () => snapshot.status,
    change: (status) => change({ status }),
    drawn: () => snapshot.auction !== null,
    join,
    tooBig: pending.refuseAll,
  })
  socket.on('entries', (message) => {
    if (message.auctionId !== auctionId || !room) return
    take(afterEntries(room, message.entries), null)
  })
  socket.on('rewind', (message) => {
    if (message.auctionId !== auctionId) return
    shownAt(message.delayMs)
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
  socket.on('reactions', (message) => {
    if (message.auctionId === auctionId) change({ reactions: message.counts })
  })
  socket.on('guesses', (message) => {
    if (message.auctionId === auctionId) change({ guesses: message })
  })
  const stopClock = keepClock(opened, clock, change)
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

    /** Answers or acts for a team: the own one, or, as the auctioneer, the act's `floorTeam`. */
    act(act: TeamAct): Promise<Outcome> {
      const commandId = nanoid()
      const message: ActMessage = { auctionId, commandId, epoch: epoch(), act }
      return sendAndSettle(commandId, (answer) => socket.emit('act', message, answer))
    },

    /** Throws a reaction into the room. It is lost where the connection is, and refused where it is one too many. */
    react(kind: Reaction): void {
      if (socket.connected) socket.emit('react', { auctionId, kind }, () => {})
    },

    /** Guesses what the player up will be sold for, once for each lot. */
    guess(guess: Omit<GuessMessage, 'auctionId'>): Promise<FanReply> {
      return new Promise((resolve) => {
        socket.timeout(ANSWER_MS).emit('guess', { ...guess, auctionId }, (error: Error | null, reply: FanReply) => {
          resolve(error ? UNANSWERED : reply)
        })
      })
    },

    close() {
      stopClock()
      clearInterval(repeatTimer)
      pending.abandon()
      listeners.clear()
      socket.disconnect()
    },
  }
}

import {
  type EdgeCode,
  MATCH_NAMESPACE,
  type MatchClientToServer,
  type MatchJoinMessage,
  type MatchJoinReply,
  type MatchServerToClient,
  type MatchYou,
  type ScorerCommand,
  type WireMatchEntry,
} from '@gavel/protocol'
import { evolveMatch, type MatchState } from '@gavel/scoring'
import type { Socket } from 'socket.io-client'
import { type Folded, foldEntries, type Held } from '../fold-entries.ts'
import { ANSWER_MS, followLine, keepClock, openSocket, type RoomStatus } from '../log-socket.ts'
import { createPending, type Outcome } from '../pending.ts'
import { createServerClock } from '../server-clock.ts'

export type MatchOutcome = Outcome<string>

/** Everything that a live page of a match draws from. A new object for each change, so React can compare it. */
export type MatchSnapshot = {
  status: RoomStatus
  match: MatchState | null
  /** The link of the entry at `match.seq`; null where nothing has come from the server yet. */
  link: string | null
  you: MatchYou
  /** Commands can be accepted: false for an archived match, and while the live store is out of reach. */
  writable: boolean
  recent: readonly WireMatchEntry[]
  offsetMs: number
  latencyMs: number | null
  /** How long ago the match stood so, where an event shows it late. */
  delayMs: number
  watching: number
  scoring: number
}

export type MatchRoomOptions = {
  matchId: string
  realtimeUrl: string
  as: MatchJoinMessage['as']
  /** A fresh access token, or null for a guest. Asked on every connect, since tokens are short-lived. */
  accessToken: () => Promise<string | null>
  /** What this browser held of the log when it was here last: the room goes on from there. */
  held?: { readonly match: MatchState; readonly link: string; readonly audience: MatchYou['audience'] } | null
}

/** A match of which nothing is known yet. */
export const UNJOINED_MATCH: MatchSnapshot = {
  status: { is: 'connecting' },
  match: null,
  link: null,
  you: { userId: null, audience: 'public' },
  writable: false,
  recent: [],
  offsetMs: 0,
  latencyMs: null,
  delayMs: 0,
  watching: 0,
  scoring: 0,
}

export type MatchRoom = ReturnType<typeof connectMatch>

type HeldMatch = Held<MatchState, WireMatchEntry>

/** One live match on this page: joins, folds and resumes from where it stands, and sends commands. It has no React in it. */
export function connectMatch({ matchId, realtimeUrl, as, accessToken, held: before = null }: MatchRoomOptions) {
  let held: HeldMatch | null = before && { state: before.match, link: before.link, recent: [] }
  /** Whose picture of the log is held: that of another audience cannot be gone on from. */
  let heldAs = before?.audience ?? null
  let snapshot: MatchSnapshot = { ...UNJOINED_MATCH, match: held?.state ?? null, link: held?.link ?? null }
  const listeners = new Set<() => void>()
  const clock = createServerClock()
  const pending = createPending<string>(Date.now)
  const opened = openSocket({ realtimeUrl, namespace: MATCH_NAMESPACE, accessToken })
  const socket: Socket<MatchServerToClient, MatchClientToServer> = opened

  function change(next: Partial<MatchSnapshot>) {
    snapshot = { ...snapshot, ...next }
    for (const listener of listeners) listener()
  }

  function take(result: Folded<MatchState, WireMatchEntry>, more: Partial<MatchSnapshot>) {
    if (result.is !== 'folded') {
      if (result.is === 'fork') held = null
      else change({ status: { is: 'behind', entries: 1 } })
      join()
      return
    }
    const arrived = result.held.recent === held?.recent ? [] : result.held.recent
    held = result.held
    if (pending.size() > 0)
      for (const entry of arrived) if ('cmd' in entry && entry.cmd) pending.seen(entry.cmd, entry.seq)
    change({ match: held.state, link: held.link, recent: held.recent, ...more })
  }

  const fold = (from: HeldMatch, entries: readonly WireMatchEntry[]) => {
    const owned = new WeakSet<object>()
    return foldEntries(from, entries, (state: MatchState, entry) => evolveMatch(state, entry, owned))
  }

  const standing = (state: MatchState, link: string): Folded<MatchState, WireMatchEntry> => ({
    is: 'folded',
    held: { state, link, recent: [] },
  })

  function joined(reply: Extract<MatchJoinReply, { ok: true }>) {
    const { you, live: writable, delayMs } = reply
    const more: Partial<MatchSnapshot> = { you, writable, delayMs, status: { is: 'live' } }
    const mine = held !== null && heldAs === you.audience
    heldAs = you.audience
    if ('state' in reply) take(standing(reply.state, reply.link), more)
    else take(held && mine ? fold(held, reply.entries) : { is: 'fork' }, more)
    pending.askAgain()
  }

  function join() {
    const message: MatchJoinMessage = { matchId, since: held?.state.seq ?? null, link: held?.link ?? null, as }
    const sentMs = Date.now()
    socket.timeout(ANSWER_MS * 2).emit('join', message, (error: Error | null, reply: MatchJoinReply) => {
      if (error) {
        if (socket.connected) join()
        return
      }
      change(clock.measured(sentMs, Date.now(), reply.nowMs))
      if (reply.ok) joined(reply)
      else if (reply.code === 'UNAVAILABLE') {
        change({ status: { is: 'reconnecting' } })
        setTimeout(() => socket.connected && join(), ANSWER_MS)
      } else change({ status: { is: 'refused', code: reply.code, words: reply.words } })
    })
  }

  followLine(opened, {
    status: () => snapshot.status,
    change: (status) => change({ status }),
    drawn: () => snapshot.match !== null,
    join,
    tooBig: (code: EdgeCode, words) => pending.refuseAll(code, words),
  })
  socket.on('entries', (message) => {
    if (message.matchId === matchId && held) take(fold(held, message.entries), {})
  })
  socket.on('rewind', (message) => {
    if (message.matchId !== matchId) return
    const { you, live: writable, delayMs } = message
    heldAs = you.audience
    take(standing(message.state, message.link), { you, writable, delayMs, status: { is: 'live' } })
  })
  socket.on('live', (message) => {
    if (message.matchId === matchId) change({ writable: message.live })
  })
  socket.on('presence', ({ matchId: of, watching, scoring }) => {
    if (of === matchId) change({ watching, scoring })
  })
  const stopClock = keepClock(opened, clock, change)
  const repeatTimer = setInterval(() => pending.size() > 0 && pending.askAgain(), ANSWER_MS)

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => snapshot,

    /** Sends a command. Sent again with the same id and the same words, it counts once. */
    send(commandId: string, command: ScorerCommand): Promise<MatchOutcome> {
      return pending.add(commandId, () => {
        if (!socket.connected) return
        const epoch = snapshot.match?.epoch ?? 1
        socket.emit('command', { matchId, commandId, epoch, command }, (reply) => {
          pending.answered(commandId, reply)
        })
      })
    },

    /** Connects anew, with a fresh token. */
    reconnect() {
      socket.disconnect()
      socket.connect()
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

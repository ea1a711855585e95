import type { MatchAudience, MatchRefusal, MatchState, VisibleMatchEntry } from '@gavel/scoring'
import type { EdgeCode } from '../edge-codes.ts'
import type { Accepted } from '../messages.ts'
import type { MatchCommandMessage, MatchJoinMessage, MatchLeaveMessage } from './messages.ts'

/** An entry on the wire, with the link that makes a fork visible. */
export type WireMatchEntry = VisibleMatchEntry & { link: string }

/** What the server knows about the person behind a socket, in one match. `audience`: what they may be, at most what was asked for. */
export type MatchYou = { userId: string | null; audience: MatchAudience }

/**
 * Where a match's log stands. `live`: commands can be accepted now. `delayMs`: how long ago the match stood so, 0 for now; `nowMs` is that
 * moment by the store's clock.
 */
type Standing = {
  matchId: string
  seq: number
  link: string
  epoch: number
  nowMs: number
  delayMs: number
  you: MatchYou
  live: boolean
}

/** `entries` continue from the client's `since`; `state` replaces all that it holds. */
export type MatchJoined =
  | ({ ok: true; entries: WireMatchEntry[] } & Standing)
  | ({ ok: true; state: MatchState } & Standing)

/**
 * `refusal`: what the match itself said, with where it is and what it lists; null where the edge refused. `seq`: where the log stands as the
 * server knows it, 0 where it does not. `words` are for a person.
 */
export type MatchRefused = {
  ok: false
  commandId: string | null
  code: MatchRefusal['code'] | EdgeCode
  words: string
  refusal: MatchRefusal | null
  seq: number
  nowMs: number
}
export type MatchJoinReply = MatchJoined | MatchRefused
export type MatchReply = Accepted | MatchRefused

export type MatchClientToServer = {
  join: (message: MatchJoinMessage, reply: (r: MatchJoinReply) => void) => void
  leave: (message: MatchLeaveMessage, reply: (r: { ok: true }) => void) => void
  command: (message: MatchCommandMessage, reply: (r: MatchReply) => void) => void
  /** Round trip and server's clock. */
  clock: (reply: (r: { nowMs: number }) => void) => void
}

export type MatchServerToClient = {
  /** In order, without gaps, following what the client was last given. */
  entries: (message: { matchId: string; entries: WireMatchEntry[] }) => void
  /** The log was forked or recovered, or what the client may see changed: forget everything and stand here. */
  rewind: (message: { state: MatchState } & Standing) => void
  /** Whether commands can be accepted in this match changed. */
  live: (message: { matchId: string; live: boolean }) => void
  /** How many are in the room, as this server sees it, and how many of them may score. At most once a second. */
  presence: (message: { matchId: string; watching: number; scoring: number }) => void
  /** The server is about to close this socket, and why. */
  closing: (message: { code: EdgeCode; words: string }) => void
}

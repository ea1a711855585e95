import type { AuctionState, Audience, RefusalCode, RefusalDetail, TeamId, UserId, VisibleEntry } from '@gavel/auction'
import { ANNOUNCEMENT, COMMITMENT, MAX_AMOUNT, MAX_BATCH, SECRET } from '@gavel/auction'
import { z } from 'zod'
import { commandId, epoch, id, link, seq } from './common.ts'
import type { EdgeCode } from './edge-codes.ts'
import type { GuessesMessage, GuessMessage, ReactionsMessage, ReactMessage } from './fans.ts'
import { MAX_MAXIMA } from './limits.ts'

/** Raised when an older client could misread a message. Sent in the handshake; a mismatch tells the person to reload. */
export const PROTOCOL_VERSION = 4

const amount = z.number().int().positive().lt(MAX_AMOUNT)
const lot = z.number().int().positive().lt(1e6)

/**
 * What a client sends in `handshake.auth`. Without a token the person is a guest. Anything else fails with a `connect_error` whose `data`
 * is a {@link ConnectRefusal}: OLD_CLIENT, or SIGN_IN for a token that is not valid (any more).
 */
export const handshake = z.object({ protocol: z.number().int(), token: z.string().max(4_096).nullish() })
export type ConnectRefusal = { code: EdgeCode; words: string }

const addressed = z.strictObject({ auctionId: id, commandId, epoch })

/** `join`: watch an auction from where the client stands. `since` and `link` are of the last entry it holds; null for none. */
export const joinMessage = z.strictObject({
  auctionId: id,
  since: seq.nullable(),
  link: link.nullable(),
  /** What the page is for. The server answers with what the person may be, which may be less. */
  as: z.enum(['auctioneer', 'paddle', 'public']),
  /** The page is for strangers, such as a stream's overlay: it is given what the public is given, whoever has opened it (LATE-5). */
  late: z.boolean().optional(),
})

export const leaveMessage = z.strictObject({ auctionId: id })

/** `bid`: the hot path. `floorTeam` is the auctioneer's alone. */
export const bidMessage = addressed.extend({ lot, amount, floorTeam: id.nullable() })

/** `command`: everything else that a console may ask for while the auction is live. */
export const commandMessage = addressed.extend({
  command: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('StartAuction') }),
    z.strictObject({ type: z.literal('OpenLot'), player: id }),
    z.strictObject({ type: z.literal('RetractBid'), lot, bid: seq }),
    z.strictObject({
      type: z.literal('CallGoing'),
      lot,
      call: z.union([z.literal(1), z.literal(2)]),
      bid: seq.nullable(),
    }),
    z.strictObject({ type: z.literal('Hammer'), lot, bid: seq }),
    z.strictObject({ type: z.literal('PassLot'), lot }),
    z.strictObject({ type: z.literal('ReopenLot'), lot }),
    z.strictObject({
      type: z.literal('RecallPlayers'),
      players: z.array(id).min(1).max(MAX_BATCH),
      base: amount.nullable().optional(),
    }),
    z.strictObject({
      type: z.literal('WithdrawPlayer'),
      player: id,
      why: z.enum(['withdrawn', 'ineligible']).optional(),
    }),
    z.strictObject({ type: z.literal('CallForNames'), perTeam: z.number().int().positive().max(MAX_BATCH) }),
    z.strictObject({ type: z.literal('CloseNames') }),
    z.strictObject({ type: z.literal('MovePlayer'), player: id, set: id, before: id.nullable() }),
    z.strictObject({ type: z.literal('MoveSet'), set: id, before: id.nullable() }),
    z.strictObject({ type: z.literal('PauseAuction'), message: z.string().max(200) }),
    z.strictObject({ type: z.literal('ResumeAuction') }),
    z.strictObject({ type: z.literal('EndAuction') }),
    z.strictObject({ type: z.literal('Announce'), words: z.string().trim().regex(ANNOUNCEMENT).nullable() }),
  ]),
})

const round = z.number().int().positive().lt(1e6)
const floorTeam = id.nullable()

/**
 * `act`: what a team answers and does beside its bids. `floorTeam` as in a bid: null is the asker's own paddle, a team is the auctioneer's alone.
 * What is sealed or hidden is for the own paddle only.
 */
export const actMessage = addressed.extend({
  act: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('ClaimMatch'), lot, term: z.string().min(1).max(80).nullable(), floorTeam }),
    z.strictObject({ type: z.literal('RaiseMatch'), lot, amount, floorTeam }),
    z.strictObject({ type: z.literal('KeepMatch'), lot, floorTeam }),
    z.strictObject({ type: z.literal('DeclineMatch'), lot, floorTeam }),
    z.strictObject({ type: z.literal('JoinTieBreak'), lot, joins: z.boolean(), floorTeam }),
    z.strictObject({ type: z.literal('SealAmount'), lot, round, commitment: z.string().regex(COMMITMENT) }),
    z.strictObject({
      type: z.literal('RevealAmount'),
      lot,
      round,
      amount,
      secret: z.string().regex(SECRET),
    }),
    z.strictObject({ type: z.literal('NamePlayers'), players: z.array(id).max(MAX_BATCH), floorTeam }),
    z.strictObject({ type: z.literal('NominatePlayer'), player: id, amount, floorTeam }),
    z.strictObject({ type: z.literal('SetProxy'), lot, max: amount.nullable() }),
    z.strictObject({
      type: z.literal('SetAutopilot'),
      policy: z.enum(['off', 'pass', 'bid']),
      maxima: z.array(z.strictObject({ player: id, max: amount })).max(MAX_MAXIMA),
    }),
  ]),
})

export type JoinMessage = z.infer<typeof joinMessage>
export type LeaveMessage = z.infer<typeof leaveMessage>
export type BidMessage = z.infer<typeof bidMessage>
export type CommandMessage = z.infer<typeof commandMessage>
export type ConsoleCommand = CommandMessage['command']
export type ActMessage = z.infer<typeof actMessage>
export type TeamAct = ActMessage['act']

/** An entry on the wire, with the link that makes a fork visible. */
export type WireEntry = VisibleEntry & { link: string }

/** What the server knows about the person behind a socket, in one auction. */
export type You = { userId: UserId | null; audience: Audience; team: TeamId | null }

/**
 * Where the log stands. `live`: commands can be accepted now; otherwise this is a finished auction read from the archive, or the live
 * store cannot be reached just now. `delayMs`: how long ago the auction stood so, 0 for now; `nowMs` is that moment by the store's clock.
 */
type Standing = {
  auctionId: string
  seq: number
  link: string
  epoch: number
  nowMs: number
  delayMs: number
  you: You
  live: boolean
}

/** `entries` continue from the client's `since`; `state` replaces all that it holds. */
export type JoinReply =
  | ({ ok: true; entries: WireEntry[] } & Standing)
  | ({ ok: true; state: AuctionState } & Standing)
  | Refused

export type Accepted = { ok: true; commandId: string; seq: number; nowMs: number }
/** `seq`: where the log stands, as the server knows it; 0 where the auction is not open there. `words` are for a person. */
export type Refused = {
  ok: false
  commandId: string | null
  code: RefusalCode | EdgeCode
  words: string
  detail?: RefusalDetail
  seq: number
  nowMs: number
}
export type CommandReply = Accepted | Refused
/** Nothing of what fans send is in the log, so it has no seq. */
export type FanReply = { ok: true } | Refused

export type ClientToServer = {
  join: (message: JoinMessage, reply: (r: JoinReply) => void) => void
  leave: (message: LeaveMessage, reply: (r: { ok: true }) => void) => void
  bid: (message: BidMessage, reply: (r: CommandReply) => void) => void
  command: (message: CommandMessage, reply: (r: CommandReply) => void) => void
  act: (message: ActMessage, reply: (r: CommandReply) => void) => void
  react: (message: ReactMessage, reply: (r: FanReply) => void) => void
  guess: (message: GuessMessage, reply: (r: FanReply) => void) => void
  /** Round trip and server's clock, for the latency dot and for deadlines. */
  clock: (reply: (r: { nowMs: number }) => void) => void
}

export type ServerToClient = {
  /** In order, without gaps, following what the client was last given. */
  entries: (message: { auctionId: string; entries: WireEntry[] }) => void
  /** The log was forked or recovered: forget everything and stand here. */
  rewind: (message: { state: AuctionState } & Standing) => void
  /** The person's rights in this auction changed. */
  you: (message: { auctionId: string; you: You }) => void
  /** Whether commands can be accepted in this auction changed: the live store was lost, or is back. */
  live: (message: { auctionId: string; live: boolean }) => void
  /** Who is in the room, as this server sees it; to the auctioneer the connected teams too. At most once a second. */
  presence: (message: { auctionId: string; watching: number; teams: Record<TeamId, number> }) => void
  /** What fans threw into the room, at most once a second. */
  reactions: (message: ReactionsMessage) => void
  /** How the guesses of a lot that has just ended turned out. */
  guesses: (message: GuessesMessage) => void
  /** The server is about to close this socket, and why. */
  closing: (message: { code: EdgeCode; words: string }) => void
}

/** Socket.IO namespace of auction rooms. */
export const AUCTION_NAMESPACE = '/auction'

import type { AuctionState, Audience, RefusalCode, RefusalDetail, TeamId, UserId, VisibleEntry } from '@gavel/auction'
import { MAX_AMOUNT, MAX_BATCH } from '@gavel/auction'
import { z } from 'zod'
import type { EdgeCode } from './edge-codes.ts'

/** Raised when an older client could misread a message. Sent in the handshake; a mismatch tells the person to reload. */
export const PROTOCOL_VERSION = 1

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
/** Made by the client, new for every intention and kept for its repeats. */
const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/)
const amount = z.number().int().positive().lt(MAX_AMOUNT)
const lot = z.number().int().positive().lt(1e6)
const seq = z.number().int().nonnegative().lt(1e12)
const epoch = z.number().int().positive().lt(1e9)

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
  link: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullable(),
  /** What the page is for. The server answers with what the person may be, which may be less. */
  as: z.enum(['auctioneer', 'paddle', 'public']),
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
    z.strictObject({ type: z.literal('RecallPlayers'), players: z.array(id).min(1).max(MAX_BATCH) }),
    z.strictObject({ type: z.literal('WithdrawPlayer'), player: id }),
    z.strictObject({ type: z.literal('MovePlayer'), player: id, set: id, before: id.nullable() }),
    z.strictObject({ type: z.literal('MoveSet'), set: id, before: id.nullable() }),
    z.strictObject({ type: z.literal('PauseAuction'), message: z.string().max(200) }),
    z.strictObject({ type: z.literal('ResumeAuction') }),
    z.strictObject({ type: z.literal('EndAuction') }),
  ]),
})

export type JoinMessage = z.infer<typeof joinMessage>
export type LeaveMessage = z.infer<typeof leaveMessage>
export type BidMessage = z.infer<typeof bidMessage>
export type CommandMessage = z.infer<typeof commandMessage>
export type ConsoleCommand = CommandMessage['command']

/** An entry on the wire, with the link that makes a fork visible. */
export type WireEntry = VisibleEntry & { link: string }

/** What the server knows about the person behind a socket, in one auction. */
export type You = { userId: UserId | null; audience: Audience; team: TeamId | null }

/**
 * Where the log stands. `live`: commands can be accepted now; otherwise this is a finished auction read from the archive, or the live
 * store cannot be reached just now.
 */
type Standing = { auctionId: string; seq: number; link: string; epoch: number; nowMs: number; you: You; live: boolean }

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

export type ClientToServer = {
  join: (message: JoinMessage, reply: (r: JoinReply) => void) => void
  leave: (message: LeaveMessage, reply: (r: { ok: true }) => void) => void
  bid: (message: BidMessage, reply: (r: CommandReply) => void) => void
  command: (message: CommandMessage, reply: (r: CommandReply) => void) => void
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
  /** The server is about to close this socket, and why. */
  closing: (message: { code: EdgeCode; words: string }) => void
}

/** Socket.IO namespace of auction rooms. */
export const AUCTION_NAMESPACE = '/auction'

import type { Amount } from './money.ts'
import type { CategoryId, RuleSet } from './rule-set.ts'
import type { ActorId, PlayerId, SetId, TeamId, UserId } from './state.ts'

/** A set of the running order with its players in order. */
export type ArrangedSet = { id: SetId; players: readonly PlayerId[] }

/** `categories` and `formerTeam` may be left out: none. */
export type NewPlayer = {
  player: PlayerId
  base: Amount
  set: SetId
  overseas: boolean | null
  categories?: readonly CategoryId[]
  formerTeam?: TeamId | null
}

/**
 * The team that answers for itself, by its paddle; or, in the auctioneer's mouth, the team in the hall that he speaks for. `null`: the asker's own.
 */
type For = { floorTeam: TeamId | null }

/**
 * What a client asks for. `by` is who asks, as the server knows it. Whether that person may ask at all (auctioneer, organiser) is
 * the policy table's business; whether a paddle bids for its own team is the core's.
 */
export type Command = { by: ActorId } & (
  | { type: 'AddTeam'; team: TeamId; purse: Amount }
  /** Takes a team out of an auction that has not begun, with its paddles. */
  | { type: 'RemoveTeam'; team: TeamId }
  | { type: 'SetPurse'; team: TeamId; purse: Amount }
  | { type: 'ChangeRules'; rules: RuleSet }
  | { type: 'GrantPaddle'; user: UserId; team: TeamId }
  | { type: 'RevokePaddle'; user: UserId }
  | { type: 'AddPlayers'; players: readonly NewPlayer[] }
  /** Takes players who were never called out of the pool, as if they had never been in it. */
  | { type: 'RemovePlayers'; players: readonly PlayerId[] }
  /** What the rules must know of a player; names and photos are elsewhere. */
  | { type: 'EditPlayer'; player: PlayerId; base: Amount; overseas: boolean | null; categories?: readonly CategoryId[] }
  /** Which team each played for last season, by which it may match the price. */
  | { type: 'SetFormerTeams'; players: readonly { player: PlayerId; team: TeamId | null }[] }
  | { type: 'MovePlayer'; player: PlayerId; set: SetId; before: PlayerId | null }
  | { type: 'MoveSet'; set: SetId; before: SetId | null }
  /** The whole running order anew. It names every player of the pool once. */
  | { type: 'ArrangePool'; sets: readonly ArrangedSet[] }
  /** `amount`: what the player is paid. What it costs the purse is the rules' business (RETAIN-2). */
  | { type: 'RetainPlayer'; player: PlayerId; team: TeamId; amount: Amount }
  | { type: 'WithdrawPlayer'; player: PlayerId; why?: 'withdrawn' | 'ineligible' }
  | { type: 'StartAuction' }
  | { type: 'OpenLot'; player: PlayerId }
  /** `floorTeam`: the auctioneer enters a raised hand in the hall for that team; null: the asker's own paddle. */
  | { type: 'PlaceBid'; lot: number; amount: Amount; floorTeam: TeamId | null }
  /** `bid`: seq of the bid taken back, which must be the leading one. */
  | { type: 'RetractBid'; lot: number; bid: number }
  /** `bid`: seq of the leading bid the call is about, null where there is none. */
  | { type: 'CallGoing'; lot: number; call: 1 | 2; bid: number | null }
  /** `bid`: seq of the bid that is sold. If a newer one came, the answer is NEW_BID. */
  | { type: 'Hammer'; lot: number; bid: number }
  | { type: 'PassLot'; lot: number }
  /** Time is up on the lot's clock: sold to the leader, or unsold. Anyone's timer may ask; asking early is refused. */
  | { type: 'CloseLot'; lot: number }
  /** `base`: a lower one, to which they have agreed; null or left out: their own. */
  | { type: 'RecallPlayers'; players: readonly PlayerId[]; base?: Amount | null }
  /** Takes the last hammer back: the lot is open again as it stood before it. */
  | { type: 'ReopenLot'; lot: number }
  // Right to match
  | ({ type: 'ClaimMatch'; lot: number; term: string | null } & For)
  /** The leader's one raise; the present price: no raise. */
  | ({ type: 'RaiseMatch'; lot: number; amount: Amount } & For)
  | ({ type: 'KeepMatch'; lot: number } & For)
  | ({ type: 'DeclineMatch'; lot: number } & For)
  // Tie-break
  | ({ type: 'JoinTieBreak'; lot: number; joins: boolean } & For)
  /** `commitment`: of {@link sealOf}; the amount stays where it was made. */
  | { type: 'SealAmount'; lot: number; round: number; commitment: string }
  | { type: 'RevealAmount'; lot: number; round: number; amount: Amount; secret: string }
  // Names from the teams
  | { type: 'CallForNames'; perTeam: number }
  | ({ type: 'NamePlayers'; players: readonly PlayerId[] } & For)
  | { type: 'CloseNames' }
  /** A team whose turn it is puts a player up, with the first bid. */
  | ({ type: 'NominatePlayer'; player: PlayerId; amount: Amount } & For)
  /** The turn's time is up: the core names for the team. */
  | { type: 'MissTurn'; turn: number }
  // Hidden maxima
  /** `max` null takes it back. */
  | { type: 'SetProxy'; lot: number; max: Amount | null }
  | {
      type: 'SetAutopilot'
      policy: 'off' | 'pass' | 'bid'
      maxima: readonly { player: PlayerId; max: Amount }[]
    }
  // Corrections
  | { type: 'ProposeCorrection'; player: PlayerId; to: { team: TeamId; amount: Amount } | null; reason: string }
  | { type: 'ApproveCorrection'; correction: number }
  | { type: 'DropCorrection'; correction: number }
  | { type: 'HoldLot'; lot: number }
  /** `message`: for every screen. While paused another one replaces it. */
  | { type: 'PauseAuction'; message: string }
  | { type: 'ResumeAuction' }
  | { type: 'EndAuction' }
  /** A line for every screen, which pauses nothing; null takes it down. */
  | { type: 'Announce'; words: string | null }
  /** A name, photo, logo or colour changed where names are kept: whoever shows them reads them again. */
  | { type: 'NoteNames' }
)

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

/** What may be announced: one line of 1 to 200 characters, not all of them blanks (SAY-1). */
export const ANNOUNCEMENT = /^(?=.*\S)\P{Cc}{1,200}$/u

/** Players one AddPlayers, RemovePlayers or RecallPlayers may carry: one script call stays short. */
export const MAX_BATCH = 500
/** Players one auction may hold; the largest real list has 623. */
export const MAX_POOL = 5_000
export const MAX_TEAMS = 32
/** How long a hold keeps bids out, so that the auctioneer's next command finds a still lot (HOLD-1). */
export const HOLD_MS = 500

import type { Amount } from './money.ts'
import type { RuleSet } from './rule-set.ts'

/** Opaque ids of at most 40 characters from `A-Z a-z 0-9 _ -`. Names are looked up elsewhere, so a person can be forgotten. */
export type TeamId = string
export type PlayerId = string
export type UserId = string
/** Who did it: a user id, or `system` for the clock and the store. */
export type ActorId = string
export type SetId = string

export type Phase =
  | { is: 'scheduled' }
  | { is: 'running' }
  /** `remainingMs`: what was left on the lot's clock, null where none ran. */
  | { is: 'paused'; message: string; remainingMs: number | null }
  | { is: 'ended'; atMs: number }

export type PlayerStatus =
  | { is: 'waiting' }
  | { is: 'on_block' }
  | { is: 'sold'; team: TeamId; amount: Amount; lot: number }
  | { is: 'retained'; team: TeamId; amount: Amount }
  | { is: 'unsold'; lot: number }
  | { is: 'withdrawn' }

export type Player = {
  id: PlayerId
  base: Amount
  set: SetId
  /** null: nationality unknown. Such a player counts in no cap and is listed (SQUAD-4). */
  overseas: boolean | null
  /** How often the player has been put up. */
  timesCalled: number
  status: PlayerStatus
}

export type Team = {
  id: TeamId
  purse: Amount
  spent: Amount
  /** In the order they came, retained ones included. */
  squad: readonly PlayerId[]
  overseas: number
}

export type Bid = { seq: number; team: TeamId; amount: Amount; floor: boolean; atMs: number }

export type Lot = {
  /** 1, 2, 3 ... in the order of opening; a recalled player is a new lot. */
  lot: number
  player: PlayerId
  base: Amount
  /** Oldest first; the last one leads. */
  bids: readonly Bid[]
  /** 0 bidding, 1 going once, 2 going twice. */
  going: 0 | 1 | 2
  deadlineMs: number | null
  /** Bids are refused until then (HOLD-1). */
  heldUntilMs: number | null
}

/** How the last lot ended, for screens. */
export type ClosedLot = {
  lot: number
  player: PlayerId
  base: Amount
  bids: readonly Bid[]
  atMs: number
  sold: Bid | null
}

/** The fold of one auction's log. Immutable: `evolve` makes a new one. */
export type AuctionState = {
  auctionId: string
  seq: number
  epoch: number
  rules: RuleSet
  phase: Phase
  teams: Readonly<Record<TeamId, Team>>
  players: Readonly<Record<PlayerId, Player>>
  /** The running order: sets in order, and in each its players in order, whatever has become of them. */
  sets: readonly { id: SetId; players: readonly PlayerId[] }[]
  paddles: Readonly<Record<UserId, TeamId>>
  lot: Lot | null
  lastLot: ClosedLot | null
  lotCount: number
}

/** The bid that leads the lot, or null. */
export function leadingBid(lot: Pick<Lot, 'bids'>): Bid | null {
  return lot.bids.at(-1) ?? null
}

/** Money a team has left. */
export function purseLeft(team: Team): Amount {
  return team.purse - team.spent
}

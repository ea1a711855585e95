import type { Amount } from './money.ts'
import type { ActorId, PlayerId, SetId, TeamId, UserId } from './state.ts'

export type NewPlayer = { player: PlayerId; base: Amount; set: SetId; overseas: boolean | null }

/**
 * What a client asks for. `by` is who asks, as the server knows it. Whether that person may ask at all (auctioneer, organiser) is
 * the policy table's business; whether a paddle bids for its own team is the core's.
 */
export type Command = { by: ActorId } & (
  | { type: 'AddTeam'; team: TeamId; purse: Amount }
  | { type: 'GrantPaddle'; user: UserId; team: TeamId }
  | { type: 'RevokePaddle'; user: UserId }
  | { type: 'AddPlayers'; players: readonly NewPlayer[] }
  | { type: 'MovePlayer'; player: PlayerId; set: SetId; before: PlayerId | null }
  | { type: 'MoveSet'; set: SetId; before: SetId | null }
  | { type: 'RetainPlayer'; player: PlayerId; team: TeamId; amount: Amount }
  | { type: 'WithdrawPlayer'; player: PlayerId }
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
  | { type: 'RecallPlayers'; players: readonly PlayerId[] }
  | { type: 'HoldLot'; lot: number }
  | { type: 'PauseAuction'; message: string }
  | { type: 'ResumeAuction' }
  | { type: 'EndAuction' }
)

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

/** Players one AddPlayers or RecallPlayers may carry: one script call stays short. */
export const MAX_BATCH = 500
/** Players one auction may hold; the largest real list has 623. */
export const MAX_POOL = 5_000
export const MAX_TEAMS = 32
/** How long a hold keeps bids out, so that the auctioneer's next command finds a still lot (HOLD-1). */
export const HOLD_MS = 500

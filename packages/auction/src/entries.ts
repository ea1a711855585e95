import type { Amount } from './money.ts'
import type { RuleSet } from './rule-set.ts'
import type { ActorId, PlayerId, SetId, TeamId, UserId } from './state.ts'

/** What happened, in the past tense, without who and when: what `decide` returns. */
export type Draft =
  | { type: 'AuctionCreated'; auction: string; rules: RuleSet }
  | { type: 'TeamAdded'; team: TeamId; purse: Amount }
  | { type: 'PaddleGranted'; user: UserId; team: TeamId }
  | { type: 'PaddleRevoked'; user: UserId }
  | { type: 'PlayerAdded'; player: PlayerId; base: Amount; set: SetId; overseas: boolean | null }
  | { type: 'PlayerMoved'; player: PlayerId; set: SetId; before: PlayerId | null }
  | { type: 'SetMoved'; set: SetId; before: SetId | null }
  | { type: 'PlayerRetained'; player: PlayerId; team: TeamId; amount: Amount }
  | { type: 'PlayerWithdrawn'; player: PlayerId }
  | { type: 'AuctionStarted' }
  | { type: 'LotOpened'; lot: number; player: PlayerId; base: Amount }
  | { type: 'BidPlaced'; lot: number; team: TeamId; amount: Amount; floor: boolean }
  | { type: 'BidRetracted'; lot: number; bid: number }
  | { type: 'GoingCalled'; lot: number; call: 1 | 2 }
  | { type: 'LotSold'; lot: number; player: PlayerId; team: TeamId; amount: Amount; bid: number }
  | { type: 'LotUnsold'; lot: number; player: PlayerId }
  | { type: 'PlayerRecalled'; player: PlayerId }
  | { type: 'LotHeld'; lot: number; forMs: number }
  | { type: 'AuctionPaused'; message: string }
  | { type: 'AuctionResumed' }
  | { type: 'AuctionEnded' }
  | { type: 'Recovered'; epoch: number }

export type EntryType = Draft['type']

/** Who, when and by which command; the store stamps it. `sum` is a short hash of the command, to tell a repeat from a reuse. */
export type Stamp = { atMs: number; by: ActorId; cmd: string; sum: string }

/** One line of the log, as stored. The `seq` is the line's number. */
export type Entry = Draft & Stamp & { seq: number }

/** What other audiences see of an entry that is not for them: its place, so no gap appears. */
export type HiddenEntry = { type: 'Hidden'; seq: number; atMs: number }

/** Every entry type, for exhaustive tests and metrics. */
export const ENTRY_TYPES = [
  'AuctionCreated',
  'TeamAdded',
  'PaddleGranted',
  'PaddleRevoked',
  'PlayerAdded',
  'PlayerMoved',
  'SetMoved',
  'PlayerRetained',
  'PlayerWithdrawn',
  'AuctionStarted',
  'LotOpened',
  'BidPlaced',
  'BidRetracted',
  'GoingCalled',
  'LotSold',
  'LotUnsold',
  'PlayerRecalled',
  'LotHeld',
  'AuctionPaused',
  'AuctionResumed',
  'AuctionEnded',
  'Recovered',
] as const satisfies readonly EntryType[]

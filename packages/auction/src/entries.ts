import type { ArrangedSet } from './commands.ts'
import type { Amount } from './money.ts'
import type { CategoryId, RuleSet } from './rule-set.ts'
import type { ActorId, PlayerId, SaleVia, SetId, TeamId, UserId } from './state.ts'

/**
 * What happened, in the past tense, without who and when: what `decide` returns. An optional field that is left out says what its name denies.
 * `auto`: the core did it, for a hidden maximum or for a team that is away (PROXY-2, AUTO-7).
 */
export type Draft = Happening & { auto?: true }

type Happening =
  | { type: 'AuctionCreated'; auction: string; rules: RuleSet }
  | { type: 'TeamAdded'; team: TeamId; purse: Amount }
  | { type: 'TeamRemoved'; team: TeamId }
  | { type: 'PurseSet'; team: TeamId; purse: Amount }
  | { type: 'RulesChanged'; rules: RuleSet }
  | { type: 'PaddleGranted'; user: UserId; team: TeamId }
  | { type: 'PaddleRevoked'; user: UserId }
  | {
      type: 'PlayerAdded'
      player: PlayerId
      base: Amount
      set: SetId
      overseas: boolean | null
      categories?: readonly CategoryId[]
      formerTeam?: TeamId
    }
  | { type: 'PlayerRemoved'; player: PlayerId }
  /** Categories that are left out stay. */
  | {
      type: 'PlayerEdited'
      player: PlayerId
      base: Amount
      overseas: boolean | null
      categories?: readonly CategoryId[]
    }
  | { type: 'FormerTeamSet'; player: PlayerId; team: TeamId | null }
  | { type: 'PlayerMoved'; player: PlayerId; set: SetId; before: PlayerId | null }
  | { type: 'SetMoved'; set: SetId; before: SetId | null }
  | { type: 'PoolArranged'; sets: readonly ArrangedSet[] }
  /** `debit`: where the purse pays something else than the player gets. */
  | { type: 'PlayerRetained'; player: PlayerId; team: TeamId; amount: Amount; debit?: Amount }
  | { type: 'PlayerWithdrawn'; player: PlayerId; ineligible?: true }
  | { type: 'AuctionStarted' }
  | { type: 'LotOpened'; lot: number; player: PlayerId; base: Amount }
  | { type: 'BidPlaced'; lot: number; team: TeamId; amount: Amount; floor: boolean }
  | { type: 'BidRetracted'; lot: number; bid: number }
  | { type: 'GoingCalled'; lot: number; call: 1 | 2 }
  /** `amount` is the hammer price, `bid` the last bid; `fee` and `levy` stand where they differ from it and from nothing (AMOUNTS-1). */
  | {
      type: 'LotSold'
      lot: number
      player: PlayerId
      team: TeamId
      amount: Amount
      bid: number
      fee?: Amount
      levy?: Amount
      via?: Exclude<SaleVia, 'hammer' | 'correction'>
    }
  | { type: 'LotUnsold'; lot: number; player: PlayerId }
  /** `lot` is open again as it stood before its hammer. */
  | { type: 'LotReopened'; lot: number }
  /** `base`: a lower one, to which the player has agreed. */
  | { type: 'PlayerRecalled'; player: PlayerId; base?: Amount }
  // Right to match: offered, then claimed or declined; claimed, then raised or not; then kept or declined.
  | { type: 'MatchOffered'; lot: number; holder: TeamId; leader: TeamId; amount: Amount; levy?: Amount }
  | { type: 'MatchClaimed'; lot: number; team: TeamId; term?: string }
  | { type: 'MatchRaised'; lot: number; team: TeamId; amount: Amount }
  /** `lostCard`: the card is gone all the same. */
  | { type: 'MatchDeclined'; lot: number; team: TeamId; lostCard?: true }
  // Tie-break: who could match is invited; who joins seals; all reveal.
  | { type: 'TieBreakOffered'; lot: number; teams: readonly TeamId[] }
  | { type: 'TieBreakAnswered'; lot: number; team: TeamId; joins: boolean }
  | { type: 'SealingOpened'; lot: number; round: number; teams: readonly TeamId[] }
  | { type: 'AmountSealed'; lot: number; round: number; team: TeamId; commitment: string }
  /** Who has not sealed by now is out; nobody can read an amount before this. */
  | { type: 'SealingClosed'; lot: number; round: number }
  | { type: 'AmountRevealed'; lot: number; round: number; team: TeamId; amount: Amount; secret: string }
  /** A commitment that was not revealed in time is no offer. */
  | { type: 'AmountLapsed'; lot: number; round: number; team: TeamId }
  // Names from the teams
  | { type: 'NamesCalled'; round: number; perTeam: number }
  | { type: 'PlayersNamed'; round: number; team: TeamId; players: readonly PlayerId[] }
  /** The named players are the set that alone is put up; the unsold among them wait again. None: all stays as it was. */
  | { type: 'NamesClosed'; round: number; set: SetId; players: readonly PlayerId[] }
  | { type: 'TurnMissed'; turn: number; team: TeamId }
  // Hidden maxima: no audience is given them. `max` null: taken back.
  | { type: 'ProxySet'; lot: number; team: TeamId; max: Amount | null }
  | { type: 'MaximaSet'; team: TeamId; maxima: readonly { player: PlayerId; max: Amount }[] }
  | { type: 'AutopilotSet'; team: TeamId; policy: 'off' | 'pass' | 'bid' }
  // Corrections
  | {
      type: 'CorrectionProposed'
      correction: number
      player: PlayerId
      to: { team: TeamId; amount: Amount } | null
      reason: string
    }
  | { type: 'CorrectionDropped'; correction: number }
  /** `fee` and `levy` as in `LotSold`. */
  | {
      type: 'SaleCorrected'
      correction: number
      player: PlayerId
      to: { team: TeamId; amount: Amount; fee?: Amount; levy?: Amount } | null
    }
  | { type: 'LotHeld'; lot: number; forMs: number }
  | { type: 'AuctionPaused'; message: string }
  | { type: 'AuctionResumed' }
  | { type: 'AuctionEnded' }
  /** `words` null: taken down. */
  | { type: 'Announced'; words: string | null }
  | { type: 'NamesChanged' }
  | { type: 'Recovered'; epoch: number }

export type EntryType = Draft['type']

/** Who, when and by which command; the store stamps it. `sum` is a short hash of the command, to tell a repeat from a reuse. */
export type Stamp = { atMs: number; by: ActorId; cmd: string; sum: string }

/** One line of the log, as stored. The `seq` is the line's number. */
export type Entry = Draft & Stamp & { seq: number }

/** What other audiences see of an entry that is not for them: its place, so no gap appears. */
export type HiddenEntry = { type: 'Hidden'; seq: number; atMs: number }

/** What is said about a lot after its bidding: the right to match and the tie-break. */
export type StageType =
  | 'MatchOffered'
  | 'MatchClaimed'
  | 'MatchRaised'
  | 'MatchDeclined'
  | 'TieBreakOffered'
  | 'TieBreakAnswered'
  | 'SealingOpened'
  | 'AmountSealed'
  | 'SealingClosed'
  | 'AmountRevealed'
  | 'AmountLapsed'

/** Every entry type, for exhaustive tests and metrics. */
export const ENTRY_TYPES = [
  'AuctionCreated',
  'TeamAdded',
  'TeamRemoved',
  'PurseSet',
  'RulesChanged',
  'PaddleGranted',
  'PaddleRevoked',
  'PlayerAdded',
  'PlayerRemoved',
  'PlayerEdited',
  'FormerTeamSet',
  'PlayerMoved',
  'SetMoved',
  'PoolArranged',
  'PlayerRetained',
  'PlayerWithdrawn',
  'AuctionStarted',
  'LotOpened',
  'BidPlaced',
  'BidRetracted',
  'GoingCalled',
  'LotSold',
  'LotUnsold',
  'LotReopened',
  'PlayerRecalled',
  'MatchOffered',
  'MatchClaimed',
  'MatchRaised',
  'MatchDeclined',
  'TieBreakOffered',
  'TieBreakAnswered',
  'SealingOpened',
  'AmountSealed',
  'SealingClosed',
  'AmountRevealed',
  'AmountLapsed',
  'NamesCalled',
  'PlayersNamed',
  'NamesClosed',
  'TurnMissed',
  'ProxySet',
  'MaximaSet',
  'AutopilotSet',
  'CorrectionProposed',
  'CorrectionDropped',
  'SaleCorrected',
  'LotHeld',
  'AuctionPaused',
  'AuctionResumed',
  'AuctionEnded',
  'Announced',
  'NamesChanged',
  'Recovered',
] as const satisfies readonly EntryType[]

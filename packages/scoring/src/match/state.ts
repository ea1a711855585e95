import type { Objection } from '../objections.ts'
import type { Outcome, Side } from '../sport.ts'
import type { PlayOf, RulesOf, ScoredSport, ScoreOf, SetupOf } from '../sports.ts'

/** Who asks: a user id, or `system`. */
export type ActorId = string

/** One browser or phone: the lock is held by a person on a device, so that two tabs of one scorer do not write past each other. */
export type DeviceId = string

export type Holder = { readonly user: ActorId; readonly device: DeviceId }

/**
 * One play as it stands in the log. `seq` names it for ever, also once it was amended; `at` seqs of other entries point to it. `changedAtMs`: when it
 * was amended last, where it was.
 */
export type Written<Id extends ScoredSport = ScoredSport> = {
  readonly seq: number
  readonly play: PlayOf<Id>
  readonly by: ActorId
  readonly device: DeviceId
  readonly atMs: number
  readonly changedAtMs?: number
}

/** What speaks against a play that stands all the same: an import's oddity, or what a correction left behind (BOOK-9). */
export type Anomaly = { readonly at: number; readonly objection: Objection }

/** How a match ended, said by its official. `as` null: as the plays say. */
export type Ending = {
  readonly as:
    | null
    | { readonly is: 'awarded'; readonly to: Side }
    | { readonly is: 'conceded'; readonly by: Side }
    | { readonly is: 'abandoned' }
  readonly atMs: number
}

export type MatchPhase = { readonly is: 'scheduled' } | { readonly is: 'live' } | ({ readonly is: 'ended' } & Ending)

/** A second scorer's own plays. `from`: how many plays of the match stood when the first of them was written. */
export type BlindSheet<Id extends ScoredSport = ScoredSport> = Holder & {
  readonly from: number
  readonly plays: readonly Written<Id>[]
}

/** The fold of one match's log. Immutable: `evolveMatch` makes a new one. */
export type MatchState<Id extends ScoredSport = ScoredSport> = {
  readonly matchId: string
  readonly seq: number
  readonly epoch: number
  readonly sport: Id
  readonly rules: RulesOf<Id>
  readonly setup: SetupOf<Id>
  /** An imported match keeps what really happened; a live one refuses what the rules do not know. */
  readonly origin: 'live' | 'import'
  readonly phase: MatchPhase
  /** The effective plays in their order, which is not always that of their seqs. */
  readonly plays: readonly Written<Id>[]
  /** Plays that were taken out and may be restored. */
  readonly removed: readonly Written<Id>[]
  /** Seqs of all plays in their order, removed ones too: where a restored one goes. */
  readonly order: readonly number[]
  readonly score: ScoreOf<Id>
  readonly anomalies: readonly Anomaly[]
  /** Who holds the scorer's lock. */
  readonly keeper: Holder | null
  readonly blind: BlindSheet<Id> | null
}

/** A match whose sport is known. */
export function isMatchOf<Id extends ScoredSport>(state: MatchState, sport: Id): state is MatchState<Id> & MatchState {
  return state.sport === sport
}

/** How the match stands: by its official where one has spoken, else by its plays. */
export function outcomeOf(phase: MatchPhase, byPlays: Outcome): Outcome {
  if (phase.is !== 'ended' || phase.as === null) return byPlays
  switch (phase.as.is) {
    case 'awarded':
      return { is: 'ended', winner: phase.as.to, kind: 'awarded' }
    case 'conceded':
      return { is: 'ended', winner: phase.as.by === 'home' ? 'away' : 'home', kind: 'awarded' }
    case 'abandoned':
      return { is: 'ended', winner: null, kind: 'no-result' }
    default:
      return phase.as satisfies never
  }
}

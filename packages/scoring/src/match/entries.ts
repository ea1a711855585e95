import type { PlayOf, RulesOf, ScoredSport, SetupOf } from '../sports.ts'
import type { ActorId, DeviceId, Ending, Holder } from './state.ts'

/** What happened to a match, in the past tense, without who and when: what `decideMatch` returns. */
export type MatchDraft<Id extends ScoredSport = ScoredSport> =
  | {
      readonly type: 'MatchCreated'
      readonly match: string
      readonly sport: Id
      readonly rules: RulesOf<Id>
      readonly setup: SetupOf<Id>
      readonly origin: 'live' | 'import'
    }
  | { readonly type: 'SetUpChanged'; readonly setup: SetupOf<Id> }
  | { readonly type: 'LockTaken'; readonly device: DeviceId; readonly from: Holder | null }
  | { readonly type: 'LockReleased'; readonly device: DeviceId }
  | { readonly type: 'Played'; readonly device: DeviceId; readonly play: PlayOf<Id> }
  | { readonly type: 'Removed'; readonly device: DeviceId; readonly of: number }
  | { readonly type: 'Restored'; readonly device: DeviceId; readonly of: number }
  | { readonly type: 'Amended'; readonly device: DeviceId; readonly of: number; readonly play: PlayOf<Id> }
  | { readonly type: 'Inserted'; readonly device: DeviceId; readonly before: number; readonly play: PlayOf<Id> }
  | { readonly type: 'PlayedBlind'; readonly device: DeviceId; readonly from: number; readonly play: PlayOf<Id> }
  | { readonly type: 'RemovedBlind'; readonly device: DeviceId; readonly of: number }
  | { readonly type: 'BlindStopped'; readonly device: DeviceId }
  | { readonly type: 'BlindTaken'; readonly device: DeviceId; readonly from: Holder }
  | { readonly type: 'MatchEnded'; readonly as: Ending['as'] }
  | { readonly type: 'MatchReopened' }
  | { readonly type: 'Recovered'; readonly epoch: number }

export type MatchEntryType = MatchDraft['type']

/** Who, when and by which command; the store stamps it, as it does an auction's entries. */
export type MatchStamp = { readonly atMs: number; readonly by: ActorId; readonly cmd: string; readonly sum: string }

/** One line of a match's log, as stored. */
export type MatchEntry<Id extends ScoredSport = ScoredSport> = MatchDraft<Id> & MatchStamp & { readonly seq: number }

/** Every entry type, for exhaustive tests and metrics. */
export const MATCH_ENTRY_TYPES = [
  'MatchCreated',
  'SetUpChanged',
  'LockTaken',
  'LockReleased',
  'Played',
  'Removed',
  'Restored',
  'Amended',
  'Inserted',
  'PlayedBlind',
  'RemovedBlind',
  'BlindStopped',
  'BlindTaken',
  'MatchEnded',
  'MatchReopened',
  'Recovered',
] as const satisfies readonly MatchEntryType[]

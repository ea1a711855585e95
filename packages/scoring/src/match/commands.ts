import type { PlayOf, ScoredSport, SetupOf } from '../sports.ts'
import type { ActorId, DeviceId, Ending, Holder } from './state.ts'

/**
 * What a client asks of a match. `by` is who asks, as the server knows it. Whether that person may ask at all (scorer, official) is the policy
 * table's business; whether the device holds the lock is the core's. `accepting`: the fingerprint of the consequences that the person has
 * seen and takes ({@link consequencesOf}); null where none were shown.
 */
export type MatchCommand<Id extends ScoredSport = ScoredSport> = { readonly by: ActorId } & (
  | { readonly type: 'SetUp'; readonly setup: SetupOf<Id>; readonly accepting: string | null }
  /** `from`: who holds it as far as the asker knows, from whom it is taken over. */
  | { readonly type: 'TakeLock'; readonly device: DeviceId; readonly from: Holder | null }
  | { readonly type: 'ReleaseLock'; readonly device: DeviceId }
  /** `after`: seq of the last effective play that the device knew, null before the first. */
  | { readonly type: 'Play'; readonly device: DeviceId; readonly after: number | null; readonly play: PlayOf<Id> }
  /** Undo, where `of` is the last play. */
  | { readonly type: 'Remove'; readonly device: DeviceId; readonly of: number; readonly accepting: string | null }
  | { readonly type: 'Restore'; readonly device: DeviceId; readonly of: number; readonly accepting: string | null }
  | {
      readonly type: 'Amend'
      readonly device: DeviceId
      readonly of: number
      readonly play: PlayOf<Id>
      readonly accepting: string | null
    }
  | {
      readonly type: 'Insert'
      readonly device: DeviceId
      readonly before: number
      readonly play: PlayOf<Id>
      readonly accepting: string | null
    }
  /** The second scorer writes along without seeing the first one's book. `from`: how many of its plays stood when that scorer began. */
  | { readonly type: 'PlayBlind'; readonly device: DeviceId; readonly from: number; readonly play: PlayOf<Id> }
  | { readonly type: 'RemoveBlind'; readonly device: DeviceId; readonly of: number }
  | { readonly type: 'StopBlind'; readonly device: DeviceId }
  /** `from`: whose seat it is as far as the asker knows, from whom it is taken over with the sheet as it stands. */
  | { readonly type: 'TakeBlind'; readonly device: DeviceId; readonly from: Holder }
  /** The official confirms the result. `as` null: what the plays say, which must then be a result. */
  | { readonly type: 'End'; readonly as: Ending['as'] }
  | { readonly type: 'Reopen' }
)

export type MatchCommandType = MatchCommand['type']
export type MatchCommandOf<T extends MatchCommandType> = Extract<MatchCommand, { type: T }>

/** A match may hold this many plays, removed ones too: three long Tests. */
export const MAX_PLAYS = 10_000

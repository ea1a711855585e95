import type { BySide, MatchSetup, PlayerId, Side } from '../sport.ts'

/**
 * `players` of a side: who begin; nobody: no sheet was handed in, so nobody is checked. `bench`: who may come on, nobody for whoever does.
 * `aggregate`: goals of the first leg, where this is the second of a tie; null where the match stands alone.
 */
export type FootballSetup = MatchSetup & {
  readonly bench: BySide<readonly PlayerId[]>
  readonly knockout: boolean
  readonly aggregate: BySide<number> | null
}

/** `first` and `second` half, the halves of extra time, the kicks. */
export const PERIODS = ['first', 'second', 'extra-first', 'extra-second', 'kicks'] as const
export type Period = (typeof PERIODS)[number]

/** A minute as it is read out: 45+2 is minute 45, added 2. Null where nobody wrote it down. */
export type Minute = { readonly minute: number; readonly added: number } | null

export type FootballPlay =
  | { readonly type: 'PeriodStart'; readonly period: Period }
  | { readonly type: 'PeriodEnd'; readonly period: Period }
  /** `side`: whose goal it is. The scorer of an own goal is of the other side. */
  | {
      readonly type: 'Goal'
      readonly side: Side
      readonly how: 'goal' | 'penalty' | 'own'
      readonly scorer: PlayerId | null
      readonly assist: PlayerId | null
      readonly at: Minute
    }
  | {
      readonly type: 'PenaltyMissed'
      readonly side: Side
      readonly taker: PlayerId | null
      readonly how: 'saved' | 'missed'
      readonly at: Minute
    }
  /** A second yellow is written as such; both it and a red send off. `player` may be of the bench or the staff. */
  | {
      readonly type: 'Card'
      readonly side: Side
      readonly player: PlayerId
      readonly colour: 'yellow' | 'second-yellow' | 'red'
      readonly at: Minute
    }
  /** All changes of one side in one stoppage: one window. */
  | {
      readonly type: 'Substitution'
      readonly side: Side
      readonly changes: readonly { readonly off: PlayerId; readonly on: PlayerId }[]
      readonly concussion: boolean
      readonly at: Minute
    }
  | { readonly type: 'AddedTime'; readonly minutes: number }
  /** A look at the video; what it changes is corrected in the log. */
  | { readonly type: 'Review'; readonly of: string; readonly stands: boolean; readonly at: Minute }
  | { readonly type: 'Kick'; readonly side: Side; readonly taker: PlayerId | null; readonly scored: boolean }
  /** A whole shoot-out of which nobody wrote down the kicks. */
  | { readonly type: 'ShootOut'; readonly scored: BySide<number> }

import type { MatchSetup, PlayerId, Side } from '../sport.ts'

/**
 * `players` of a side: those who stand on the mat at the start, then its bench; nobody: no sheet was handed in, so nobody is checked.
 * `knockout`: a tie is broken.
 */
export type KabaddiSetup = MatchSetup & { readonly knockout: boolean }

/**
 * One raid. `touched`: defenders who are out by a touch or a struggle, null for one whom nobody named. `steppedOut`: defenders who left
 * the court themselves. `lost`: how the raider was out; `by`: who caught. `superTackle` and `allOut` say what the referee gave, so that an
 * earlier correction shows where it no longer fits.
 */
export type Raid = {
  readonly type: 'Raid'
  readonly raiding: Side
  readonly raider: PlayerId | null
  readonly touched: readonly (PlayerId | null)[]
  readonly steppedOut: readonly (PlayerId | null)[]
  readonly bonus: boolean
  readonly lost: 'tackled' | 'out-of-court' | 'time' | 'do-or-die' | null
  readonly by: readonly PlayerId[]
  readonly superTackle: boolean
  readonly allOut: Side | null
}

export type KabaddiPlay =
  /** `raiding`: who raids first, null for whoever raids. Halves above the rules' number are extra time. */
  | { readonly type: 'HalfStart'; readonly raiding: Side | null }
  | { readonly type: 'HalfEnd' }
  | Raid
  /** Points that the umpire gives: nobody is out and nobody comes back. */
  | { readonly type: 'Technical'; readonly to: Side; readonly points: number; readonly why: string }
  /** Green warns; yellow takes a player off for two minutes; red for the match. `player` null: nobody wrote down whom. */
  | {
      readonly type: 'Card'
      readonly side: Side
      readonly player: PlayerId | null
      readonly colour: 'green' | 'yellow' | 'red'
    }
  /** A suspension is over. */
  | { readonly type: 'Return'; readonly side: Side; readonly player: PlayerId }
  | { readonly type: 'Substitution'; readonly side: Side; readonly off: PlayerId; readonly on: PlayerId }
  /** `side` null: the officials'. */
  | { readonly type: 'TimeOut'; readonly side: Side | null }
  | { readonly type: 'Review'; readonly side: Side; readonly upheld: boolean }
  /** A captain gives up the players who are left: a point each and the points of an all out to the other side. */
  | { readonly type: 'Declare'; readonly side: Side }
  /** Five raids each, then a golden raid each: who raids first. */
  | { readonly type: 'TieBreakStart'; readonly raiding: Side | null }
  /** What still is level after the golden raids the toss decides. */
  | { readonly type: 'Toss'; readonly winner: Side }

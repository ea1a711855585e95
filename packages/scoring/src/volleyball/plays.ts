import type { BySide, MatchSetup, PlayerId, Side } from '../sport.ts'

/**
 * `players` of a side: everybody who may play but the liberos; nobody: no sheet was handed in, so nobody is checked. `firstServer`: who won
 * the toss and serves, null where the first set says so.
 */
export type VolleyballSetup = MatchSetup & {
  readonly liberos: BySide<readonly PlayerId[]>
  readonly firstServer: Side | null
}

export type VolleyballPlay =
  /** Line-ups by zone: the first stands in zone 1 and serves first. Null: not handed in, so nobody's turn is checked. */
  | {
      readonly type: 'SetStart'
      readonly serving: Side | null
      readonly lineups: BySide<readonly PlayerId[] | null>
    }
  /** `serving` and `server` as the scorer saw them, null where nobody wrote it down. */
  | { readonly type: 'Rally'; readonly winner: Side; readonly serving: Side | null; readonly server: PlayerId | null }
  /** Wrong server or wrong positions at the service: the rally is lost and the order put right (FIVB 7.5 to 7.7). */
  | { readonly type: 'RotationFault'; readonly side: Side }
  /** `exceptional`: for an injury, outside the count (FIVB 15.7). */
  | {
      readonly type: 'Substitution'
      readonly side: Side
      readonly off: PlayerId
      readonly on: PlayerId
      readonly exceptional: boolean
    }
  | { readonly type: 'LiberoIn'; readonly side: Side; readonly libero: PlayerId; readonly for: PlayerId }
  | { readonly type: 'LiberoOut'; readonly side: Side; readonly libero: PlayerId }
  | { readonly type: 'TimeOut'; readonly side: Side }
  /** A penalty (red card) is a point and the service to the other side. */
  | {
      readonly type: 'Sanction'
      readonly side: Side
      readonly player: PlayerId | null
      readonly what: 'warning' | 'penalty' | 'expulsion' | 'disqualification'
    }
  /** A challenge of a decision by video; what it changes is corrected in the log. */
  | { readonly type: 'Challenge'; readonly side: Side; readonly upheld: boolean }
  /** A point that stands in a record without its rally. */
  | { readonly type: 'PointGiven'; readonly side: Side }
  /** A side cannot play on: the other gets what it needs for the set or the match (FIVB 6.4). */
  | { readonly type: 'Default'; readonly side: Side; readonly of: 'set' | 'match' }
  /** The referee ends a set as it stands: only where no target ends it. */
  | { readonly type: 'SetCalled' }

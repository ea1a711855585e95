import type { MatchSetup, Side } from '../sport.ts'
import type { LawSetId } from './laws.ts'

/** A wide or a no-ball: what it costs, and whether the ball is bowled again. */
export type Extra = { readonly runs: number; readonly rebowled: 'always' | 'last-over' | 'never' }

/** A format as data (FORMAT-1). Overs are of `ballsPerOver` balls. */
export type CricketRules = {
  readonly id: string
  readonly name: string
  /** Where the numbers come from. */
  readonly source: string
  readonly laws: LawSetId
  /** Of a side. */
  readonly players: number
  readonly inningsEach: 1 | 2
  /** Of an innings; null: without limit. */
  readonly overs: number | null
  readonly ballsPerOver: number
  /** Overs bowled from one end before the ends change: 1, in The Hundred 2. */
  readonly oversPerEnd: number
  /** Overs one bowler may bowl without another in between: 1, in The Hundred 2. */
  readonly oversInARow: number
  /** A bowler's share of an innings: 5 is one fifth. Null: no quota. */
  readonly quota: number | null
  readonly powerplays: readonly { readonly kind: string; readonly from: number; readonly to: number }[]
  readonly wide: Extra
  readonly noBall: Extra
  /** How byes off a no-ball are scored, where the competition differs from the laws. */
  readonly noBallByes?: 'byes' | 'no-balls'
  /** Which no-balls give a free hit. */
  readonly freeHit: 'none' | 'front-foot' | 'every'
  /** After a catch the new batter faces, also where the laws of the day go by crossing. Nothing changes for a run out. */
  readonly newBatterFaces: boolean
  /** The last batter goes on without a partner. */
  readonly lastBatterAlone: boolean
  /** A batter who has this many must retire, and may come back when nobody else is left. */
  readonly retireAt: number | null
  /** How a tie is decided; null: it stands. */
  readonly superOver: { readonly overs: number; readonly wickets: number } | null
  /** The lead that lets a side make the other bat again. */
  readonly followOn: number | null
  /** How long a new batter may take. */
  readonly timedOutMs: number
}

/** Two sides, who won the toss, and what they chose. */
export type CricketSetup = MatchSetup & {
  readonly toss: { readonly winner: Side; readonly chose: 'bat' | 'field' } | null
}

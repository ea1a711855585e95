import type { BySide, PlayerId, Side } from '../sport.ts'
import type { DismissalKind, Fielder, Margin, PlayNamed, RetirementKind } from './plays.ts'
import type { CricketRules, CricketSetup } from './rules.ts'

/** What has become of a batter. `in`: at the crease. Hurt and not out may come back. */
export type BatterStatus =
  | { readonly is: 'in' }
  | {
      readonly is: 'out'
      readonly kind: DismissalKind | 'retired out'
      readonly bowler: PlayerId | null
      readonly fielders: readonly Fielder[]
    }
  | { readonly is: 'retired'; readonly kind: Exclude<RetirementKind, 'retired out'> }

export type Batter = {
  readonly player: PlayerId
  readonly runs: number
  readonly balls: number
  readonly fours: number
  readonly sixes: number
  readonly status: BatterStatus
}

/** `balls`: fair ones. `runs`: those debited. `begun`: overs in which the bowler bowled, for the quota. */
export type Bowler = {
  readonly player: PlayerId
  readonly balls: number
  readonly runs: number
  readonly wickets: number
  readonly maidens: number
  readonly dots: number
  readonly wides: number
  readonly noBalls: number
  readonly begun: number
}

export type ExtrasCount = {
  readonly wides: number
  readonly noBalls: number
  readonly byes: number
  readonly legByes: number
  readonly penalty: number
}

/** An over, or in The Hundred a set of five. `n`: from 0. `fair`: balls that count; `balls`: all. */
export type Over = {
  readonly n: number
  readonly bowlers: readonly PlayerId[]
  readonly fair: number
  readonly balls: number
  readonly runs: number
  readonly debited: number
  readonly wickets: number
}

/** `balls`: fair balls of the innings when it fell. */
type Fall = {
  readonly wicket: number
  readonly runs: number
  readonly balls: number
  readonly over: string
  readonly out: PlayerId
}

/** Overs and the balls of a last, short one. */
export type Limit = { readonly overs: number; readonly balls: number }

export type InningsOver = 'all out' | 'overs' | 'target' | 'declared' | 'forfeited' | 'closed' | 'called off'

export type Innings = {
  /** From 1, super overs counted on. */
  readonly n: number
  readonly batting: Side
  /** 0: of the match itself; 1: of the first super over ... */
  readonly superOver: number
  readonly runs: number
  readonly wickets: number
  /** Fair balls. */
  readonly balls: number
  readonly extras: ExtrasCount
  /** Overs that are complete, by the umpire's count. */
  readonly overs: number
  /** The over that is on; null between two. */
  readonly over: Over | null
  readonly lastOver: Over | null
  /** Who bowled in the last overs, newest last: as many overs as may be bowled in a row. */
  readonly lately: readonly (readonly PlayerId[])[]
  /** In the order in which they came in. */
  readonly batters: readonly Batter[]
  readonly bowlers: readonly Bowler[]
  readonly falls: readonly Fall[]
  readonly absent: readonly PlayerId[]
  /** Who stands where; null: the end is vacant, or nobody has taken guard. */
  readonly striker: PlayerId | null
  readonly nonStriker: PlayerId | null
  readonly freeHit: boolean
  /** A bowler who took over in this over with the umpires' leave. */
  readonly relief: PlayerId | null
  readonly limit: Limit | null
  /** The runs that win. Null: there is nothing to chase yet. */
  readonly target: Target | null
  readonly powerplays: readonly { readonly kind: string; readonly from: number; readonly to: number }[]
  readonly end: InningsOver | null
  /** Play went on after the target: it was set for a chase that had been stopped (TARGET-4). */
  readonly beyond: boolean
}

/** `method` null: it follows from the runs; else the official gave it. */
export type Target = { readonly runs: number; readonly official: boolean; readonly method: string | null }

/** What ended the match from outside. */
export type Verdict =
  | { readonly is: 'called-off' }
  | { readonly is: 'awarded'; readonly winner: Side }
  | { readonly is: 'conceded'; readonly winner: Side }
  | { readonly is: 'bowl-out'; readonly winner: Side }
  | { readonly is: 'tie-broken'; readonly winner: Side; readonly by: string }
  | { readonly is: 'result'; readonly winner: Side; readonly by: Margin | null; readonly method: string | null }

/** The fold of a cricket match: what the next play is checked against. All else is derived from the plays. */
export type CricketScore = {
  readonly rules: CricketRules
  readonly toss: CricketSetup['toss']
  /** Line-ups with those brought in since. */
  readonly players: BySide<readonly PlayerId[]>
  /** Who left the match for a substitute. */
  readonly gone: readonly PlayerId[]
  readonly innings: readonly Innings[]
  /** Penalty runs for a side's next innings. */
  readonly pending: BySide<number>
  /** For the innings to come, said before it began. */
  readonly nextLimit: Limit | null
  readonly nextTarget: (Target & { readonly limit: Limit | null }) | null
  /** The follow-on was enforced on this side. */
  readonly followOn: Side | null
  /** The balls of a bowl-out, in their order. */
  readonly bowlOut: readonly Omit<PlayNamed<'BowlOutBall'>, 'type'>[]
  readonly verdict: Verdict | null
  /** Balls whose striker was not the one that the balls before it say. */
  readonly strikeMismatches: number
}

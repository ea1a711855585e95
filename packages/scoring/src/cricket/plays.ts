import type { PlayerId, Side } from '../sport.ts'

/** How a batter is out, in the words of the Laws. The last three end no innings and are no wicket of a bowler. */
export const DISMISSALS = [
  'bowled',
  'caught',
  'lbw',
  'run out',
  'stumped',
  'hit wicket',
  'obstructing the field',
  'hit the ball twice',
  'handled the ball',
  'timed out',
] as const
export type DismissalKind = (typeof DISMISSALS)[number]

/** `retired out` is a wicket; the other two are none, and the batter may come back (RETIRE-1 to RETIRE-3). */
export const RETIREMENTS = ['retired out', 'retired hurt', 'retired not out'] as const
export type RetirementKind = (typeof RETIREMENTS)[number]

/** `player` null: a substitute whom the file does not name. */
export type Fielder = { readonly player: PlayerId | null; readonly substitute?: true }

export type Wicket = {
  readonly kind: DismissalKind
  readonly out: PlayerId
  readonly fielders?: readonly Fielder[]
  /** Of a run out: at which end the wicket was put down, as the ends were when the ball was bowled. */
  readonly end?: 'striker' | 'bowler'
}

/** Runs of one ball. `wides` and `noBalls` hold the penalty and what was run as such; what is left out is nothing. */
export type BallRuns = {
  readonly bat: number
  readonly wides?: number
  readonly noBalls?: number
  readonly byes?: number
  readonly legByes?: number
}

export type Review = {
  readonly by: Side
  readonly batter?: PlayerId
  readonly umpire?: string
  readonly decision: 'upheld' | 'struck down'
  readonly umpiresCall?: true
  readonly about?: string
}

/** One ball, whole in itself: who faced and who bowled stand in it, so that a correction before it never changes them. */
export type Delivery = {
  readonly type: 'Delivery'
  readonly striker: PlayerId
  /** Null where the last batter bats alone, in formats that allow it. */
  readonly nonStriker: PlayerId | null
  readonly bowler: PlayerId
  readonly runs: BallRuns
  /** A boundary that was hit or let through; an all-run four has none. */
  readonly boundary?: 4 | 6
  /** Runs the batters completed. Left out: what the runs of the ball say (bat, byes, leg byes and what was run on a wide or no-ball, without a boundary). */
  readonly ran?: number
  /** Whether they had crossed on a run not completed, when the wicket was broken, the catch held or the boundary thrown. */
  readonly crossed?: boolean
  /** Runs that were completed but short, and not counted. */
  readonly short?: number
  readonly penalty?: { readonly to: 'batting' | 'fielding'; readonly runs: number }
  /** At most one; never two dismissals on one ball (WICKET-3). */
  readonly wickets?: readonly Wicket[]
  /** Kind of a no-ball, where somebody wrote it down: only that of the front foot gave a free hit in older conditions. */
  readonly noBallFor?: 'foot' | 'height' | 'fielder' | 'other'
  readonly review?: Review
  readonly note?: string
}

/** Who may bat or bowl instead of whom. `reason` is the file's or the competition's word. */
type SubstituteReason =
  | 'impact_player'
  | 'concussion_substitute'
  | 'injury_substitute'
  | 'supersub'
  | (string & Record<never, never>)

/** One thing that a scorer writes into the book of a cricket match. */
export type CricketPlay =
  | Delivery
  /** `superOver`: 1 for an innings of the first one, 2 of the second ...; left out in the match itself. */
  | { readonly type: 'InningsStart'; readonly batting: Side; readonly superOver?: number }
  /** An innings that does not end by itself. */
  | { readonly type: 'InningsEnd'; readonly why: 'all out' | 'overs' | 'closed' }
  | { readonly type: 'Declare' }
  /** A side gives up an innings that has not begun. */
  | { readonly type: 'Forfeit'; readonly side: Side }
  | { readonly type: 'FollowOn' }
  /** The batters as they stand, where the umpire or the captain says so: swap of strike, a choice after a short run. */
  | { readonly type: 'StrikeSet'; readonly striker: PlayerId; readonly nonStriker: PlayerId | null }
  | { readonly type: 'Retire'; readonly player: PlayerId; readonly kind: RetirementKind }
  | { readonly type: 'TimedOut'; readonly player: PlayerId }
  /** A batter who cannot bat: the innings ends without him. */
  | { readonly type: 'AbsentHurt'; readonly player: PlayerId }
  /** Another player of the side for the rest of the match. */
  | {
      readonly type: 'Substitute'
      readonly side: Side
      readonly out: PlayerId | null
      readonly in: PlayerId
      readonly reason: SubstituteReason
    }
  /** Somebody takes over a part in play: the rest of an over, a batter's place. */
  | {
      readonly type: 'Replace'
      readonly role: 'bowler' | 'batter'
      readonly out: PlayerId | null
      readonly in: PlayerId
      readonly reason: string
    }
  /** Penalty runs outside a ball. `innings`: whose total they join, where the official says so (PENALTY-3). */
  | { readonly type: 'PenaltyRuns'; readonly to: Side; readonly runs: number; readonly innings?: number }
  /** The umpire calls over although balls are missing, or lets a finished over go on: the miscount stands (OVER-4). */
  | { readonly type: 'OverCalled'; readonly umpire?: PlayerId }
  | { readonly type: 'OverGoesOn'; readonly umpire?: PlayerId }
  | {
      readonly type: 'PowerplaySet'
      readonly kind: string
      /** Overs and balls as the book writes them: 0.1 to 5.6. */
      readonly from: number
      readonly to: number
    }
  /** The official's figures for the side that chases. `balls` null: as many as before. `method`: such as `D/L`. */
  | {
      readonly type: 'TargetSet'
      readonly runs: number
      readonly balls: number | null
      readonly method: string | null
    }
  /** Overs cut for the innings that is on, or the one to come. `balls`: of the whole innings. */
  | { readonly type: 'OversReduced'; readonly balls: number }
  /** The match cannot go on: a draw where each side has two innings, else no result. */
  | { readonly type: 'MatchCalledOff' }
  | { readonly type: 'Awarded'; readonly to: Side }
  | { readonly type: 'Conceded'; readonly by: Side }
  /** One ball at the stumps with nobody in front of them, after a tie (BOWLOUT-1). `side`: who bowls; `scored`: the wicket was hit. */
  | {
      readonly type: 'BowlOutBall'
      readonly side: Side
      readonly bowler: PlayerId
      readonly scored: boolean
    }
  /** A bowl-out of which only the winner is known. */
  | { readonly type: 'BowlOut'; readonly winner: Side }
  /** A tie decided otherwise after a super over, such as by boundaries. */
  | { readonly type: 'TieBroken'; readonly winner: Side; readonly by: string }
  /** The official's word on a match that a method decided. */
  | {
      readonly type: 'Result'
      readonly winner: Side
      readonly by: Margin | null
      readonly method: string | null
    }

export type Margin = { readonly runs?: number; readonly wickets?: number; readonly innings?: number }

export type CricketPlayType = CricketPlay['type']
export type PlayNamed<T extends CricketPlayType> = Extract<CricketPlay, { type: T }>

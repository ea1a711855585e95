import type { PlayerId } from '../sport.ts'
import { oversAt } from './apply-ball.ts'
import { waiting } from './innings.ts'
import type { Batter, Bowler, CricketScore, ExtrasCount, Innings } from './score.ts'
import { oversText } from './where.ts'

/** A batter's line. `strikeRate`: runs a hundred balls, null before the first. */
type BattingLine = Batter & { readonly strikeRate: number | null }
/** A bowler's line. `overs` as books write them; `economy`: runs an over, null before the first ball. */
type BowlingLine = Bowler & { readonly overs: string; readonly economy: number | null }

export type InningsCard = Pick<
  Innings,
  'n' | 'batting' | 'superOver' | 'runs' | 'wickets' | 'balls' | 'end' | 'absent' | 'falls'
> & {
  readonly overs: string
  readonly extras: ExtrasCount & { readonly total: number }
  readonly batters: readonly BattingLine[]
  /** Of the side, who has not batted; empty in a super over. */
  readonly toBat: readonly PlayerId[]
  readonly bowlers: readonly BowlingLine[]
}

export const extrasOf = ({ wides, noBalls, byes, legByes, penalty }: ExtrasCount): number =>
  wides + noBalls + byes + legByes + penalty

/** The scorecard of every innings (CHART-4). */
export function scorecard(score: CricketScore): readonly InningsCard[] {
  return score.innings.map((innings) => cardOf(score, innings))
}

function cardOf(score: CricketScore, innings: Innings): InningsCard {
  const { rules } = score
  const { n, batting, superOver, runs, wickets, balls, end, extras, batters, absent, bowlers, falls } = innings
  return {
    ...{ n, batting, superOver, runs, wickets, balls, end, absent, falls },
    overs: oversAt(innings, rules),
    extras: { ...extras, total: extrasOf(extras) },
    batters: batters.map((one) => ({ ...one, strikeRate: rate(one.runs * 100, one.balls) })),
    toBat: superOver > 0 ? [] : waiting(score, innings),
    bowlers: bowlers.map((one) => ({
      ...one,
      overs: oversText(one.balls, rules.ballsPerOver),
      economy: rate(one.runs * rules.ballsPerOver, one.balls),
    })),
  }
}

/** Null where there is nothing to divide by. */
export const rate = (sum: number, by: number): number | null => (by === 0 ? null : sum / by)

/** How fast a side scores, and must. Runs an over. */
export type Rates = {
  readonly current: number | null
  /** Null where nothing is chased, or no limit says in how many balls. */
  readonly required: number | null
  /** Runs still needed; null where nothing is chased. */
  readonly needed: number | null
  readonly ballsLeft: number | null
}

/** The rates of an innings as it stands (CHART-5). */
export function runRates({ rules }: CricketScore, innings: Innings): Rates {
  const { runs, balls, target, limit, overs, over } = innings
  const needed = target && Math.max(0, target.runs - runs)
  const bowled = overs * rules.ballsPerOver + Math.min(over?.fair ?? 0, rules.ballsPerOver)
  const ballsLeft = limit && Math.max(0, limit.overs * rules.ballsPerOver + limit.balls - bowled)
  return {
    current: rate(runs * rules.ballsPerOver, balls),
    required: needed === null || ballsLeft === null ? null : rate(needed * rules.ballsPerOver, ballsLeft),
    needed,
    ballsLeft,
  }
}

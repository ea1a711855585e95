import type { CricketScore, Innings } from '@gavel/scoring'

/** How often a fair ball brings what; the rest brings nothing. */
export type Odds = {
  readonly ones: number
  readonly twos: number
  readonly threes: number
  readonly fours: number
  readonly sixes: number
  readonly wicket: number
}

/** As in recorded matches: 20 overs, 50 overs, and matches without a limit. */
const T20: Odds = { ones: 0.36, twos: 0.066, threes: 0.003, fours: 0.112, sixes: 0.056, wicket: 0.054 }
const ODI: Odds = { ones: 0.32, twos: 0.06, threes: 0.004, fours: 0.08, sixes: 0.018, wicket: 0.026 }
const LONG: Odds = { ones: 0.19, twos: 0.045, threes: 0.009, fours: 0.065, sixes: 0.006, wicket: 0.017 }

const SHORT_BALLS = 180

const oddsOf = (balls: number | null): Odds => (balls === null ? LONG : balls <= SHORT_BALLS ? T20 : ODI)

/** The first and the last of the innings are hit harder, by these. */
const FIRST = { until: 0.3, by: 1.08 }
const DEATH = { from: 0.8, by: 1.35 }
/** However much is needed, nobody bats slower or harder than this. */
const TEMPO = { least: 0.75, most: 1.7 }

/** The whole innings in balls; null: without limit. */
function ballsOf({ rules }: CricketScore, { limit, superOver }: Innings): number | null {
  if (superOver > 0) return (rules.superOver?.overs ?? 1) * rules.ballsPerOver
  return limit === null ? null : limit.overs * rules.ballsPerOver + limit.balls
}

/** How hard the side bats now: 1 as on average. By the part of the innings, and by what a chase asks for. */
function tempoOf(score: CricketScore, innings: Innings, odds: Odds): number {
  const balls = ballsOf(score, innings)
  if (balls === null) return 1
  const done = innings.balls / balls
  const phase = done < FIRST.until ? FIRST.by : done >= DEATH.from ? DEATH.by : 0.95
  if (!innings.target) return phase
  const asked = (innings.target.runs - innings.runs) / Math.max(1, balls - innings.balls)
  const usual = odds.ones + 2 * odds.twos + 4 * odds.fours + 6 * odds.sixes
  return Math.min(TEMPO.most, Math.max(TEMPO.least, (phase + (2 * asked) / usual) / 3))
}

/** What this ball may bring: a good batter finds more runs, a good bowler more wickets, and whoever hurries risks more. */
export function oddsNow(score: CricketScore, innings: Innings, skill: { bat: number; bowl: number }): Odds {
  const odds = oddsOf(ballsOf(score, innings))
  const tempo = tempoOf(score, innings, odds)
  const better = 1 + 0.45 * (skill.bat - 0.55) - 0.3 * (skill.bowl - 0.7)
  return {
    ones: odds.ones * Math.min(1.15, 0.75 + 0.4 * skill.bat),
    twos: odds.twos * better,
    threes: odds.threes,
    fours: odds.fours * better * tempo,
    sixes: odds.sixes * better * tempo * tempo,
    wicket: odds.wicket * (1.55 - 0.95 * skill.bat) * (0.7 + 0.42 * skill.bowl) * (0.45 + 0.55 * tempo),
  }
}

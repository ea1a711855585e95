// For tests: the tables of the chances of winning, counted from recorded matches.
import {
  type CricketRules,
  type CricketScore,
  currentInnings,
  type Delivery,
  type Innings,
  type Pace,
  type Paces,
  SPORTS,
} from '@gavel/scoring'
import type { CricketImport } from './cricsheet/read.ts'

/** What one ball brought, and how many balls were left before it. */
type Ball = { readonly left: number; readonly brought: 'extra' | 'wicket' | number; readonly total: number }

/** Shorter ones say nothing of the day. */
const FEWEST_BALLS = 21
const THIRDS = [0, 1, 2] as const

/** The score before each ball of a match and after it, super overs left out. */
export function* ballsOf({
  state,
}: CricketImport): Generator<{ ball: Delivery; before: Innings; score: CricketScore }> {
  let score = SPORTS.cricket.begin(state.rules, state.setup)
  for (const { play } of state.plays) {
    const before = currentInnings(score)
    score = SPORTS.cricket.apply(score, play)
    if (play.type === 'Delivery' && before?.superOver === 0) yield { ball: play, before, score }
  }
}

/** The tables of {@link Paces}, from all innings of these matches: a third of them each, from the one with the fewest runs a ball to that with the most. */
export function countedPaces(matches: readonly CricketImport[], like: Paces): Paces {
  const innings = matches.flatMap(inningsOf).filter((balls) => balls.length >= FEWEST_BALLS)
  const slowest = innings.toSorted((a, b) => perBall(a) - perBall(b))
  const cut = (third: number) => Math.floor((third * slowest.length) / THIRDS.length)
  const days = THIRDS.map((third) => {
    const balls = slowest.slice(cut(third), cut(third + 1)).flat()
    return {
      early: paceOf(balls.filter(({ left }) => left > like.lastBalls)),
      late: paceOf(balls.filter(({ left }) => left <= like.lastBalls)),
    }
  })
  return { ...like, days }
}

function inningsOf(match: CricketImport): readonly (readonly Ball[])[] {
  const byInnings = Map.groupBy(ballsOf(match), ({ before }) => before.n)
  return [...byInnings.values()].map((balls) =>
    balls.map(({ ball, before, score }) => ballOf(match.state.rules, ball, before, currentInnings(score) ?? before)),
  )
}

function ballOf({ ballsPerOver }: CricketRules, { runs }: Delivery, before: Innings, after: Innings): Ball {
  const { overs = 0, balls = 0 } = before.limit ?? {}
  const bowled = before.overs * ballsPerOver + (before.over?.fair ?? 0)
  const extra = (runs.wides ?? 0) + (runs.noBalls ?? 0)
  const scored = runs.bat + (runs.byes ?? 0) + (runs.legByes ?? 0)
  const brought = extra > 0 ? 'extra' : after.wickets > before.wickets ? 'wicket' : Math.min(6, scored)
  return { left: overs * ballsPerOver + balls - bowled, brought, total: scored + extra }
}

const perBall = (balls: readonly Ball[]): number => balls.reduce((sum, { total }) => sum + total, 0) / balls.length

function paceOf(balls: readonly Ball[]): Pace {
  const of = (brought: Ball['brought']) => balls.filter((one) => one.brought === brought).length
  const fair = balls.length - of('extra')
  const share = (count: number, whole: number) => Math.round((10_000 * count) / whole) / 10_000
  return {
    runs: [1, 2, 3, 4, 5, 6].map((runs) => share(of(runs), fair)),
    wicket: share(of('wicket'), fair),
    extra: share(of('extra'), balls.length),
  }
}

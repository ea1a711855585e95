import type { PlayerId, Side } from '../sport.ts'
import { runsOf } from './ball.ts'
import type { CricketPlay, Delivery } from './plays.ts'
import type { CricketRules, CricketSetup } from './rules.ts'
import type { CricketScore, Innings } from './score.ts'
import { cricket } from './sport.ts'
import { currentInnings } from './where.ts'

/** A ball with its place and what stood after it. `play`: its place among the plays, from 0. */
export type BallView = {
  readonly play: number
  readonly innings: number
  readonly batting: Side
  /** From 0. */
  readonly over: number
  /** Of the over, wides and no-balls counted, from 1. */
  readonly ball: number
  readonly delivery: Delivery
  /** What the side gained by it, penalty runs too. */
  readonly runs: number
  /** Whether it counts in the over. */
  readonly fair: boolean
  readonly after: { readonly runs: number; readonly wickets: number; readonly balls: number }
}

/** The score after each play, the first before any: `plays.length + 1` of them, made as they are asked for. */
export function* scores(
  rules: CricketRules,
  setup: CricketSetup,
  plays: Iterable<CricketPlay>,
): Generator<CricketScore> {
  let score = cricket.begin(rules, setup)
  yield score
  for (const play of plays) {
    score = cricket.apply(score, play)
    yield score
  }
}

/** Every ball of a match in order, from which all charts are drawn (CHART-1). */
export function timeline(rules: CricketRules, setup: CricketSetup, plays: readonly CricketPlay[]): readonly BallView[] {
  const balls: BallView[] = []
  let before: CricketScore | null = null
  let at = -1
  for (const score of scores(rules, setup, plays)) {
    const play = plays[at]
    if (before && play?.type === 'Delivery') {
      const [was, now] = [currentInnings(before), currentInnings(score)]
      if (was && now) balls.push(viewOf(at, play, was, now))
    }
    before = score
    at += 1
  }
  return balls
}

function viewOf(play: number, delivery: Delivery, was: Innings, now: Innings): BallView {
  const { runs, wickets, balls } = now
  return {
    play,
    innings: now.n,
    batting: now.batting,
    over: was.overs,
    ball: (was.over?.balls ?? 0) + 1,
    delivery,
    runs: runs - was.runs,
    fair: balls > was.balls,
    after: { runs, wickets, balls },
  }
}

/** One over for a Manhattan: what it brought, and who bowled it. */
export type OverBar = {
  readonly innings: number
  readonly over: number
  readonly runs: number
  readonly wickets: number
  readonly bowlers: readonly PlayerId[]
  /** The side's total and wickets after it, for a worm. */
  readonly total: { readonly runs: number; readonly wickets: number }
}

/** The overs of each innings in order (CHART-2). The totals make the worm. */
export function manhattan(balls: readonly BallView[]): readonly OverBar[] {
  const bars = new Map<string, OverBar>()
  for (const { innings, over, delivery, runs, after } of balls) {
    const key = `${innings} ${over}`
    const bar = bars.get(key) ?? { innings, over, runs: 0, wickets: 0, bowlers: [], total: after }
    const { bowler, wickets } = delivery
    bars.set(key, {
      ...bar,
      runs: bar.runs + runs,
      wickets: bar.wickets + (wickets?.length ?? 0),
      bowlers: bar.bowlers.includes(bowler) ? bar.bowlers : [...bar.bowlers, bowler],
      total: { runs: after.runs, wickets: after.wickets },
    })
  }
  return [...bars.values()]
}

/** A point of a worm. `wicket`: one fell on this ball. */
export type WormPoint = { readonly balls: number; readonly runs: number; readonly wicket: boolean }

/** The total of an innings ball by ball, from nothing; balls that do not count stand beside the one before (CHART-2). */
export function worm(balls: readonly BallView[], innings: number): readonly WormPoint[] {
  const points = balls
    .filter((ball) => ball.innings === innings)
    .map(({ after, delivery }) => ({
      balls: after.balls,
      runs: after.runs,
      wicket: (delivery.wickets?.length ?? 0) > 0,
    }))
  return [{ balls: 0, runs: 0, wicket: false }, ...points]
}

/** Two batters together. `broken`: by a wicket or a retirement. `runs`: the side's while they batted, extras too. */
export type Partnership = {
  readonly innings: number
  /** For which wicket, from 1. */
  readonly wicket: number
  readonly batters: readonly { readonly player: PlayerId; readonly runs: number; readonly balls: number }[]
  readonly runs: number
  readonly balls: number
  readonly broken: boolean
}

/** Every pair that faced a ball together, in order (CHART-3). */
export function partnerships(balls: readonly BallView[]): readonly Partnership[] {
  const pairs: Partnership[] = []
  for (const ball of balls) {
    const { striker, nonStriker, wickets = [] } = ball.delivery
    const last = pairs.at(-1)
    const together =
      last?.innings === ball.innings &&
      last.batters.every(({ player }) => player === striker || player === nonStriker) &&
      last.batters.length === (nonStriker === null ? 1 : 2)
    if (!together && last?.innings === ball.innings) pairs[pairs.length - 1] = { ...last, broken: true }
    const pair = together ? last : freshPair(ball)
    const faced = isFaced(ball.delivery) ? 1 : 0
    const next: Partnership = {
      ...pair,
      runs: pair.runs + ball.runs,
      balls: pair.balls + (ball.fair ? 1 : 0),
      broken: wickets.length > 0,
      batters: pair.batters.map((one) =>
        one.player === striker ? { ...one, runs: one.runs + ball.delivery.runs.bat, balls: one.balls + faced } : one,
      ),
    }
    if (together) pairs[pairs.length - 1] = next
    else pairs.push(next)
  }
  return pairs
}

const isFaced = ({ runs }: Delivery): boolean => (runs.noBalls ?? 0) > 0 || !(runs.wides ?? 0)

function freshPair({ innings, after, delivery }: BallView): Partnership {
  const { striker, nonStriker, wickets = [] } = delivery
  const players = nonStriker === null ? [striker] : [striker, nonStriker]
  return {
    innings,
    wicket: after.wickets - wickets.length + 1,
    batters: players.map((player) => ({ player, runs: 0, balls: 0 })),
    runs: 0,
    balls: 0,
    broken: false,
  }
}

/** The balls of one over, for the line above a scorer's pad: `1 . W 4 2wd`. */
export function overBalls(balls: readonly BallView[], innings: number, over: number): readonly BallView[] {
  return balls.filter((ball) => ball.innings === innings && ball.over === over)
}

/** A ball in as few signs as a scorebook has: `.`, `4`, `W`, `2wd`, `nb+4`, `1lb`. */
export function ballMark({ delivery, runs }: Pick<BallView, 'delivery' | 'runs'>): string {
  const { bat, wides = 0, noBalls = 0, byes = 0, legByes = 0 } = delivery.runs
  const said = [
    noBalls > 0 ? `${noBalls > 1 ? noBalls : ''}nb` : wides > 0 ? `${wides > 1 ? wides : ''}wd` : '',
    bat > 0 ? String(bat) : '',
    byes > 0 ? `${byes}b` : '',
    legByes > 0 ? `${legByes}lb` : '',
    runs > runsOf(delivery.runs) ? `${runs - runsOf(delivery.runs)}p` : '',
    (delivery.wickets?.length ?? 0) > 0 ? 'W' : '',
  ].filter(Boolean)
  return said.join('+') || '.'
}

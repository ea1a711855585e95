// The points table with net run rate (NRR-1 to NRR-4).
import { type BySide, otherSide, type Side } from '../sport.ts'
import { type Deducted, type Deduction, lessDeductions } from '../tables/deductions.ts'
import { byName, rank } from '../tables/rank.ts'
import { mainInnings, wicketsIn } from './innings.ts'
import { type CricketResult, cricketOutcome, cricketResult } from './result.ts'
import type { CricketScore, Innings } from './score.ts'

/** What a match is worth. */
export type CricketPoints = {
  readonly win: number
  readonly tie: number
  readonly noResult: number
  readonly loss: number
}
export const TWO_FOR_A_WIN: CricketPoints = { win: 2, tie: 1, noResult: 1, loss: 0 }

export type CricketRow = {
  readonly team: string
  readonly played: number
  readonly won: number
  readonly lost: number
  readonly tied: number
  readonly noResult: number
  readonly points: number
  /** For and against, as the net run rate counts them: runs, and balls in which they were made. */
  readonly for: { readonly runs: number; readonly balls: number }
  readonly against: { readonly runs: number; readonly balls: number }
  readonly netRunRate: number
}

const FRESH = { played: 0, won: 0, lost: 0, tied: 0, noResult: 0, points: 0 } as const
const NOTHING = { runs: 0, balls: 0 } as const

/** A match of the season that has ended. `teams`: who was which side. */
export type CricketMatchResult = { readonly teams: BySide<string>; readonly score: CricketScore }

/**
 * The table in order of points, net run rate, wins, name. `teams`: everybody, also who has not played. A match that is still open counts in
 * nothing.
 */
export function cricketTable(
  teams: readonly string[],
  matches: readonly CricketMatchResult[],
  worth: CricketPoints = TWO_FOR_A_WIN,
  deductions: readonly Deduction[] = [],
): readonly Deducted<CricketRow>[] {
  const rows = new Map<string, CricketRow>()
  for (const team of [...teams, ...matches.flatMap((one) => [one.teams.home, one.teams.away])])
    if (!rows.has(team)) rows.set(team, { team, ...FRESH, for: NOTHING, against: NOTHING, netRunRate: 0 })
  for (const { teams: sides, score } of matches) {
    const result = cricketResult(score)
    if (result.is === 'open') continue
    for (const side of ['home', 'away'] as const) {
      const row = rows.get(sides[side])
      if (row) rows.set(sides[side], withMatch(row, side, score, result, worth))
    }
  }
  const ordered = byName(lessDeductions([...rows.values()], deductions), (row) => row.team)
  return rank(ordered, [(row) => row.points, (row) => row.netRunRate, (row) => row.won])
}

function withMatch(
  row: CricketRow,
  side: Side,
  score: CricketScore,
  result: CricketResult,
  worth: CricketPoints,
): CricketRow {
  const outcome = cricketOutcome(score)
  const winner = outcome.is === 'ended' ? outcome.winner : null
  const nothing = result.is === 'no-result'
  const [won, lost] = [winner === side, winner === otherSide(side)]
  const points = won ? worth.win : lost ? worth.loss : nothing ? worth.noResult : worth.tie
  const rates = countsForRate(result) ? ratesOf(score) : null
  const mine = plus(row.for, rates?.[side] ?? NOTHING)
  const theirs = plus(row.against, rates?.[otherSide(side)] ?? NOTHING)
  return {
    ...row,
    played: row.played + 1,
    won: row.won + (won ? 1 : 0),
    lost: row.lost + (lost ? 1 : 0),
    tied: row.tied + (winner === null && !nothing ? 1 : 0),
    noResult: row.noResult + (nothing ? 1 : 0),
    points: row.points + points,
    for: mine,
    against: theirs,
    netRunRate: perOver(mine, score.rules.ballsPerOver) - perOver(theirs, score.rules.ballsPerOver),
  }
}

type Made = { readonly runs: number; readonly balls: number }
const plus = (a: Made, b: Made): Made => ({ runs: a.runs + b.runs, balls: a.balls + b.balls })
const perOver = ({ runs, balls }: Made, ballsPerOver: number): number =>
  balls === 0 ? 0 : (runs * ballsPerOver) / balls

/** What never came to a result on the field, or was given away, says nothing of anybody's rate (NRR-3). */
const countsForRate = ({ is }: CricketResult): boolean => is === 'won' || is === 'tied' || is === 'decided'

/** Runs and balls of both sides: a side that is all out is charged its full quota (NRR-2); super overs count in nothing. */
function ratesOf(score: CricketScore): BySide<Made> {
  const made = { home: NOTHING as Made, away: NOTHING as Made }
  const main = mainInnings(score)
  const last = main.at(-1)
  for (const innings of main) made[innings.batting] = plus(made[innings.batting], chargedFor(score, innings))
  // Under an official's target the side that batted first has made what it amounts to, in as many overs (NRR-4).
  if (score.rules.inningsEach === 1 && last?.target?.official && main.length === 2) {
    const first = otherSide(last.batting)
    const balls = ballsOfLimit(score, last) ?? made[first].balls
    made[first] = { runs: last.target.runs - 1, balls }
  }
  return made
}

function chargedFor(score: CricketScore, innings: Innings): Made {
  const { runs, balls, wickets, end, absent } = innings
  const out = end === 'all out' || wickets + absent.length >= wicketsIn(score, innings)
  return { runs, balls: out ? (ballsOfLimit(score, innings) ?? balls) : balls }
}

const ballsOfLimit = ({ rules }: CricketScore, { limit }: Innings): number | null =>
  limit === null ? null : limit.overs * rules.ballsPerOver + limit.balls

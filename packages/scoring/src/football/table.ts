import type { BySide } from '../sport.ts'
import { type Deducted, type Deduction, lessDeductions } from '../tables/deductions.ts'
import type { Meeting } from '../tables/head-to-head.ts'
import { byName, type Criterion, rank } from '../tables/rank.ts'
import { type Tally, tally } from '../tables/tally.ts'
import type { FootballOrder, FootballTable } from './rules.ts'
import { ahead } from './score.ts'

/** A counted match: goals after 90 minutes, and what the cards of each side cost where they are known. */
export type GoalsResult = {
  readonly home: string
  readonly away: string
  readonly score: BySide<number>
  readonly fairPlay?: BySide<number>
}

/** `level`: drawn matches; `scored` and `conceded`: goals. */
export type FootballRow = Tally & { points: number; fairPlay: number }

/**
 * A football table. Among level teams a head-to-head looks at the matches among
 * all of them: points, goal difference, goals.
 */
export function footballTable(
  worth: FootballTable,
  teams: readonly string[],
  results: readonly GoalsResult[],
  deductions: readonly Deduction[] = [],
): readonly Deducted<FootballRow>[] {
  const meetings = results.map((result) => ({ ...result, winner: ahead(result.score) }))
  const count = (of: readonly string[], among: readonly (GoalsResult & Meeting)[]) =>
    tally(
      of,
      among,
      (row): FootballRow => ({ ...row, points: 0, fairPlay: 0 }),
      (row, side, result) => {
        row.points += result.winner === null ? worth.draw : result.winner === side ? worth.win : worth.loss
        row.fairPlay += result.fairPlay?.[side] ?? 0
      },
    )
  const rows = lessDeductions(count(teams, meetings), deductions)
  const among = (level: readonly FootballRow[]) => {
    const names = level.map((row) => row.team)
    return count(
      names,
      meetings.filter((one) => names.includes(one.home) && names.includes(one.away)),
    )
  }
  const mini = (value: (row: FootballRow) => number): Criterion<FootballRow> => {
    return (row, level) => {
      const own = among(level).find((one) => one.team === row.team)
      return own ? value(own) : 0
    }
  }
  const difference = (row: FootballRow) => row.scored - row.conceded
  const criteria: Record<FootballOrder, readonly Criterion<FootballRow>[]> = {
    'goal-difference': [difference],
    goals: [(row) => row.scored],
    wins: [(row) => row.won],
    'head-to-head': [mini((row) => row.points), mini(difference), mini((row) => row.scored)],
    'fair-play': [(row) => -row.fairPlay],
  }
  return rank(
    byName(rows, (row) => row.team),
    [(row) => row.points, ...worth.order.flatMap((order) => criteria[order])],
  )
}

import { type Deducted, type Deduction, lessDeductions } from '../tables/deductions.ts'
import type { Meeting } from '../tables/head-to-head.ts'
import { byName, rank } from '../tables/rank.ts'
import { type Tally, tally } from '../tables/tally.ts'
import type { KabaddiTable } from './rules.ts'

export type KabaddiRow = Tally & { points: number; closeLosses: number }

/** A kabaddi table by the numbers of a season: points, then score difference, then points scored, then name. */
export function kabaddiTable(
  worth: KabaddiTable,
  teams: readonly string[],
  results: readonly Meeting[],
  deductions: readonly Deduction[] = [],
): readonly Deducted<KabaddiRow>[] {
  const rows = tally(
    teams,
    results,
    (row): KabaddiRow => ({ ...row, points: 0, closeLosses: 0 }),
    (row, side, { winner, score }) => {
      if (winner === null) row.points += worth.tie
      else if (winner === side) row.points += worth.win
      else if (worth.closeLoss && Math.abs(score.home - score.away) <= worth.closeLoss.within) {
        row.points += worth.closeLoss.points
        row.closeLosses += 1
      } else row.points += worth.loss
    },
  )
  return rank(
    byName(lessDeductions(rows, deductions), (row) => row.team),
    [(row) => row.points, (row) => row.scored - row.conceded, (row) => row.scored],
  )
}

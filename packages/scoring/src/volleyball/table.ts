import { countSets, type SetsResult, type SetsRow } from '../sets/count.ts'
import { setsWon } from '../sets/sets.ts'
import { otherSide } from '../sport.ts'
import { type Deducted, type Deduction, lessDeductions } from '../tables/deductions.ts'
import { headToHead } from '../tables/head-to-head.ts'
import { byName, type Criterion, rank } from '../tables/rank.ts'
import type { VolleyballOrder, VolleyballRules } from './rules.ts'

/** A volleyball table: a side that wins in fewer sets gets more, and the loser of a full-length match gets something. */
export function volleyballTable(
  rules: VolleyballRules,
  teams: readonly string[],
  results: readonly SetsResult[],
  deductions: readonly Deduction[] = [],
): readonly Deducted<SetsRow>[] {
  const meetings = results.map((result) => ({ ...result, score: setsWon(result.sets) }))
  const rows = countSets(teams, results, ({ winner, score }, side) => {
    if (winner === null) return 0
    const worth = rules.table.points[score[otherSide(winner)]] ?? rules.table.points[0]
    return worth?.[winner === side ? 0 : 1] ?? 0
  })
  const criteria: Record<VolleyballOrder, Criterion<SetsRow>> = {
    points: (row) => row.points,
    won: (row) => row.won,
    'set-ratio': (row) => ratio(row.scored, row.conceded),
    'point-ratio': (row) => ratio(row.rallies, row.ralliesLost),
    'head-to-head': (row, level) =>
      level.reduce((won, other) => won + headToHead(meetings, row.team, other.team).won, 0),
  }
  return rank(
    byName(lessDeductions(rows, deductions), (row) => row.team),
    rules.table.order.map((order) => criteria[order]),
  )
}

/** Won to lost; a side that has lost nothing stands above all that have, one that has played nothing below. */
function ratio(won: number, lost: number): number {
  if (lost > 0) return won / lost
  return won > 0 ? Number.MAX_VALUE : 0
}

import { countSets, type SetsResult, type SetsRow } from '../sets/count.ts'
import { type Deducted, type Deduction, lessDeductions } from '../tables/deductions.ts'
import { byName, rank } from '../tables/rank.ts'

/** A finished match for a table: its games, and who won. */
export type GamesResult = Omit<SetsResult, 'sets'> & { readonly games: SetsResult['sets'] }

/** A badminton table: one point a match won; then games, then points won less lost, then name. */
export function badmintonTable(
  teams: readonly string[],
  results: readonly GamesResult[],
  deductions: readonly Deduction[] = [],
): readonly Deducted<SetsRow>[] {
  const sets = results.map(({ games, ...result }) => ({ ...result, sets: games }))
  const rows = countSets(teams, sets, ({ winner }, side) => (winner === side ? 1 : 0))
  return rank(
    byName(lessDeductions(rows, deductions), (row) => row.team),
    [(row) => row.points, (row) => row.scored - row.conceded, (row) => row.rallies - row.ralliesLost],
  )
}

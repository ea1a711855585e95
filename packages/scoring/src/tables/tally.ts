import { otherSide, type Side } from '../sport.ts'
import type { Meeting } from './head-to-head.ts'

/** What one team gathered over a season, before anybody says what it is worth. */
export type Tally = {
  readonly team: string
  played: number
  won: number
  level: number
  lost: number
  scored: number
  conceded: number
}

/**
 * A season by team: everybody who is named in `teams` or in a result. `each` is told of every result once for either side, so that a sport
 * may add what else it counts.
 */
export function tally<Result extends Meeting, Row extends Tally>(
  teams: readonly string[],
  results: readonly Result[],
  begin: (row: Tally) => Row,
  each: (row: Row, side: Side, result: Result) => void,
): readonly Row[] {
  const rows = new Map<string, Row>()
  const rowOf = (team: string): Row => {
    const known = rows.get(team)
    if (known) return known
    const row = begin({ team, played: 0, won: 0, level: 0, lost: 0, scored: 0, conceded: 0 })
    rows.set(team, row)
    return row
  }
  for (const team of teams) rowOf(team)
  for (const result of results) {
    for (const side of ['home', 'away'] as const) {
      const row = rowOf(result[side])
      row.played += 1
      row.scored += result.score[side]
      row.conceded += result.score[otherSide(side)]
      if (result.winner === null) row.level += 1
      else if (result.winner === side) row.won += 1
      else row.lost += 1
      each(row, side, result)
    }
  }
  return [...rows.values()]
}

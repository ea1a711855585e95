import { type BySide, otherSide, type Side } from '../sport.ts'
import { type Tally, tally } from '../tables/tally.ts'
import { setsWon } from './sets.ts'

/** A finished match for a table. `winner` counts whatever the sets say: somebody may have retired. */
export type SetsResult = {
  readonly home: string
  readonly away: string
  readonly sets: readonly BySide<number>[]
  readonly winner: Side | null
}

/** `scored` and `conceded` are sets, `rallies` the points of them. */
export type SetsRow = Tally & { points: number; rallies: number; ralliesLost: number }

/** A season of sets by team; `worth`: the table points of a match to a side. */
export function countSets(
  teams: readonly string[],
  results: readonly SetsResult[],
  worth: (result: SetsResult & { readonly score: BySide<number> }, side: Side) => number,
): readonly SetsRow[] {
  return tally(
    teams,
    results.map((result) => ({ ...result, score: setsWon(result.sets) })),
    (row): SetsRow => ({ ...row, points: 0, rallies: 0, ralliesLost: 0 }),
    (row, side, result) => {
      row.points += worth(result, side)
      for (const set of result.sets) {
        row.rallies += set[side]
        row.ralliesLost += set[otherSide(side)]
      }
    },
  )
}

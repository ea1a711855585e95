import { onCourt, type PlayerId, type Side, serverOf, type VolleyballScore } from '@gavel/scoring'

/** Where somebody stands. `player`: who is there now; `for`: whom a libero stands in for, null for everybody else. */
export type Place = {
  readonly side: Side
  readonly zone: number
  readonly player: PlayerId
  readonly for: PlayerId | null
  readonly serves: boolean
  /** In the half of the court: the column from its left edge and the row from the far sideline, from 1. */
  readonly column: number
  readonly row: number
}

/** Column and row of each zone from 1, for a side that stands on the left of the net as one looks at it; on the right it is turned round. */
const LEFT: readonly (readonly [column: number, row: number])[] = [
  [1, 3],
  [2, 3],
  [2, 2],
  [2, 1],
  [1, 1],
  [1, 2],
]

/** Who stands where of a side, by zone from 1; nobody where no line-up was handed in. `onLeft`: it has the left end, as one looks at the court. */
export function placesOf(score: VolleyballScore, side: Side, onLeft: boolean): readonly Place[] {
  const { lineup } = score.sides[side]
  const server = score.serving === side ? serverOf(score) : null
  return onCourt(score.sides[side]).map((player, at) => {
    const stands = lineup?.[at] ?? player
    const size = lineup?.length ?? 0
    const [column, row] = (size === LEFT.length ? LEFT[at] : undefined) ?? [1, size - at]
    const [columns, rows] = size === LEFT.length ? [2, 3] : [1, size]
    return {
      ...{ side, zone: at + 1, player, serves: stands === server && at === 0 },
      for: stands === player ? null : stands,
      column: onLeft ? column : columns + 1 - column,
      row: onLeft ? row : rows + 1 - row,
    }
  })
}

/** Who is at the left end as the scorer's table sees it: the first-named side begins there. `turned`: one looks from the other side. */
export const leftSide = ({ endsChanged }: Pick<VolleyballScore, 'endsChanged'>, turned = false): Side =>
  endsChanged === turned ? 'home' : 'away'

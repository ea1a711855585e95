import type { Side } from '@gavel/scoring'
import type { Table } from '../csv.ts'
import { Refused, shown } from '../refused.ts'

/** A rally as the rows of a file tell it. `score`: after it, null where the file does not say. */
export type FileRally = {
  readonly number: string
  readonly row: number
  readonly winner: Side | null
  readonly serving: Side | null
  readonly score: { readonly home: number; readonly away: number } | null
}

const MAX_SCORE = 99
const SIDES: ReadonlyMap<string, Side> = new Map([
  ['a', 'home'],
  ['b', 'away'],
])

/** The rallies of one set, from its strokes. Rows of one rally follow each other. */
export function ralliesOf(table: Table, where: string): readonly FileRally[] {
  const rallies: FileRally[] = []
  for (const { row, cells } of table.rows) {
    const number = cells.rally ?? ''
    const place = `${where}, row ${row}`
    if (number === '') throw new Refused('MISSING', place, { what: 'rally' })
    const last = rallies.at(-1)
    const same = last?.number === number ? rallies.pop() : undefined
    const home = scoreIn(cells.roundscore_a, 'roundscore_A', place)
    const away = scoreIn(cells.roundscore_b, 'roundscore_B', place)
    rallies.push({
      number,
      row,
      winner: sideIn(cells.getpoint_player, 'getpoint_player', place) ?? same?.winner ?? null,
      serving: same?.serving ?? (isServe(cells) ? sideIn(cells.player, 'player', place) : null),
      score: home !== null && away !== null ? { home, away } : (same?.score ?? null),
    })
  }
  return rallies
}

/** The first stroke of a rally: it says so itself, or it is the first. */
function isServe(cells: Readonly<Record<string, string>>): boolean {
  return cells.server !== undefined && cells.server !== '' ? Number(cells.server) === 1 : Number(cells.ball_round) === 1
}

function scoreIn(cell: string | undefined, what: string, where: string): number | null {
  if (cell === undefined || cell === '') return null
  const value = Number(cell)
  if (Number.isInteger(value) && value >= 0 && value <= MAX_SCORE) return value
  throw new Refused('BAD_VALUE', where, { what, value: shown(cell) })
}

function sideIn(cell: string | undefined, what: string, where: string): Side | null {
  if (cell === undefined || cell === '') return null
  const side = SIDES.get(cell.toLowerCase())
  if (side) return side
  throw new Refused('BAD_VALUE', where, { what, value: shown(cell) })
}

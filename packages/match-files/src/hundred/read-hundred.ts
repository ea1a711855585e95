// Cricsheet's CSV: one line a ball, and an info file beside it. The Hundred comes so (FILE-8).
import { placeText } from '@gavel/scoring'
import { type CricketImport, importCricsheet } from '../cricsheet/read.ts'
import { parseCricsheet } from '../cricsheet/schema.ts'
import { type Table, tableOf } from '../csv.ts'
import { Refused, shown } from '../refused.ts'
import { infoJson, infoOf } from './info.ts'

/** The columns by which a table is known. */
export const BALL_COLUMNS = [
  'innings',
  'ball',
  'batting_team',
  'striker',
  'non_striker',
  'bowler',
  'runs_off_bat',
] as const

type Row = Table['rows'][number]['cells']

/** Reads the balls and, where it is there, what stands beside them. Throws {@link Refused}. */
export function readHundred(balls: string, info: string | null): CricketImport {
  const { rows } = tableOf(balls)
  const [first] = rows
  if (!first) throw new Refused('NO_MATCH', 'the file')
  const cells = rows.map((row) => row.cells)
  const innings = inningsJson(cells)
  const said = info === null ? plainInfo(cells) : infoJson(infoOf(info))
  return importCricsheet(parseCricsheet({ meta: { data_version: '1.1.0' }, info: said, innings }))
}

/** Without an info file: the teams in the order in which they batted, and sets of five where no over has more balls. */
function plainInfo(cells: readonly Row[]): Record<string, unknown> {
  const teams = [...new Set(cells.flatMap((row) => [row.batting_team, row.bowling_team]))]
  const fair = Math.max(...overs(cells).map((over) => over.filter((row) => !row.wides && !row.noballs).length))
  const date = cells[0]?.start_date ?? ''
  return { teams, balls_per_over: fair <= 5 ? 5 : 6, match_type: 'T20', dates: [date.replaceAll('/', '-')] }
}

const overs = (cells: readonly Row[]): Row[][] => [
  ...Map.groupBy(cells, (row) => `${row.innings} ${overOf(row)}`).values(),
]

const overOf = ({ ball = '' }: Row): number => Math.floor(Number(ball))

/** Lines of one innings stand together; a third and later one is of a super over. */
function inningsJson(cells: readonly Row[]): unknown[] {
  const parts: { innings: string; rows: Row[] }[] = []
  for (const row of cells) {
    const last = parts.at(-1)
    if (last && last.innings === row.innings) last.rows.push(row)
    else parts.push({ innings: row.innings ?? '', rows: [row] })
  }
  return parts.map(({ rows }, index) => ({
    team: rows[0]?.batting_team,
    ...(index > 1 ? { super_over: true } : {}),
    overs: oversJson(rows, index + 1),
  }))
}

function oversJson(rows: readonly Row[], innings: number): { over: number; deliveries: unknown[] }[] {
  const overs: { over: number; deliveries: unknown[] }[] = []
  for (const row of rows) {
    const over = overOf(row)
    if (!Number.isInteger(over) || over < 0)
      throw new Refused('BAD_VALUE', `innings ${innings}`, { what: 'a ball', value: shown(row.ball ?? '') })
    const known = overs.at(-1)
    const last = known?.over === over ? known : { over, deliveries: [] }
    if (last !== known) overs.push(last)
    last.deliveries.push(deliveryJson(row, placeText(innings, over, last.deliveries.length + 1)))
  }
  return overs
}

const EXTRAS = ['wides', 'noballs', 'byes', 'legbyes', 'penalty'] as const

function deliveryJson(row: Row, where: string): Record<string, unknown> {
  const extras = Object.fromEntries(
    EXTRAS.filter((kind) => row[kind]).map((kind) => [kind, whole(row[kind] ?? '', kind, where)]),
  )
  const bat = whole(row.runs_off_bat ?? '', 'runs_off_bat', where)
  const extra = whole(row.extras || '0', 'extras', where)
  const wickets = [
    [row.wicket_type, row.player_dismissed],
    [row.other_wicket_type, row.other_player_dismissed],
  ].flatMap(([kind, out]) => (kind ? [{ kind, player_out: out }] : []))
  return {
    batter: row.striker,
    non_striker: row.non_striker,
    bowler: row.bowler,
    runs: { batter: bat, extras: extra, total: bat + extra },
    ...(Object.keys(extras).length > 0 ? { extras } : {}),
    ...(wickets.length > 0 ? { wickets } : {}),
  }
}

function whole(cell: string, what: string, where: string): number {
  if (!/^\d{1,3}$/.test(cell)) throw new Refused('BAD_VALUE', where, { what, value: shown(cell) })
  return Number(cell)
}

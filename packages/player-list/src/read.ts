import { type Amount, MAX_POOL } from '@gavel/auction'
import {
  type ColumnMap,
  columnLabel,
  findColumn,
  LIST_FIELDS,
  type ListField,
  looksLikeHeader,
  recogniseColumns,
} from './columns.ts'
import { type CsvRecord, PlayerListError, readCsv } from './csv.ts'
import type { MoneyUnit } from './money.ts'
import { type ListedPlayer, type RowReader, rowReader } from './row.ts'
import type { Table } from './table.ts'
import { type ListRules, unitOfColumn } from './units.ts'
import { isBlank, plain } from './words.ts'

/** A row that did not become a player, and why, in words for a person. */
export type RefusedRow = { row: number; reason: string }

export type PlayerList = {
  /** The recognised mapping: field to the column's header, or `Column 11` where that is empty. */
  columns: Partial<Record<ListField, string>>
  /** Rows that hold something, without the header. */
  rows: number
  players: ListedPlayer[]
  refused: RefusedRow[]
  warnings: string[]
  /** With `partial`: the columns that the options name and this file does not have. */
  unused: string[]
}

/**
 * `map`: field to column header (or `#3`), over what would be recognised. `only`: the rows that have this value in this column. `partial`: the
 * options are meant for several files, so columns that this one does not have are passed over.
 */
export type ReadOptions = {
  map?: Partial<Record<ListField, string>>
  rules: ListRules
  only?: { column: string; value: string }
  partial?: boolean
}

/** A title above the column names may take so many rows. */
const HEADER_WITHIN = 10

/**
 * Reads any list of players: before an auction (names and base prices), after it (teams and prices), or both in one. Columns are recognised
 * by their headers and values. Rows equal in every recognised column are one player; the same name with other values is two people.
 *
 * @throws PlayerListError for a file that is no list of players, or one of more than MAX_POOL players.
 */
export function readPlayerList(input: Uint8Array | string, options: ReadOptions): PlayerList {
  const { records, warnings } = readCsv(input)
  const { table, unused } = tableOf(records, options)
  const { headers, rows } = table
  const overrides = Object.entries(options.map ?? {}).filter(([, label]) => {
    if (!options.partial || findColumn(headers, label) >= 0) return true
    unused.push(label)
    return false
  })
  const map = recogniseColumns(
    headers,
    rows.map((r) => r.cells),
    Object.fromEntries(overrides),
  )
  const columns = Object.fromEntries(
    LIST_FIELDS.flatMap((f) => (map[f] === undefined ? [] : [[f, columnLabel(headers[map[f]], map[f])]])),
  )
  const reader = rowReader(table, map, unitsOf(table, map, options.rules, warnings), options.rules)
  const { players, refused, doubled } = readRows(rows, headers, map, reader)
  if (players.length > MAX_POOL)
    throw new PlayerListError(
      `The list has ${players.length.toLocaleString('en')} players, and one auction holds at most ${MAX_POOL.toLocaleString('en')} (MAX_POOL): split it, or leave out who cannot come up.`,
    )
  if (rows.length === 0) warnings.push('The list has column names but no rows.')
  if (doubled > 0) warnings.push(`Rows that repeat another row, left out: ${doubled}.`)
  warnings.push(...reader.warnings(), ...namesakes(players), ...several(players))
  return { columns, rows: rows.length, players, refused, warnings, unused }
}

function tableOf(records: readonly CsvRecord[], options: ReadOptions): { table: Table; unused: string[] } {
  const named = records.slice(0, HEADER_WITHIN).findIndex((r) => looksLikeHeader(r.cells))
  const headerAt = Math.max(0, named)
  const header = records[headerAt]
  if (!header) throw new PlayerListError('The file is empty: it needs a row of column names and a row for each player.')
  const headers = header.cells
  const again = headers.join('\u0000')
  const rows = records.slice(headerAt + 1).filter((r) => r.cells.join('\u0000') !== again)
  const { only } = options
  if (!only) return { table: { headers, rows }, unused: [] }
  const index = findColumn(headers, only.column)
  if (index < 0 && options.partial) return { table: { headers, rows }, unused: [only.column] }
  if (index < 0)
    throw new PlayerListError(
      `There is no column “${only.column}” to choose rows by; the columns are ${headers.map(columnLabel).join(', ')}.`,
    )
  const chosen = rows.filter((r) => plain(r.cells[index] ?? '') === plain(only.value))
  return { table: { headers, rows: chosen }, unused: [] }
}

function unitsOf(
  table: Table,
  map: ColumnMap,
  rules: ListRules,
  warnings: string[],
): Record<'base' | 'sold', MoneyUnit> {
  const unitOf = (field: 'base' | 'sold', floors: (Amount | null)[]): MoneyUnit => {
    const index = map[field]
    if (index === undefined) return 'one'
    const header = table.headers[index] ?? ''
    const cells = table.rows.map((r) => r.cells[index] ?? '')
    const { unit, contradicted } = unitOfColumn(header, cells, floors, rules)
    if (contradicted)
      warnings.push(
        `The numbers in “${columnLabel(header, index)}” are too small for single rupees; they were read as ${unit}.`,
      )
    return unit
  }
  const base = unitOf('base', [])
  const priceOf = rowReader(table, map, { base, sold: 'one' }, rules).basePrice
  const sold = unitOf('sold', table.rows.map(priceOf))
  return { base, sold }
}

function readRows(rows: readonly CsvRecord[], headers: readonly string[], map: ColumnMap, reader: RowReader) {
  const players: ListedPlayer[] = []
  const refused: RefusedRow[] = []
  const seen = new Set<string>()
  const mapped = Object.values(map)
  // Empty cells at the end of a row are a spreadsheet's, not the file's.
  const width = headers.length
  let doubled = 0
  for (const record of rows) {
    const extra = record.cells.slice(width).filter((c) => c !== '')
    if (extra.length > 0) {
      refused.push({
        row: record.row,
        reason: `The row has ${record.cells.length} cells, and there are ${width} columns.`,
      })
      continue
    }
    const key = mapped
      .map((i) => plain(record.cells[i] ?? '') || (isBlank(record.cells[i] ?? '') ? '' : record.cells[i]))
      .join('\u0000')
    if (seen.has(key)) {
      doubled++
      continue
    }
    seen.add(key)
    const read = reader.read(record)
    if ('reason' in read) refused.push({ row: record.row, reason: read.reason })
    else players.push(read)
  }
  return { players, refused, doubled }
}

function namesakes(players: readonly ListedPlayer[]): string[] {
  const byName = Map.groupBy(players, (p) => `${plain(p.name)} ${p.year ?? ''}`)
  const shared = [...byName.values()].filter((group) => group.length > 1)
  const shown = shared.slice(0, 20).map((group) => {
    const [first] = group
    return `${group.length} different people are called ${first?.name} (rows ${group.map((p) => p.row).join(', ')}).`
  })
  return shared.length > 20 ? [...shown, `${shared.length - 20} more names are shared by different people.`] : shown
}

function several(players: readonly ListedPlayer[]): string[] {
  const years = new Set(players.flatMap((p) => (p.year === null ? [] : [p.year])))
  if (years.size < 2) return []
  const sorted = [...years].sort((a, b) => a - b)
  return [
    `The list holds several years (${sorted[0]} to ${sorted.at(-1)}): read one with --only, or it is taken as one auction.`,
  ]
}

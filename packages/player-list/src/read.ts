import { type Amount, MAX_POOL } from '@gavel/auction'
import {
  type ColumnMap,
  columnLabel,
  columnList,
  findColumn,
  holdsNames,
  LIST_FIELDS,
  type ListField,
  looksLikeHeader,
  type Overrides,
  type Recognised,
  recogniseColumns,
} from './columns.ts'
import { type CsvRecord, PlayerListError, readCsv } from './csv.ts'
import { type RowEdit, withEdits } from './edits.ts'
import type { MoneyUnit } from './money.ts'
import { type ListedPlayer, type RowReader, rowReader } from './row.ts'
import type { Table } from './table.ts'
import { type ListRules, unitOfColumn } from './units.ts'
import { isBlank, plain } from './words.ts'

/** A row that did not become a player: why, in words for a person, and what stands in it, by column label. */
export type RefusedRow = { row: number; reason: string; cells: Record<string, string> }

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

/** One column of a file, as a person checks it. `sure`: a header or the person says what it holds; otherwise it is a guess. */
export type ListColumn = { header: string; samples: string[]; field: ListField | null; sure: boolean }

export type ListPreview = {
  columns: ListColumn[]
  /** What a list of players should say and no column of this one does. */
  missing: ListField[]
  rows: number
  /** Null while no column holds names. */
  list: PlayerList | null
}

/**
 * `map`: field to column header (or `#3`), over what would be recognised; null: no column holds it. `edits`: cells as they should be. `only`: the rows that have
 * this value in this column. `partial`: the options are meant for several files, so columns that this one does not have are passed over.
 */
export type ReadOptions = {
  map?: Overrides
  edits?: readonly RowEdit[]
  rules: ListRules
  only?: { column: string; value: string }
  partial?: boolean
}

/** A title above the column names may take so many rows. */
const HEADER_WITHIN = 10
/** Values shown of each column. */
const SAMPLES = 3

/**
 * Reads any list of players: before an auction (names and base prices), after it (teams and prices), or both in one. Columns are recognised
 * by their headers and values. Rows equal in every recognised column are one player; the same name with other values is two people.
 *
 * @throws PlayerListError for a file that is no list of players, or one of more than MAX_POOL players.
 */
export function readPlayerList(input: Uint8Array | string, options: ReadOptions): PlayerList {
  const opened = open(input, options)
  if (holdsNames(opened.map)) return listOf(opened, options.rules)
  throw new PlayerListError(
    `No column holds the players’ names; the columns are ${columnList(opened.table.headers, 12)}. Say which with --map name=Column.`,
  )
}

/**
 * Reads a list as {@link readPlayerList} does, and tells what each column was taken for, so that a person can correct it. A file whose names
 * were not found is shown with its columns.
 *
 * @throws PlayerListError for a file that is no table, or one of more than MAX_POOL players.
 */
export function previewPlayerList(input: Uint8Array | string, options: ReadOptions): ListPreview {
  const opened = open(input, options)
  const { table, map, guessed } = opened
  const fields = new Map(LIST_FIELDS.flatMap((f) => (map[f] === undefined ? [] : [[map[f], f] as const])))
  return {
    columns: table.headers.map((_, index) => {
      const field = fields.get(index) ?? null
      return {
        header: columnLabel(table.headers, index),
        samples: samplesOf(table, index),
        field,
        sure: field !== null && !guessed.has(field),
      }
    }),
    missing: missingIn(map),
    rows: table.rows.length,
    list: holdsNames(map) ? listOf(opened, options.rules) : null,
  }
}

function samplesOf(table: Table, index: number): string[] {
  const values = table.rows.map((r) => r.cells[index] ?? '').filter((c) => !isBlank(c))
  return [...new Set(values)].slice(0, SAMPLES)
}

function missingIn(map: ColumnMap): ListField[] {
  const wanted: [ListField, boolean][] = [
    ['name', holdsNames(map)],
    ['base', map.base !== undefined],
    ['role', map.role !== undefined],
    ['set', map.set !== undefined],
    ['country', (map.country ?? map.overseas ?? map.association) !== undefined],
  ]
  return wanted.filter(([, found]) => !found).map(([field]) => field)
}

type Opened = Recognised & { table: Table; warnings: string[]; unused: string[] }

function open(input: Uint8Array | string, options: ReadOptions): Opened {
  const { records, warnings } = readCsv(input)
  const { table, unused } = tableOf(records, options)
  const overrides = Object.entries(options.map ?? {}).filter(([, label]) => {
    if (label === null || !options.partial || findColumn(table.headers, label) >= 0) return true
    unused.push(label)
    return false
  })
  const recognised = recogniseColumns(
    table.headers,
    table.rows.map((r) => r.cells),
    Object.fromEntries(overrides),
  )
  return { ...recognised, table, warnings, unused }
}

function listOf({ table, map, warnings, unused }: Opened, rules: ListRules): PlayerList {
  const { headers, rows } = table
  const columns = Object.fromEntries(
    LIST_FIELDS.flatMap((f) => (map[f] === undefined ? [] : [[f, columnLabel(headers, map[f])]])),
  )
  const reader = rowReader(table, map, unitsOf(table, map, rules, warnings), rules)
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
  const below = withEdits(headers, records.slice(headerAt + 1), options.edits ?? [])
  const rows = below.filter((r) => r.cells.join('\u0000') !== again)
  const { only } = options
  if (!only) return { table: { headers, rows }, unused: [] }
  const index = findColumn(headers, only.column)
  if (index < 0 && options.partial) return { table: { headers, rows }, unused: [only.column] }
  if (index < 0)
    throw new PlayerListError(
      `There is no column “${only.column}” to choose rows by; the columns are ${columnList(headers, headers.length)}.`,
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
        `The numbers in “${columnLabel(table.headers, index)}” are too small for single rupees; they were read as ${unit}.`,
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
  const refuse = ({ row, cells }: CsvRecord, reason: string) =>
    refused.push({
      row,
      reason,
      cells: Object.fromEntries(
        Array.from({ length: Math.max(width, cells.length) }, (_, i) => [columnLabel(headers, i), cells[i] ?? '']),
      ),
    })
  for (const record of rows) {
    const extra = record.cells.slice(width).filter((c) => c !== '')
    if (extra.length > 0) {
      refuse(record, `The row has ${record.cells.length} cells, and there are ${width} columns.`)
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
    if ('reason' in read) refuse(record, read.reason)
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
    `The list holds several years (${sorted[0]} to ${sorted.at(-1)}): they come in as one. Leave the others out of the file, or read one year with --only.`,
  ]
}

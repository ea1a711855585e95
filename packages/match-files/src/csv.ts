import { CsvError, parse } from 'csv-parse/sync'
import { Refused, shown } from './refused.ts'

/** A table by its column names in lower case. `row`: the line of a spreadsheet, from 1 with the header. */
export type Table = {
  readonly columns: ReadonlySet<string>
  /** Whether every row has a cell for each column and no more. */
  readonly isEven: boolean
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[]
  /** The last row, where it has fewer cells than the header and no line end: somebody cut the file there. */
  readonly cutAt: number | null
}

/** Ten times the rows of the longest match: the strokes of a set, the balls of a Test. */
const MAX_ROWS = 20_000
const MAX_CELL = 10_000
const MAX_LINE = 100_000

/** Just the column names: what a table is, at the price of its first line. */
export function headerOf(text: string): readonly string[] {
  const end = text.indexOf('\n')
  const line = text.slice(0, end === -1 ? MAX_CELL : Math.min(end, MAX_CELL))
  return line.split(separatorOf(line)).map((cell) => cell.trim().replace(/^"|"$/g, '').toLowerCase())
}

function separatorOf(line: string): string {
  return [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','
}

/** The parser counts what is between commas, and not the commas. */
function refuseLongLines(text: string): void {
  let [from, row] = [0, 1]
  while (from < text.length) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    if (to - from > MAX_LINE) throw new Refused('TOO_LONG', `row ${row}`, { max: MAX_LINE, what: 'the row' })
    from = to + 1
    row += 1
  }
}

/** A CSV text as a table. Cells are trimmed; columns that nobody knows are kept, missing ones read as ''. */
export function tableOf(text: string): Table {
  refuseLongLines(text)
  const header = headerOf(text)
  let records: string[][]
  try {
    records = parse(text, {
      delimiter: separatorOf(text.slice(0, Math.max(0, text.indexOf('\n')) || MAX_CELL)),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: MAX_ROWS + 2,
      max_record_size: MAX_LINE,
    })
  } catch (error) {
    const line = error instanceof CsvError && 'lines' in error ? Number(error.lines) : 1
    throw new Refused('BAD_CSV', `row ${line}`, { why: shown(error instanceof Error ? error.message : 'not readable') })
  }
  if (records.length > MAX_ROWS + 1) throw new Refused('TOO_MANY', 'the file', { max: MAX_ROWS, what: 'rows' })
  const rows = records.slice(1).flatMap((record, at) => {
    if (record.every((cell) => cell.trim() === '')) return []
    const cells = Object.fromEntries(header.map((name, column) => [name, record[column]?.trim() ?? '']))
    return [{ row: at + 2, cells }]
  })
  const isEven = records.every((record) => record.length === header.length || record.join('').trim() === '')
  const isCut = !text.endsWith('\n') && (records.at(-1)?.length ?? 0) < header.length
  return { columns: new Set(header), isEven, rows, cutAt: isCut ? records.length : null }
}

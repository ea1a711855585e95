import { type ColumnMap, columnLabel, isIndex } from './columns.ts'
import type { CsvRecord } from './csv.ts'
import { isBlank } from './words.ts'

/** A file's column names and its rows below them. */
export type Table = { headers: string[]; rows: CsvRecord[] }

/** The columns that mean nothing to Gavel but are kept for people: all that are not mapped, not empty, and do not just count the rows. */
export function statColumns(table: Table, map: ColumnMap): { index: number; label: string }[] {
  const mapped = new Set(Object.values(map))
  return table.headers.flatMap((_, index) => {
    if (mapped.has(index)) return []
    const cells = table.rows.map((r) => r.cells[index] ?? '')
    return isIndex(cells) || cells.every(isBlank) ? [] : [{ index, label: columnLabel(table.headers, index) }]
  })
}

import { columnLabel, columnList, findColumn } from './columns.ts'
import { type CsvRecord, PlayerListError } from './csv.ts'

/** Cells of one row as they should be, by column label. `row` is the record's place in the file, as the report of refused rows gives it. */
export type RowEdit = { row: number; cells: Readonly<Record<string, string>> }

/**
 * The records with what a person has corrected in them (LIST-13).
 * @throws PlayerListError where an edit names a row or a column that the file does not have.
 */
export function withEdits(
  headers: readonly string[],
  records: readonly CsvRecord[],
  edits: readonly RowEdit[],
): readonly CsvRecord[] {
  if (edits.length === 0) return records
  const byRow = new Map(edits.map((edit) => [edit.row, edit]))
  const edited = records.map((record) => {
    const edit = byRow.get(record.row)
    byRow.delete(record.row)
    return edit ? corrected(headers, record, edit) : record
  })
  const [unknown] = byRow.keys()
  if (unknown !== undefined) throw new PlayerListError(`The file has no row ${unknown} to correct.`)
  return edited.filter((record) => record.cells.some((cell) => cell !== ''))
}

function corrected(headers: readonly string[], { row, cells }: CsvRecord, edit: RowEdit): CsvRecord {
  const changed = [...cells]
  for (const [label, text] of Object.entries(edit.cells)) {
    const index = cellIndex(headers, cells, label)
    if (index < 0)
      throw new PlayerListError(`There is no column “${label}” to correct; the columns are ${columnList(headers, 30)}.`)
    while (changed.length < index) changed.push('')
    changed[index] = text.trim()
  }
  return { row, cells: changed }
}

/** A cell beyond the columns, which a row with a comma too many has, is known by its number alone. */
function cellIndex(headers: readonly string[], cells: readonly string[], label: string): number {
  const index = findColumn(headers, label)
  return index >= 0 ? index : cells.findIndex((_, i) => i >= headers.length && columnLabel(headers, i) === label)
}

import type { RefusedRow } from './list-fields.ts'

/**
 * The refused rows as the address of a CSV file that can be mended and imported again: the list's own columns, and behind them why
 * each row was refused.
 */
export function refusedCsv(headers: readonly string[], refused: readonly RefusedRow[]): string {
  const lines = [
    [...headers, REASON],
    ...refused.map(({ cells, reason }) => [...headers.map((header) => cells[header] ?? ''), reason]),
  ]
  const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${text}\r\n`)}`
}

const REASON = 'Why it was refused'

const quoted = (cell: string) => {
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A cell that opens as a formula would run in a spreadsheet; a lone dash or a negative number does not. */
const harmless = (text: string) => (/^\s*[=@]|^[\t\r]|^\s*[+-]\s*[^\d\s.,+-]/.test(text) ? `'${text}` : text)

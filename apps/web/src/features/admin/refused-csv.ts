import type { ImportReport } from '@gavel/api'

/** The refused rows as the address of a CSV file, to be mended beside the list. */
export function refusedCsv(refused: ImportReport['refused']): string {
  const lines = refused.map(({ row, reason }) => `${row},"${harmless(reason).replaceAll('"', '""')}"`)
  return `data:text/csv;charset=utf-8,${encodeURIComponent(['row,reason', ...lines].join('\r\n'))}`
}

/** A reason may quote the list; a cell that begins as a formula would run in a spreadsheet. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

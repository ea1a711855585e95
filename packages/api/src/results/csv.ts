import { currencyDigits } from '@gavel/auction'
import { stringify } from 'csv-stringify/sync'

/** A cell: text is made harmless where a spreadsheet would run it, a number stays one. */
export type Cell = string | number | null

/** Rows below a row of headings, as spreadsheets like them: UTF-8 with a byte order mark, CRLF, no cell that runs (EXPORT-2). */
export const csvOf = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([headings, ...rows] as Cell[][], { bom: true, record_delimiter: 'windows', escape_formulas: true })

/** Money as a plain number in units of the currency, exact to its last digit: 1,82,50,000.50 is `18250000.5`. */
export const plainMoney = (amount: number, currency: string): string => {
  const digits = currencyDigits(currency)
  const text = String(amount).padStart(digits + 1, '0')
  const [whole, fraction] = [text.slice(0, text.length - digits), text.slice(text.length - digits)]
  return fraction.replace(/0+$/, '') === '' ? whole : `${whole}.${fraction.replace(/0+$/, '')}`
}

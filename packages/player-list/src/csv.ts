import { CsvError, parse } from 'csv-parse/sync'

/** The file cannot be read as a list of players at all. The message is one sentence for a person, and says what to do. */
export class PlayerListError extends Error {
  override name = 'PlayerListError'
}

/** The largest file read: the largest real list has 80 kB, and 50,000 rows about 6 MB. */
export const MAX_LIST_BYTES = 32 * 1024 * 1024

/** `row`: the record's place in the file, counted from 1 with the header, as a spreadsheet shows it. */
export type CsvRecord = { row: number; cells: string[] }

/**
 * Every record of a CSV file: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark, any line ends, separated by comma,
 * semicolon, tab or bar. Records that hold nothing are left out.
 *
 * @throws PlayerListError for a binary file, an empty one, a quote that never closes, or more than {@link MAX_LIST_BYTES}.
 */
export function readCsv(input: Uint8Array | string): { records: CsvRecord[]; warnings: string[] } {
  const warnings: string[] = []
  const text = typeof input === 'string' ? checked(input) : decoded(input, warnings)
  const hint = /^sep=(.)\r?\n/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  if (!body.trim())
    throw new PlayerListError('The file is empty: it needs a row of column names and a row for each player.')
  const records = parsed(body, hint?.[1] ?? separatorOf(body))
  const firstRow = hint ? 2 : 1
  return {
    records: records
      .map((cells, i) => ({ row: firstRow + i, cells: cells.map((cell) => cell.trim()) }))
      .filter((record) => record.cells.some((cell) => cell !== '')),
    warnings,
  }
}

function parsed(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
    throw new PlayerListError(`The file is not well-formed CSV${at}: check that every quotation mark is closed.`, {
      cause: error,
    })
  }
}

const MAGIC: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or a ZIP file: save it as CSV first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook: save it as CSV first'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF: a list of players is a CSV file'],
]

function decoded(bytes: Uint8Array, warnings: string[]): string {
  if (bytes.length > MAX_LIST_BYTES)
    throw new PlayerListError(
      `The file is larger than ${MAX_LIST_BYTES / 1024 / 1024} MB, which no list of players is.`,
    )
  const kind = MAGIC.find(([magic]) => magic.every((byte, i) => bytes[i] === byte))
  if (kind) throw new PlayerListError(`This is not a CSV file but ${kind[1]}.`)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(new TextDecoder('utf-16le').decode(bytes))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(new TextDecoder('utf-16be').decode(bytes))
  // Looked at before decoding: Windows-1252 gives a letter to almost any byte.
  if (controlShare(bytes) > 0) throw notText()
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof PlayerListError) throw error
    warnings.push('The file is not UTF-8; its letters were read as Windows-1252. Check names with accents.')
    return checked(new TextDecoder('windows-1252').decode(bytes))
  }
}

function checked(text: string): string {
  if (text.length > MAX_LIST_BYTES)
    throw new PlayerListError(
      `The file is larger than ${MAX_LIST_BYTES / 1024 / 1024} MB, which no list of players is.`,
    )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a binary file shows itself by.
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw notText()
  return text
}

function controlShare(bytes: Uint8Array): number {
  return bytes.reduce((sum, b) => sum + (b < 9 || (b > 13 && b < 32) ? 1 : 0), 0) / Math.max(1, bytes.length)
}

function notText(): PlayerListError {
  return new PlayerListError('This is not a text file: a list of players is a CSV file, one row for each player.')
}

/** The separator that most of the first lines hold equally often. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, 20).filter((line) => line.trim() !== '')
  const scores = [',', ';', '\t', '|'].map((separator) => {
    const counts = lines.map((line) => outsideQuotes(line).split(separator).length - 1)
    const most = Math.max(0, ...counts.map((n) => (n === 0 ? 0 : counts.filter((other) => other === n).length)))
    return { separator, score: most * 1_000 + Math.max(...counts) }
  })
  return scores.reduce((best, s) => (s.score > best.score ? s : best)).separator
}

function outsideQuotes(line: string): string {
  return line.replace(/"[^"]*"?/g, '')
}

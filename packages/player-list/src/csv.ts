import { MAX_POOL } from '@gavel/auction'
import { CsvError, parse } from 'csv-parse/sync'

/** The file cannot be read as a list of players at all. The message is one sentence for a person, and says what to do. */
export class PlayerListError extends Error {
  override name = 'PlayerListError'
}

/** The largest file read: the largest real list has 80 kB. */
export const MAX_LIST_BYTES = 32 * 1024 * 1024

/** Rows of a file, of which one year may be wanted, or some may repeat others. Reading so many takes half a second. */
const MAX_ROWS = 3 * MAX_POOL

/** `row`: the record's place in the file, counted from 1 with the header, as a spreadsheet shows it. */
export type CsvRecord = { row: number; cells: string[] }

/**
 * Every record of a CSV file: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark, any line ends, separated by comma,
 * semicolon, tab or bar. Records that hold nothing are left out.
 *
 * @throws PlayerListError for a binary file, an empty one, a quote that never closes, more than {@link MAX_LIST_BYTES} or {@link MAX_ROWS}.
 */
export function readCsv(input: Uint8Array | string): { records: CsvRecord[]; warnings: string[] } {
  const warnings: string[] = []
  const text = typeof input === 'string' ? checked(input) : decoded(input, warnings)
  const hint = /^sep=(.)\r?\n/i.exec(text)
  const body = hint ? text.slice(hint[0].length) : text
  if (!body.trim())
    throw new PlayerListError('The file is empty: it needs a row of column names and a row for each player.')
  refuseTooManyRows(body)
  const records = parsed(body, hint?.[1] ?? separatorOf(body))
  const firstRow = hint ? 2 : 1
  return {
    records: records
      .map((cells, i) => ({ row: firstRow + i, cells: cells.map((cell) => cell.trim()) }))
      .filter((record) => record.cells.some((cell) => cell !== '')),
    warnings,
  }
}

const [QUOTE, LF, CR] = [34, 10, 13]
/** What stands in a row that holds nothing: separators, and all up to the space. */
const isFiller = (code: number) => code <= 32 || code === 44 || code === 59 || code === 124

/** Counts before anything is parsed, so that a huge file costs milliseconds (LIST-12). Rows that hold nothing, as below a spreadsheet, are free. */
function refuseTooManyRows(text: string): void {
  let rows = 0
  let quoted = false
  let holdsSomething = false
  for (let at = 0; at < text.length && rows <= MAX_ROWS; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) quoted = !quoted
    else if (!quoted && (code === LF || code === CR)) {
      if (holdsSomething) rows++
      holdsSomething = false
    } else if (!isFiller(code)) holdsSomething = true
  }
  if (rows <= MAX_ROWS) return
  const [most, players] = [MAX_ROWS, MAX_POOL].map((n) => n.toLocaleString('en'))
  throw new PlayerListError(
    `The file has more than ${most} rows, and the players of one auction are at most ${players} (MAX_POOL): split it, or leave out who cannot come up.`,
  )
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
  let controls = 0
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32)) controls++
  return controls / Math.max(1, bytes.length)
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

/** Why a file is not taken. Nothing of it is: a file is imported whole or not at all (FILE-1). */
export type FileRefusal = {
  readonly code: string
  /** Where in the file or the match, for people, such as `line 12` or `innings 2, over 14.3 (over 15, ball 3)`. */
  readonly where: string
  /** The sentence for a person. */
  readonly words: string
}

export type RefusalDetail = Readonly<Record<string, string | number>>

/** The sentence of each code; `{x}` is filled from the detail. What a sport's rules refuse brings its own `words`. */
const WORDS = {
  EMPTY: 'The file is empty.',
  TOO_BIG: 'The file has more than {max} MB.',
  TOO_MANY: 'There are more than {max} {what}.',
  TOO_FEW: 'There are fewer than {min} {what}.',
  TOO_LONG: '{what} has more than {max} letters.',
  TOO_DEEP: 'More than {max} lists lie in each other here.',
  BINARY: 'This is no text.',
  BAD_CSV: 'The table cannot be read: {why}.',
  NOT_JSON: 'This is not whole JSON: {why}.',
  TRUNCATED: 'The file breaks off: {why}.',
  NO_MATCH: 'There is no match in this file.',
  UNKNOWN_FORMAT: 'No known kind of match file.',
  MISSING: 'There is no {what}.',
  UNKNOWN_KEY: '{what} cannot hold {key}.',
  BAD_VALUE: '{what} cannot be {value}.',
  BAD_TEAMS: 'Both teams have the same name.',
  UNKNOWN_TEAM: '{team} is none of the two teams.',
  SUMS_DIFFER: 'The runs of this ball do not add up to its total.',
  OVERS_OUT_OF_ORDER: 'Over {over} is missing here.',
  PLAY: '{words}',
} as const

/** Thrown inside a reader and answered by it: it never leaves this package. */
export class Refused extends Error {
  readonly refusal: FileRefusal
  constructor(code: string, where: string, detail: RefusalDetail = {}) {
    const table: Readonly<Record<string, string>> = WORDS
    const filled = fill(Object.hasOwn(table, code) ? (table[code] ?? code) : '{words}', detail)
    const words = `${filled.slice(0, 1).toUpperCase()}${filled.slice(1)}`
    super(`${where}: ${words}`)
    this.refusal = { code, where, words }
  }
}

/** A sentence with its `{x}` filled. */
export const fill = (sentence: string, detail: RefusalDetail = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => (Object.hasOwn(detail, key) ? String(detail[key]) : '?'))

/** A piece of a file fit to be shown: short, in one line, without control characters. */
export function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}

/** What a reader gives, or why it refuses. Any other error is a bug and is thrown on. */
export function orRefusal<T>(read: () => T): T | { readonly refusal: FileRefusal } {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    throw error
  }
}

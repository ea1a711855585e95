import type { MatchState, Written } from './state.ts'

/** One place where the two books say different things. `at`: which play of the match, counted from 0. */
export type BlindDifference = { readonly at: number; readonly book: Written; readonly blind: Written }

/** Remarks, which two scorers never word alike. */
const REMARKS: ReadonlySet<string> = new Set(['note', 'review'])

/**
 * Where the blind scorer's plays differ from the book (BLIND-2). Only what both have written is compared: who is a ball behind has not erred. Empty where nobody
 * scores blind.
 */
export function blindDifferences({ plays, blind }: MatchState): readonly BlindDifference[] {
  if (!blind) return []
  return blind.plays.flatMap((theirs, n) => {
    const at = blind.from + n
    const book = plays[at]
    return !book || essence(book) === essence(theirs) ? [] : [{ at, book, blind: theirs }]
  })
}

/** The play as a text that does not depend on the order of its fields, remarks left out. */
const essence = ({ play }: Written): string =>
  JSON.stringify(play, (key, value: unknown) => {
    if (REMARKS.has(key)) return undefined
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })

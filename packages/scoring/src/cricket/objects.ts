import type { CricketObjection } from './words.ts'

/** An objection without its place, which is the same for all objections to one play. */
export type Against = {
  readonly code: CricketObjection
  readonly oddity: boolean
  readonly detail?: Readonly<Record<string, string | number>>
} | null

/** What cannot be. */
export const objects = (code: CricketObjection, detail?: Readonly<Record<string, string | number>>): Against =>
  detail ? { code, oddity: false, detail } : { code, oddity: false }

/** What a live scorer may not write, and a real file may hold. */
export const oddly = (code: CricketObjection, detail?: Readonly<Record<string, string | number>>): Against =>
  detail ? { code, oddity: true, detail } : { code, oddity: true }

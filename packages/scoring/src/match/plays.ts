// The plays of a match and their fold.
import {
  type AnySport,
  type PlayOf,
  type RulesOf,
  type ScoredSport,
  type ScoreOf,
  type SetupOf,
  sportOf,
} from '../sports.ts'
import type { Anomaly, MatchState, Written } from './state.ts'

/** Arrays and records that the caller's loop made itself and may change in place, as in `@gavel/auction`. */
export type Owned = WeakSet<object>

/** The array with one more at its end: in place where it is owned. */
export function pushed<T>(owned: Owned, list: readonly T[], item: T): readonly T[] {
  const mine = owned.has(list) ? (list as T[]) : [...list]
  owned.add(mine)
  mine.push(item)
  return mine
}

export type Fold = { readonly score: ScoreOf<ScoredSport>; readonly anomalies: readonly Anomaly[] }

/** The score of all these plays, and what speaks against any of them. */
export function foldPlays(
  sport: AnySport,
  rules: RulesOf<ScoredSport>,
  setup: SetupOf<ScoredSport>,
  plays: readonly Written[],
): Fold {
  const anomalies: Anomaly[] = []
  let score = sport.begin(rules, setup)
  for (const { seq, play } of plays) {
    const objection = sport.check(score, play)
    if (objection) anomalies.push({ at: seq, objection })
    score = sport.apply(score, play)
  }
  return { score, anomalies }
}

/** The state with other plays or another setup, folded anew (BOOK-8). */
export function refolded(
  state: MatchState,
  change: Partial<Pick<MatchState, 'plays' | 'removed' | 'order' | 'setup'>>,
): MatchState {
  const next = { ...state, ...change }
  return { ...next, ...foldPlays(sportOf(next.sport), next.rules, next.setup, next.plays) }
}

export const lastSeq = ({ plays }: MatchState): number | null => plays.at(-1)?.seq ?? null
export const writtenAs = (state: MatchState, seq: number): Written | undefined =>
  state.plays.find((one) => one.seq === seq)

/** Without a play, which may be restored. */
export function withoutPlay(state: MatchState, of: number): Pick<MatchState, 'plays' | 'removed'> {
  const gone = writtenAs(state, of)
  return {
    plays: state.plays.filter(({ seq }) => seq !== of),
    removed: gone ? [...state.removed, gone] : state.removed,
  }
}

/** With a removed play back at its place among the others (BOOK-7). */
export function withPlayBack(state: MatchState, of: number): Pick<MatchState, 'plays' | 'removed'> {
  const back = state.removed.find(({ seq }) => seq === of)
  if (!back) return state
  const place = new Map(state.order.map((seq, n) => [seq, n]))
  const at = (seq: number) => place.get(seq) ?? 0
  const index = state.plays.findIndex(({ seq }) => at(seq) > at(of))
  return {
    plays: index < 0 ? [...state.plays, back] : state.plays.toSpliced(index, 0, back),
    removed: state.removed.filter(({ seq }) => seq !== of),
  }
}

export function withPlayAmended(
  state: MatchState,
  { of, play, atMs }: { of: number; play: PlayOf<ScoredSport>; atMs: number },
): Pick<MatchState, 'plays'> {
  return { plays: state.plays.map((one) => (one.seq === of ? { ...one, play, changedAtMs: atMs } : one)) }
}

export function withPlayInserted(state: MatchState, before: number, one: Written): Pick<MatchState, 'plays' | 'order'> {
  const index = state.plays.findIndex(({ seq }) => seq === before)
  return {
    plays: state.plays.toSpliced(index < 0 ? state.plays.length : index, 0, one),
    order: state.order.toSpliced(state.order.indexOf(before), 0, one.seq),
  }
}

import { type MatchState, type ScoredSport, type ScoreOf, sportOf, type Written } from '@gavel/scoring'

/**
 * One play with the score before and after it: what a line of commentary, a chart and a look back are made of. `corrected`: it was not written so, or
 * not here, when it happened.
 */
export type Moment<Id extends ScoredSport = ScoredSport> = {
  readonly written: Written<Id>
  readonly before: ScoreOf<Id>
  readonly after: ScoreOf<Id>
  readonly corrected?: 'changed' | 'added'
}

/** The effective plays of a match, in order. `start`: the score before the first. `order`: seqs of all plays in their order, those that were taken out too. */
export type Moments<Id extends ScoredSport = ScoredSport> = {
  readonly rules: MatchState<Id>['rules']
  readonly setup: MatchState<Id>['setup']
  readonly start: ScoreOf<Id>
  readonly order: readonly number[]
  readonly all: readonly Moment<Id>[]
}

/**
 * Folds the plays of a match one by one. What `known` has folded already is taken from there, so that a new ball costs one ball and a
 * correction costs what comes after it (MATCHPAGE-2).
 */
export function momentsOf(state: MatchState, known: Moments | null): Moments {
  const { rules, setup, plays, order } = state
  const sport = sportOf(state.sport)
  const same = known !== null && known.rules === rules && known.setup === setup
  const start = same ? known.start : sport.begin(rules, setup)
  const from = same ? shared(plays, known.all) : 0
  if (same && from === plays.length && from === known.all.length && order === known.order) return known
  const all = same ? known.all.slice(0, from) : []
  const added = addedLater(order)
  let score = all.at(-1)?.after ?? start
  for (const written of plays.slice(from)) {
    const after = sport.apply(score, written.play)
    const corrected = written.changedAtMs !== undefined ? 'changed' : added.has(written.seq) ? 'added' : null
    all.push({ written, before: score, after, ...(corrected && { corrected }) })
    score = after
  }
  return { rules, setup, start, order, all }
}

/** How many plays are the same from the first on. */
function shared(plays: readonly Written[], known: readonly Moment[]): number {
  const end = plays.findIndex((written, n) => known[n]?.written !== written)
  return end < 0 ? Math.min(plays.length, known.length) : end
}

/** Plays that were put in before others that had been written: their seqs. */
function addedLater(order: readonly number[]): ReadonlySet<number> {
  const added = new Set<number>()
  let first = Number.POSITIVE_INFINITY
  for (const seq of order.toReversed()) {
    if (seq > first) added.add(seq)
    first = Math.min(first, seq)
  }
  return added
}

/**
 * The match after the play of that seq, or after the last before it: its plays so far as they stand now, with whatever was corrected since
 * (TIMEBALL-1). A seq that no play has leads to the end.
 */
export function momentsTo<Id extends ScoredSport>(moments: Moments<Id>, seq: number): Moments<Id> {
  const place = new Map(moments.order.map((one, n) => [one, n]))
  const at = place.get(seq) ?? (seq < (moments.order[0] ?? 0) ? -1 : moments.order.length)
  const end = moments.all.findIndex(({ written }) => (place.get(written.seq) ?? 0) > at)
  return end < 0 ? moments : { ...moments, all: moments.all.slice(0, end) }
}

/** The score after the last of these plays. */
export const scoreOf = <Id extends ScoredSport>({ all, start }: Moments<Id>): ScoreOf<Id> => all.at(-1)?.after ?? start

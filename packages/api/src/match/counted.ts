import type { Match, MatchStands } from '@gavel/db'
import { type MatchState, outcomeOf, type ScoredSport, type ScoreOf, sportOf } from '@gavel/scoring'
import type { Counted } from './season-table.ts'

/** How a match stands, with its score read. */
export type ReadStands = Pick<MatchStands, 'phase' | 'playedAtMs'> & { score: ScoreOf<ScoredSport> }

/** What lists are told of a match, of its state. */
export const standsOf = (state: MatchState): MatchStands => {
  const { phase, score, playedAtMs } = standing(state)
  return { seq: state.seq, phase, score: JSON.stringify(score), playedAtMs }
}

/** A match's state as lists read it. */
export const standing = ({ phase, score, plays }: MatchState): ReadStands => ({
  ...{ phase, score },
  playedAtMs: plays.at(-1)?.atMs ?? null,
})

/** What is stored for lists, which is JSON; null before the match was begun. */
export const readStands = (stands: MatchStands | null): ReadStands | null =>
  stands && { ...stands, score: JSON.parse(stands.score) as ScoreOf<ScoredSport> }

/** A match as tables count it; null before its result was confirmed. */
export const countedIn = (
  { sides, sport }: Pick<Match, 'sides' | 'sport'>,
  stands: ReadStands | null,
): Counted<ScoredSport> | null => {
  const [home, away] = [sides.home.team, sides.away.team]
  if (stands?.phase.is !== 'ended' || home === null || away === null) return null
  const outcome = outcomeOf(stands.phase, sportOf(sport as ScoredSport).outcome(stands.score))
  return outcome.is === 'open' ? null : { teams: { home, away }, score: stands.score, winner: outcome.winner }
}

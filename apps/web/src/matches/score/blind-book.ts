import { type MatchState, sportOf } from '@gavel/scoring'

/**
 * The match as a blind scorer's own book has it: what stood when that scorer began, and the own plays (PAD-14). Whatever the first scorer has
 * written since is not in it.
 */
export function blindBook(match: MatchState, begun: number): MatchState {
  const from = match.blind?.from ?? begun
  const plays = [...match.plays.slice(0, from), ...(match.blind?.plays ?? [])]
  const sport = sportOf(match.sport)
  const score = plays.reduce((sum, { play }) => sport.apply(sum, play), sport.begin(match.rules, match.setup))
  return { ...match, plays, score, anomalies: [] }
}

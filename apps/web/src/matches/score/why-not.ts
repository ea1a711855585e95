import { matchRefusalWords, type Names, type PlayOf, type ScoredSport, type ScoreOf, sportOf } from '@gavel/scoring'

/** What speaks against a play at this score, in words; null where nothing does. */
export function whyNot<Id extends ScoredSport>(
  sport: ScoredSport,
  score: ScoreOf<Id>,
  play: PlayOf<Id>,
  names: Pick<Names, 'player'>,
): string | null {
  const objection = sportOf(sport).check(score, play)
  if (!objection) return null
  const { code, detail } = objection
  return matchRefusalWords({ code, ...(detail && { detail }) }, sport, (id) => names.player(id))
}

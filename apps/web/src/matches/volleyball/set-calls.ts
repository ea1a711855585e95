import {
  isPointAway,
  matchWinner,
  type Names,
  setNumber,
  setsWon,
  type VolleyballScore,
  volleyballCalls,
} from '@gavel/scoring'
import type { Moment } from '../fan/moments.ts'

/** `Set point River Otters`: a side is a point away from the set or the match; null where none is. */
export function pointAwayWords(score: VolleyballScore, names: Pick<Names, 'team'>): string | null {
  if (score.ended) return null
  const side = (['home', 'away'] as const).find((one) => isPointAway(score.rules, setNumber(score), score.points, one))
  if (!side) return null
  const won = setsWon(score.sets)
  const match = matchWinner(score.rules, { ...won, [side]: won[side] + 1 }) === side
  return `${match ? 'Match' : 'Set'} point ${names.team(side)}`
}

/** What a scorer calls now: a set or the match that a side is a point away from, and ends that change. */
export function setCalls({ before, after }: Pick<Moment<'volleyball'>, 'before' | 'after'>, names: Names): string[] {
  const ends = volleyballCalls(before, after).some(({ kind }) => kind === 'change-ends')
  const away = pointAwayWords(after, names)
  return [...(away ? [away] : []), ...(ends ? ['Change ends'] : [])]
}

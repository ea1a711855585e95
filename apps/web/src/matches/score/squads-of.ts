import type { MatchPage } from '@gavel/api'
import type { BySide, MatchState } from '@gavel/scoring'
import { besideIn } from '../sheets.ts'

/** Who of each side plays or may be brought on: its sheets, then everybody else who may be chosen. */
export function squadsOf({ setup, sport }: MatchState, choices: MatchPage['choices']): BySide<readonly string[]> {
  const of = (side: 'home' | 'away') => [
    ...new Set([
      ...setup.sides[side].players,
      ...besideIn(setup, sport, side),
      ...(choices?.[side].choices ?? []).map(({ id }) => id),
    ]),
  ]
  return { home: of('home'), away: of('away') }
}

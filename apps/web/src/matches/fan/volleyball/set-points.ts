import { type PlayerId, servers, volleyballPoints } from '@gavel/scoring'
import type { Moments } from '../moments.ts'
import { playsOf } from '../sets/sets-board.ts'
import type { SportViewProps } from '../sport-page.ts'

/** Every point of the match in order. */
export const setPoints = ({ moments: { rules, setup, all } }: Pick<SportViewProps<'volleyball'>, 'moments'>) =>
  volleyballPoints(rules, setup, playsOf(all))

/** How many points each has won on serve, for the squads. */
export function serveNotes({ all }: Pick<Moments<'volleyball'>, 'all'>): ReadonlyMap<PlayerId, readonly string[]> {
  const scored = servers(playsOf(all)).filter(({ points }) => points > 0)
  return new Map(scored.map(({ player, points }) => [player, [`${points} on serve`]]))
}

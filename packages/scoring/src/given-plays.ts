import type { Objection } from './objections.ts'
import type { BySide, PlayerId, Sport, TeamSheet } from './sport.ts'
import type { Names } from './words/names.ts'

/** For tests: the score after plays of which none speaks against the rules; throws at the first that does. */
export function played<Rules, Setup, Play, Score>(
  sport: Sport<Rules, Setup, Play, Score>,
  rules: Rules,
  setup: Setup,
  plays: readonly Play[],
): Score {
  return plays.reduce(
    (score, play) => {
      const objection = sport.check(score, play)
      if (objection) throw new Error(`${JSON.stringify(play)} ${JSON.stringify(objection)}`)
      return sport.apply(score, play)
    },
    sport.begin(rules, setup),
  )
}

/** For tests: the code of what speaks against a play; null where nothing does. */
export function objection<Rules, Setup, Play, Score>(
  sport: Sport<Rules, Setup, Play, Score>,
  score: Score,
  play: Play,
): Objection['code'] | null {
  return sport.check(score, play)?.code ?? null
}

/** For tests: two sides with these players. */
export const sidesOf = (home: readonly PlayerId[], away: readonly PlayerId[]): BySide<TeamSheet> => ({
  home: { team: 'Reds', players: home },
  away: { team: 'Blues', players: away },
})

/** For tests: shirts `h1` to `h<n>`. */
export const shirts = (letter: string, count: number): readonly PlayerId[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)

/** For tests: teams by their colours, players by their ids. */
export const NAMES: Names = {
  team: (side) => (side === 'home' ? 'Reds' : 'Blues'),
  player: (player) => player ?? 'somebody',
}

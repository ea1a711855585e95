import type { PlayerTotals } from '@gavel/scoring'

/** Figures that add up, season by season. */
const ADDED = [
  'matches',
  'innings',
  'notOut',
  'runs',
  'balls',
  'fours',
  'sixes',
  'fifties',
  'hundreds',
  'bowled',
  'conceded',
  'wickets',
  'maidens',
  'catches',
  'stumpings',
  'runOuts',
] as const satisfies readonly (keyof PlayerTotals)[]

/** What several seasons come to; null of none. In each the player may have another id: the first one's stands. */
export function together(seasons: readonly PlayerTotals[]): PlayerTotals | null {
  const [first, ...rest] = seasons
  return first ? rest.reduce(sumOf, first) : null
}

function sumOf(one: PlayerTotals, other: PlayerTotals): PlayerTotals {
  const added = Object.fromEntries(ADDED.map((name) => [name, one[name] + other[name]])) as Pick<
    PlayerTotals,
    (typeof ADDED)[number]
  >
  return {
    ...added,
    player: one.player,
    highest: Math.max(one.highest, other.highest),
    best: betterOf(one.best, other.best),
  }
}

/** More wickets are better, then fewer runs for them. */
function betterOf(one: PlayerTotals['best'], other: PlayerTotals['best']): PlayerTotals['best'] {
  if (!one || !other) return one ?? other
  const ahead = other.wickets - one.wickets || one.runs - other.runs
  return ahead > 0 ? other : one
}

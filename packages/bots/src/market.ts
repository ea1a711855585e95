import { type Amount, type AuctionState, type CategoryId, countsIn, heldIn, type Team } from '@gavel/auction'

/** What is still to be had, and how much of it everybody must have: what a player is worth depends on both. */
export type Market = {
  /** Players who wait, or went unsold and may come back. */
  there: number
  /** Places of the smallest squads that all teams together must still fill. */
  needed: number
  /** For each category that squads must hold: what there is of it, and how many all teams together lack. */
  categories: ReadonlyMap<CategoryId, Supply>
  /** What the n cheapest of these players cost together at their base prices; index 0 is none. */
  cheapest: readonly Amount[]
}

/** Players of one kind. */
type Supply = Pick<Market, 'there' | 'needed' | 'cheapest'>

/**
 * What so many more players will cost a team that cannot be sure to come first: all teams buy the cheapest first, and the last of those whom
 * they need are left for it.
 */
export function costOf({ needed, cheapest }: Supply, places: number): Amount {
  const to = Math.min(Math.max(needed, places), cheapest.length - 1)
  return (cheapest[to] ?? 0) - (cheapest[Math.max(0, to - places)] ?? 0)
}

const known = new WeakMap<AuctionState, Market>()

/** The market of a state, found out once for all the bots that look at it. */
export function marketOf(state: AuctionState): Market {
  const market = known.get(state) ?? survey(state)
  known.set(state, market)
  return market
}

function survey(state: AuctionState): Market {
  const { rules } = state
  const asked = rules.categories.filter(({ min }) => min > 0)
  const bases: Amount[] = []
  const basesOf: Amount[][] = asked.map(() => [])
  for (const id in state.players) {
    const player = state.players[id]
    if (player?.status.is !== 'waiting' && player?.status.is !== 'unsold') continue
    bases.push(player.base)
    for (const [index, { id: category }] of asked.entries())
      if (countsIn(player, category)) basesOf[index]?.push(player.base)
  }
  const teams = Object.values(state.teams)
  const lacking = (held: (team: Team) => number, min: number) =>
    teams.reduce((sum, team) => sum + Math.max(0, min - held(team)), 0)
  return {
    ...supply(
      bases,
      lacking(({ squad }) => squad.length, rules.squad.min),
    ),
    categories: new Map(
      asked.map(({ id, min }, index) => [
        id,
        supply(
          basesOf[index] ?? [],
          lacking((team) => heldIn(state, team, id), min),
        ),
      ]),
    ),
  }
}

function supply(bases: Amount[], needed: number): Supply {
  const cheapest = [0]
  for (const base of bases.sort((a, b) => a - b)) cheapest.push((cheapest.at(-1) ?? 0) + base)
  return { there: bases.length, needed, cheapest }
}

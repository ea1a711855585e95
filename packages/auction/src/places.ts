// Which places of a squad the rules keep for whom (CATEGORY-3).
import type { CategoryId } from './rule-set.ts'
import type { AuctionState, Player, Team } from './state.ts'

/** The state as far as it says who is still to be had. */
type Pool = Pick<AuctionState, 'rules' | 'players'>
export type Kind = Pick<Player, 'overseas' | 'categories'>

/** A player of no category, for limits that are about nobody in particular. */
const ANYBODY: Kind = { overseas: false, categories: [] }

/** Whether the player counts in a category: `overseas` by nationality, any other by what was given (CATEGORY-1). */
export function countsIn(player: Kind, category: CategoryId): boolean {
  return category === 'overseas' ? player.overseas === true : player.categories.includes(category)
}

/** How many of a squad count in a category. */
export function heldIn(state: Pick<AuctionState, 'players'>, team: Team, category: CategoryId): number {
  return team.squad.filter((id) => {
    const player = state.players[id]
    return player !== undefined && countsIn(player, category)
  }).length
}

/** Whether somebody may still buy the player: waiting, on a block, or unsold and to be recalled. */
export function isToBeHad({ status }: Pick<Player, 'status'>): boolean {
  return status.is === 'waiting' || status.is === 'on_block' || status.is === 'unsold'
}

/**
 * How many places must stay free for players whom the rules ask for, once the team has this one: each missing player of each category is a
 * place of its own, as far as there are such players to be had.
 */
export function missingAfter(state: Pool, team: Team, player: Kind = ANYBODY): number {
  let missing = 0
  for (const { id, min } of state.rules.categories) {
    if (min === 0) continue
    const fills = countsIn(player, id) ? 1 : 0
    const lacks = min - heldIn(state, team, id) - fills
    if (lacks > 0) missing += Math.min(lacks, Math.max(0, toBeHad(state, team, id) - fills))
  }
  return missing
}

/** Whether the player is one whom the team lacks. */
export function fillsMissing(state: Pool, team: Team, player: Kind): boolean {
  return state.rules.categories.some(({ id, min }) => min > 0 && countsIn(player, id) && heldIn(state, team, id) < min)
}

/** Places beside this one that the team must still be able to pay for: those of the smallest squad, and those of missing players. */
export function placesKept(state: Pool, team: Team, player?: Kind): number {
  return Math.max(0, state.rules.squad.min - team.squad.length - 1, missingAfter(state, team, player))
}

/** Players of a category whom the team may still get; one on whom it leads is its own already. */
function toBeHad(state: Pool, team: Team, category: CategoryId): number {
  const leads = team.squad.filter((id) => {
    const player = state.players[id]
    return player?.status.is === 'on_block' && countsIn(player, category)
  }).length
  return (poolOf(state).get(category) ?? 0) - leads
}

/** Counted once for each state: every bid asks for every team. A state is never changed, so the count holds as long as it does. */
const counted = new WeakMap<Pool, ReadonlyMap<CategoryId, number>>()

function poolOf(state: Pool): ReadonlyMap<CategoryId, number> {
  const known = counted.get(state)
  if (known) return known
  const counts = new Map<CategoryId, number>()
  const asked = state.rules.categories.filter(({ min }) => min > 0)
  for (const player of Object.values(state.players)) {
    if (!isToBeHad(player)) continue
    for (const { id } of asked) if (countsIn(player, id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  counted.set(state, counts)
  return counts
}

import { type AuctionState, countsIn, heldIn, type Player, purseLeft, spendShort, type TeamId } from '@gavel/auction'
import type { Directory } from '../directory.ts'

/** How many of a role a team has, wants and could still get. */
export type RoleNeed = {
  role: string
  held: number
  wanted: number
  /** Whether the owner said so; else it is this role's share of the pool in the smallest squad. */
  own: boolean
  toCome: number
  /** The lowest base price among those to come; null where there are none. */
  cheapest: number | null
}

/** A place that the rules ask for, or a cap. */
export type CategoryNeed = { id: string; label: string; held: number; min: number; max: number | null; toCome: number }

export type Pace = {
  held: number
  min: number
  max: number
  spent: number
  left: number
  /** What the purse gives for each place of the smallest squad that is open; null where none is. */
  perPlace: number | null
  /** The same for all other teams together. */
  othersPerPlace: number | null
  /** The average price of those who were bought here and by all; null where nobody was. */
  average: number | null
  averageOfAll: number | null
  /** How much of what the rules want spent is still missing; null where they want nothing. */
  mustSpend: number | null
}

const NO_ROLE = 'No role'

const canCome = ({ status }: Player) => status.is === 'waiting' || status.is === 'on_block' || status.is === 'unsold'

/**
 * Each role of the pool with its gap, in the order of how common it is (OWNER-1).
 *
 * @param wanted the owner's own numbers, by role
 */
export function roleNeeds(
  auction: AuctionState,
  directory: Directory,
  id: TeamId,
  wanted: Readonly<Record<string, number>>,
): RoleNeed[] {
  const { min } = auction.rules.squad
  const squad = new Set(auction.teams[id]?.squad ?? [])
  const players = Object.values(auction.players)
  const roles = new Map<string, { all: number; held: number; toCome: number; cheapest: number | null }>()
  for (const player of players) {
    const role = directory.player(player.id).role || NO_ROLE
    const now = roles.get(role) ?? { all: 0, held: 0, toCome: 0, cheapest: null }
    const open = canCome(player)
    roles.set(role, {
      all: now.all + 1,
      held: now.held + (squad.has(player.id) ? 1 : 0),
      toCome: now.toCome + (open ? 1 : 0),
      cheapest: open ? Math.min(now.cheapest ?? player.base, player.base) : now.cheapest,
    })
  }
  return [...roles]
    .sort(([one, { all: ones }], [other, { all: others }]) => others - ones || one.localeCompare(other))
    .map(([role, { all, ...rest }]) => ({
      role,
      ...rest,
      wanted: wanted[role] ?? Math.round((all / Math.max(1, players.length)) * min),
      own: wanted[role] !== undefined,
    }))
}

/** Every category of the rules, nationality first, with its least, its most and who could still come (OWNER-2). */
export function categoryNeeds(auction: AuctionState, id: TeamId): CategoryNeed[] {
  const { rules } = auction
  const team = auction.teams[id]
  if (!team) return []
  const counted = rules.categories.some((category) => category.id === 'overseas')
  const overseas =
    rules.overseasMax === null || counted
      ? []
      : [{ id: 'overseas', label: 'overseas', min: 0, max: rules.overseasMax as number | null }]
  return [...overseas, ...rules.categories].map(({ id: category, label, min, max }) => ({
    id: category,
    label,
    min,
    max,
    held: heldIn(auction, team, category),
    toCome: Object.values(auction.players).filter((player) => canCome(player) && countsIn(player, category)).length,
  }))
}

/** How the money goes: what is left for each open place, beside the others, and what must still be spent (OWNER-3). */
export function paceOf(auction: AuctionState, id: TeamId): Pace | null {
  const team = auction.teams[id]
  if (!team) return null
  const { rules } = auction
  const open = (held: number) => Math.max(0, rules.squad.min - held)
  const others = Object.values(auction.teams).filter((other) => other.id !== id)
  const othersOpen = others.reduce((sum, other) => sum + open(other.squad.length), 0)
  const othersLeft = others.reduce((sum, other) => sum + (open(other.squad.length) > 0 ? purseLeft(other) : 0), 0)
  const sales = Object.values(auction.players).flatMap(({ status }) => (status.is === 'sold' ? [status] : []))
  const mine = sales.filter((sale) => sale.team === id)
  const short = spendShort(auction).find((one) => one.team === id)
  return {
    held: team.squad.length,
    min: rules.squad.min,
    max: rules.squad.max,
    spent: team.spent,
    left: purseLeft(team),
    perPlace: open(team.squad.length) > 0 ? Math.floor(purseLeft(team) / open(team.squad.length)) : null,
    othersPerPlace: othersOpen > 0 ? Math.floor(othersLeft / othersOpen) : null,
    average: averageOf(mine.map(({ amount }) => amount)),
    averageOfAll: averageOf(sales.map(({ amount }) => amount)),
    mustSpend: rules.minSpendPercent === null ? null : short ? short.least - short.spent : 0,
  }
}

const averageOf = (amounts: readonly number[]): number | null =>
  amounts.length === 0 ? null : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length)

/** An average as people say it: two decimals of a lakh or a crore are enough, so the rest is rounded off. */
export function rounded(amount: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 2)
  return Math.round(amount / unit) * unit
}

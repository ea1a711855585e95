// Whether a squad can still be filled from the players who are left (FEASIBLE-1 to FEASIBLE-4).
import { standing } from './limits.ts'
import { type Amount, formatMoney } from './money.ts'
import { countsIn, heldIn, isToBeHad, type Kind } from './places.ts'
import type { CategoryId } from './rule-set.ts'
import { type AuctionState, type Player, type PlayerId, purseLeft, type Team } from './state.ts'

/** Why a squad can no longer be filled, with the numbers that say it. Money in the smallest unit. */
export type Stranded =
  /** The places left in the largest squad are fewer than the players whom the rules ask for. */
  | { is: 'places'; open: number; needed: number }
  /** Fewer players are left than the smallest squad still needs. */
  | { is: 'players'; left: number; needed: number }
  /** Fewer of one category are left than it still needs. */
  | { is: 'category'; label: string; left: number; needed: number }
  /** There are enough players, but the caps let no choice of them in. */
  | { is: 'caps'; needed: number }
  /** The cheapest choice costs more than is left. */
  | { is: 'money'; cheapest: Amount; left: Amount; needed: number }

/** `cheapest`: what the places still to fill cost at the base prices of those who are left; `spare`: what the team could spend beyond that. */
export type Feasibility = { ok: true; cheapest: Amount; spare: Amount } | { ok: false; why: Stranded }

/**
 * Whether the team can still reach the smallest squad and every category minimum from the players who are left, at their real base prices, as if
 * nobody bid against it. Exact. Open lots on which it leads count as bought.
 *
 * @param after a purchase to suppose first: the bid that is about to be made
 */
export function feasibility(
  state: AuctionState,
  team: Team,
  after: { bid?: { player: PlayerId; amount: Amount } } = {},
): Feasibility {
  const { bid } = after
  const lot = bid ? (lotOf(state, bid.player) ?? 0) : 0
  const as = bid ? withBid(state, standing(state, team, lot), bid) : standing(state, team, lot)
  const { squad } = state.rules
  const needs = needsOf(state, as)
  const asked = needs.reduce((sum, { min }) => sum + min, 0)
  const room = squad.max - as.squad.length
  const least = Math.max(0, squad.min - as.squad.length)
  const left = purseLeft(as)
  const pool = Object.values(state.players).filter((player) => isToBeHad(player) && !as.squad.includes(player.id))

  const scarce = needs.find(({ id, min }) => count(pool, id) < min)
  if (scarce) return no({ is: 'category', label: scarce.label, left: count(pool, scarce.id), needed: scarce.min })
  if (pool.length < least) return no({ is: 'players', left: pool.length, needed: least })
  const most = Math.min(room, Math.max(least, asked))
  const cheapest = cheapestFill(pool, needs, least, most)
  if (cheapest === null)
    return no(asked > room ? { is: 'places', open: Math.max(0, room), needed: asked } : { is: 'caps', needed: most })
  if (cheapest > left) return no({ is: 'money', cheapest, left, needed: most })
  return { ok: true, cheapest, spare: left - cheapest }
}

/** Why not, as a sentence for a person. */
export function strandedWords(why: Stranded, currency: string): string {
  switch (why.is) {
    case 'places':
      return `The squad has ${places(why.open)} left, and the rules ask for ${why.needed} players of kinds that it lacks.`
    case 'players':
      return `${players(why.needed)} ${why.needed === 1 ? 'is' : 'are'} still needed, and ${why.left} ${why.left === 1 ? 'is' : 'are'} left.`
    case 'category':
      return `${why.needed} more ${why.label} ${why.needed === 1 ? 'player is' : 'players are'} needed, and ${why.left} ${why.left === 1 ? 'is' : 'are'} left.`
    case 'caps':
      return `The caps leave no way to fill ${places(why.needed)} from the players who are left.`
    case 'money':
      return `To fill ${places(why.needed)} costs at least ${formatMoney(why.cheapest, currency)}, and ${formatMoney(why.left, currency)} would be left.`
    default:
      return why satisfies never
  }
}

const places = (n: number) => (n === 1 ? '1 place' : `${n} places`)
const players = (n: number) => (n === 1 ? '1 player' : `${n} players`)
const no = (why: Stranded): Feasibility => ({ ok: false, why })
const count = (pool: readonly Kind[], id: CategoryId) => pool.filter((player) => countsIn(player, id)).length

function lotOf(state: AuctionState, player: PlayerId): number | undefined {
  return [...(state.lot ? [state.lot] : []), ...state.board].find((lot) => lot.player === player)?.lot
}

function withBid(state: AuctionState, team: Team, { player, amount }: { player: PlayerId; amount: Amount }): Team {
  const overseas = state.players[player]?.overseas === true ? 1 : 0
  return {
    ...team,
    spent: team.spent + amount,
    squad: [...team.squad, player],
    overseas: team.overseas + overseas,
  }
}

/** What the team still needs and may still take of one category; `max` null: as many as it likes. */
type Need = { id: CategoryId; label: string; min: number; max: number | null }

function needsOf(state: AuctionState, team: Team): Need[] {
  const { categories, overseasMax } = state.rules
  const rules = categories.some(({ id }) => id === 'overseas')
    ? categories
    : [...categories, { id: 'overseas', label: 'overseas', min: 0, max: null }]
  return rules.flatMap(({ id, label, min, max }) => {
    const held = heldIn(state, team, id)
    const caps = [max, id === 'overseas' ? overseasMax : null].filter((cap) => cap !== null)
    const room = caps.length > 0 ? Math.max(0, Math.min(...caps) - held) : null
    const needed = Math.max(0, min - held)
    return needed === 0 && room === null ? [] : [{ id, label, min: needed, max: room }]
  })
}

/**
 * The least that `least` to `most` players cost who meet every need, or null where none do. Players who count in the same categories differ in
 * price alone, so of each such kind the cheapest are taken: what is left to choose is how many of each kind. One table over the number taken
 * and the number in each category holds the best so far; a category without a cap is counted no further than it is needed.
 */
function cheapestFill(pool: readonly Player[], needs: readonly Need[], least: number, most: number): Amount | null {
  if (most < 0) return null
  const bounds = needs.map(({ min, max }) => (max === null ? Math.min(min, most) : Math.min(max, most)))
  const strides: number[] = []
  let size = most + 1
  for (const bound of bounds) {
    strides.push(size)
    size *= bound + 1
  }
  let best = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  for (const { counts, sums } of kindsOf(pool, needs, most)) {
    const next = best.slice()
    const counted = needs.flatMap(({ max }, i) =>
      counts[i] ? [{ max: max ?? most, bound: bounds[i] ?? 0, stride: strides[i] ?? 1 }] : [],
    )
    for (let at = 0; at < size; at += 1) {
      const cost = best[at] ?? Number.POSITIVE_INFINITY
      if (cost === Number.POSITIVE_INFINITY) continue
      const held = counted.map(({ bound, stride }) => Math.floor(at / stride) % (bound + 1))
      const room = counted.map(({ max }, i) => max - (held[i] ?? 0))
      const few = Math.min(most - (at % (most + 1)), sums.length - 1, ...room)
      for (let more = 1; more <= few; more += 1) {
        let to = at + more
        for (let i = 0; i < counted.length; i += 1) {
          const { bound = 0, stride = 1 } = counted[i] ?? {}
          const now = held[i] ?? 0
          to += (Math.min(bound, now + more) - now) * stride
        }
        next[to] = Math.min(next[to] ?? 0, cost + (sums[more] ?? 0))
      }
    }
    best = next
  }
  let cheapest = Number.POSITIVE_INFINITY
  for (let at = 0; at < size; at += 1) {
    if (at % (most + 1) < least) continue
    if (needs.every(({ min }, i) => digit(at, i, bounds, strides) >= min))
      cheapest = Math.min(cheapest, best[at] ?? cheapest)
  }
  return cheapest === Number.POSITIVE_INFINITY ? null : cheapest
}

const digit = (at: number, i: number, bounds: readonly number[], strides: readonly number[]): number =>
  Math.floor(at / (strides[i] ?? 1)) % ((bounds[i] ?? 0) + 1)

/** The pool by what its players count in; `sums[n]`: what the n cheapest of a kind cost, no further than `most`. */
function kindsOf(
  pool: readonly Player[],
  needs: readonly Need[],
  most: number,
): { counts: boolean[]; sums: Amount[] }[] {
  const kinds = new Map<string, { counts: boolean[]; bases: Amount[] }>()
  for (const player of pool) {
    const counts = needs.map(({ id }) => countsIn(player, id))
    const key = counts.join()
    const kind = kinds.get(key) ?? { counts, bases: [] }
    kind.bases.push(player.base)
    kinds.set(key, kind)
  }
  return [...kinds.values()].map(({ counts, bases }) => {
    const sums = [0]
    for (const base of bases.sort((a, b) => a - b).slice(0, most)) sums.push((sums.at(-1) ?? 0) + base)
    return { counts, sums }
  })
}

import { createHash } from 'node:crypto'
import { type AuctionState, RECALL_SET } from '@gavel/auction'
import type { AuctionPlayer, SetName } from '@gavel/db'
import { setForRole, setIdOf, setNamed } from './sets.ts'

/** A rule for the running order. `set`: as listed. `shuffle`: drawn by lot from `seed`, in each set, or the whole pool as one set. */
export type ArrangeRule = { by: 'set' | 'role' | 'base' | 'name' } | { by: 'shuffle'; whole: boolean; seed: string }

type Who = Pick<AuctionPlayer, 'playerId' | 'name' | 'role' | 'set'>
type Sets = { id: string; players: string[] }[]

/** The one set of a pool that is drawn as a whole. */
export const WHOLE_POOL: SetName = { id: 'pool', name: 'All players' }

/**
 * The running order that a rule makes (ORDER-2 to ORDER-5). Only players who wait for their first call are moved: whoever has been called,
 * retained or withdrawn, and the recalled, keep their set, before the others. Pure: the same seed draws the same order.
 */
export const arrangePool = (
  state: Pick<AuctionState, 'players' | 'sets'>,
  named: readonly Who[],
  setNames: readonly SetName[],
  rule: ArrangeRule,
): Sets => {
  const who = new Map(named.map((player) => [player.playerId, player]))
  const free = new Set(
    Object.values(state.players).flatMap(({ id, set, status, timesCalled }) =>
      status.is === 'waiting' && timesCalled === 0 && set !== RECALL_SET ? [id] : [],
    ),
  )
  const setOf = (id: string): string => {
    const { role = '', set = '' } = who.get(id) ?? {}
    if (rule.by === 'set') return setNamed(setNames, set)
    if (rule.by === 'role') return setIdOf(setForRole(role))
    if (rule.by === 'shuffle' && rule.whole) return WHOLE_POOL.id
    return state.players[id]?.set ?? ''
  }
  const inOrder = state.sets.flatMap(({ players }) => players)
  // As listed: in the order in which they came in, which a fold keeps.
  const started = (rule.by === 'set' ? Object.keys(state.players) : inOrder).filter((id) => free.has(id))
  const groups = Map.groupBy(sorted(started, rule, state, who), setOf)
  const settled = new Map(state.sets.map(({ id, players }) => [id, players.filter((player) => !free.has(player))]))
  return setOrder(state, started.map(setOf), rule)
    .map((id) => ({ id, players: [...(settled.get(id) ?? []), ...(groups.get(id) ?? [])] }))
    .filter(({ players }) => players.length > 0)
}

const sorted = (
  ids: readonly string[],
  rule: ArrangeRule,
  { players }: Pick<AuctionState, 'players'>,
  who: ReadonlyMap<string, Who>,
): string[] => {
  const name = (id: string) => who.get(id)?.name ?? ''
  switch (rule.by) {
    case 'base':
      return ids.toSorted((a, b) => (players[b]?.base ?? 0) - (players[a]?.base ?? 0))
    case 'name':
      return ids.toSorted((a, b) => byWords.compare(name(a), name(b)))
    case 'shuffle': {
      const lots = new Map(ids.map((id) => [id, lotOf(rule.seed, id)]))
      return ids.toSorted((a, b) => ((lots.get(a) ?? '') < (lots.get(b) ?? '') ? -1 : 1))
    }
    case 'set':
    case 'role':
      return [...ids]
    default:
      return rule satisfies never
  }
}

/** Where a player stands in a draw: anybody can compute it again from the seed and the player's id. */
const lotOf = (seed: string, playerId: string): string =>
  createHash('sha256').update(`${seed}:${playerId}`).digest('hex')

const byWords = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Roles in the order in which leagues call them. */
const ROLES = ['Batter', 'All-rounder', 'Wicket-keeper', 'Bowler', ''].map((role) => setIdOf(setForRole(role)))

/** Sets as they stand, or in the order of the rule; sets of old that still hold somebody come first, the recalled last. */
const setOrder = ({ sets }: Pick<AuctionState, 'sets'>, wanted: readonly string[], rule: ArrangeRule): string[] => {
  const now = sets.map(({ id }) => id)
  if (rule.by === 'base' || rule.by === 'name' || (rule.by === 'shuffle' && !rule.whole)) return now
  const made = [...new Set(wanted)]
  if (rule.by === 'role') made.sort((a, b) => ROLES.indexOf(a) - ROLES.indexOf(b))
  const old = now.filter((id) => !made.includes(id) && id !== RECALL_SET)
  return [...old, ...made.filter((id) => id !== RECALL_SET), RECALL_SET]
}

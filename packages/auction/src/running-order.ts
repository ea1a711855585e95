// Who is in the pool and in which order: the parts of `evolve` that must stay fast with 5,000 players.
import type { AuctionState, Player, PlayerId } from './state.ts'

/** Where recalled players wait: after every set of the first round (RECALL-1). */
export const RECALL_SET = 'recalled'

/**
 * Records and lists that one fold has made and nobody else holds: they may grow in place. Without it a pool of 5,000 players, which arrives as 5,000
 * entries, costs a copy of the whole pool for each.
 */
export type Owned = WeakSet<object>

/** `record` with one more value: in place where this fold owns it. */
export function put<T>(
  owned: Owned,
  record: Readonly<Record<string, T>>,
  key: string,
  value: T,
): Readonly<Record<string, T>> {
  const mine = own(owned, record)
  mine[key] = value
  return mine
}

/** `record` with one value less: in place where this fold owns it. */
export function without<T>(
  owned: Owned,
  record: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  const mine = own(owned, record)
  delete mine[key]
  return mine
}

function own<T>(owned: Owned, record: Readonly<Record<string, T>>): Record<string, T> {
  if (owned.has(record)) return record
  const mine = { ...record }
  owned.add(mine)
  return mine
}

/** The sets with the player at the end of one of them, which may be new: in place where this fold owns the lists. */
export function joined(owned: Owned, sets: AuctionState['sets'], id: PlayerId, setId: string): AuctionState['sets'] {
  const set = sets.find((s) => s.id === setId)
  if (!set) return [...sets, { id: setId, players: [id] }]
  if (owned.has(set.players)) {
    ;(set.players as PlayerId[]).push(id)
    return sets
  }
  const players = [...set.players, id]
  owned.add(players)
  return sets.map((s) => (s === set ? { id: setId, players } : s))
}

/** The sets without the player, and without the player's set where that is left empty: in place where this fold owns the list. */
export function left(owned: Owned, sets: AuctionState['sets'], id: PlayerId, setId: string): AuctionState['sets'] {
  const set = sets.find((s) => s.id === setId)
  if (!set) throw new Error(`no set ${setId}`)
  if (set.players.length === 1) return sets.filter((s) => s !== set)
  if (owned.has(set.players)) {
    ;(set.players as PlayerId[]).splice(set.players.indexOf(id), 1)
    return sets
  }
  const players = set.players.filter((other) => other !== id)
  owned.add(players)
  return sets.map((s) => (s === set ? { id: setId, players } : s))
}

/** The whole running order anew; every player goes to the set that names it. */
export function arranged(owned: Owned, state: AuctionState, sets: AuctionState['sets']): AuctionState {
  const players = own(owned, state.players)
  for (const set of sets)
    for (const id of set.players) {
      const player = playerOf(state, id)
      if (player.set !== set.id) players[id] = { ...player, set: set.id }
    }
  return { ...state, players, sets }
}

/** The player in another place: before another player of the set, or at its end; the set may be new. */
export function moved(
  owned: Owned,
  state: AuctionState,
  id: PlayerId,
  set: string,
  before: PlayerId | null,
): AuctionState {
  const player = playerOf(state, id)
  const others = state.sets.map((s) =>
    s.id === player.set ? { ...s, players: s.players.filter((other) => other !== id) } : s,
  )
  return {
    ...state,
    players: put(owned, state.players, id, { ...player, set }),
    sets: placed(others, id, set, before),
  }
}

function placed(sets: AuctionState['sets'], id: PlayerId, set: string, before: PlayerId | null): AuctionState['sets'] {
  if (!sets.some((s) => s.id === set)) return [...sets, { id: set, players: [id] }]
  return sets.map((s) => (s.id === set ? { ...s, players: inserted(s.players, id, (other) => other === before) } : s))
}

/** `item` taken out of the list and put before the first match, or at the end. */
export function inserted<T>(list: readonly T[], item: T, isBefore: (other: T) => boolean): T[] {
  const rest = list.filter((other) => other !== item)
  const at = rest.findIndex(isBefore)
  return at < 0 ? [...rest, item] : [...rest.slice(0, at), item, ...rest.slice(at)]
}

/** The player of this id, who is in the pool wherever the log is sound. */
export function playerOf(state: AuctionState, id: PlayerId): Player {
  const player = state.players[id]
  if (!player) throw new Error(`no player ${id}`)
  return player
}

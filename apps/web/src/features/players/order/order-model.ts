import type { RouterOutputs } from '@gavel/api'

/** A set with its players in order, by id. */
export type OrderSet = RouterOutputs['players']['order']['sets'][number]

/** The order after a player was put before another one of a set, or at its end (`before` null). A set that is not there begins with them. */
export function withPlayerMoved(
  sets: readonly OrderSet[],
  player: string,
  to: { id: string; name: string },
  before: string | null,
): OrderSet[] {
  const known = sets.some(({ id }) => id === to.id)
  const all = known ? sets : [...sets, { ...to, players: [] }]
  return all.map((set) => {
    const others = set.players.filter((id) => id !== player)
    if (set.id !== to.id) return others.length === set.players.length ? set : { ...set, players: others }
    return { ...set, players: inserted(others, player, before) }
  })
}

/** The order after a set was put before another one, or at the end. */
export function withSetMoved(sets: readonly OrderSet[], set: string, before: string | null): OrderSet[] {
  const moved = sets.find(({ id }) => id === set)
  if (!moved) return [...sets]
  const others = sets.filter(({ id }) => id !== set)
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
  return others.toSpliced(at < 0 ? others.length : at, 0, moved)
}

export const withSetRenamed = (sets: readonly OrderSet[], set: string, name: string): OrderSet[] =>
  sets.map((other) => (other.id === set ? { ...other, name } : other))

/** What a thing stands before once it was taken from one place of a list and put at another; null at the end. */
export function beforeAt(ids: readonly string[], from: number, to: number): string | null {
  const moved = ids[from]
  return ids.filter((id) => id !== moved)[to] ?? null
}

/** Whether two orders are the same to those who are called. */
export const isSameOrder = (a: readonly OrderSet[], b: readonly OrderSet[]): boolean =>
  a.length === b.length && a.every((set, at) => set.id === b[at]?.id && set.players.join() === b[at]?.players.join())

function inserted(ids: readonly string[], id: string, before: string | null): string[] {
  const at = before === null ? -1 : ids.indexOf(before)
  return ids.toSpliced(at < 0 ? ids.length : at, 0, id)
}

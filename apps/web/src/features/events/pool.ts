import type { Roster } from '@gavel/api'
import type { AuctionState, PlayerStatus } from '@gavel/auction'

export type PoolPlayer = {
  id: string
  name: string
  country: string
  role: string
  /** In the currency's smallest unit. */
  base: number
  overseas: boolean | null
  status: PlayerStatus
}

export type PoolSet = { id: string; name: string; players: PoolPlayer[] }

/**
 * The pool as a programme prints it: sets in the running order, players in theirs. Without a state (the auction cannot be read
 * now) sets stand as the roster lists them and everybody waits.
 */
export function poolOf(roster: Roster, state: AuctionState | null): PoolSet[] {
  const names = new Map(roster.sets.map(({ id, name }) => [id, name]))
  const cards = new Map(roster.players.map((player) => [player.playerId, player]))
  const line = (id: string): PoolPlayer[] => {
    const card = cards.get(id)
    if (!card) return []
    const live = state?.players[id]
    const { name, country, role, base } = card
    return [
      {
        id,
        name,
        country,
        role,
        base: live?.base ?? base,
        overseas: live?.overseas ?? null,
        status: live?.status ?? { is: 'waiting' },
      },
    ]
  }
  if (state) {
    return state.sets
      .map((set) => ({ id: set.id, name: names.get(set.id) ?? set.id, players: set.players.flatMap(line) }))
      .filter(({ players }) => players.length > 0)
  }
  return roster.sets.map(({ id, name }) => ({
    id,
    name,
    players: roster.players.filter((player) => player.set === name).flatMap((player) => line(player.playerId)),
  }))
}

/** The pool with only the players whose name, country or role contains all of the words looked for. */
export function searchPool(sets: readonly PoolSet[], wanted: string): PoolSet[] {
  const words = folded(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...sets]
  return sets
    .map((set) => ({
      ...set,
      players: set.players.filter(({ name, country, role }) => {
        const text = folded(`${name} ${country} ${role}`)
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ players }) => players.length > 0)
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

import type { Roster } from '@gavel/api'

/** A roster without what only the room shows, so that a page of cards stays light: a list may carry forty figures for each player. */
export function lightRoster({ teams, players, sets }: Roster): Roster {
  return { teams, sets, players: players.map((player) => ({ ...player, stats: {} })) }
}

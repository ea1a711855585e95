import type { Roster } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'

export type DearBuy = {
  player: string
  name: string
  team: { name: string; short: string; colour: string }
  /** In the currency's smallest unit. */
  amount: number
}

/** The highest prices of an auction, the highest first; of equal ones, who was sold first. */
export function dearestOf(state: AuctionState, roster: Roster, count: number): DearBuy[] {
  const names = new Map(roster.players.map(({ playerId, name }) => [playerId, name]))
  const teams = new Map(roster.teams.map((team) => [team.teamId, team]))
  return Object.values(state.players)
    .flatMap(({ id, status }) => (status.is === 'sold' ? [{ id, ...status }] : []))
    .sort((one, other) => other.amount - one.amount || one.lot - other.lot)
    .slice(0, count)
    .map(({ id, team, amount }) => ({
      player: id,
      name: names.get(id) ?? 'A player without a name',
      team: teams.get(team) ?? { name: 'A team without a name', short: '–', colour: '' },
      amount,
    }))
}

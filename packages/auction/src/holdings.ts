// Who holds whom, and what it cost: the parts of `evolve` by which a player comes to a team and leaves it again.
import { type Owned, playerOf, put } from './running-order.ts'
import type { AuctionState, Player, PlayerId, PlayerStatus, Team, TeamId } from './state.ts'

type Held = Extract<PlayerStatus, { is: 'sold' | 'retained' }>

/** The player in the team's squad, paid for. */
export function acquired(owned: Owned, state: AuctionState, id: PlayerId, status: Held): AuctionState {
  const player = playerOf(state, id)
  const team = teamOf(state, status.team)
  const bigger: Team = {
    ...team,
    spent: team.spent + status.debit,
    squad: [...team.squad, id],
    overseas: team.overseas + (player.overseas === true ? 1 : 0),
  }
  return withStatus(owned, withTeam(state, bigger), id, status)
}

/** The player out of the squad that holds him, and the money back; `status` is what he is then. */
export function released(owned: Owned, state: AuctionState, id: PlayerId, status: PlayerStatus): AuctionState {
  const player = playerOf(state, id)
  const held = heldBy(player)
  if (!held) throw new Error(`nobody holds ${id}`)
  const team = teamOf(state, held.team)
  const smaller: Team = {
    ...team,
    spent: team.spent - held.debit,
    squad: team.squad.filter((other) => other !== id),
    overseas: team.overseas - (player.overseas === true ? 1 : 0),
  }
  return withStatus(owned, withTeam(state, smaller), id, status)
}

/** How a team holds the player, or null where none does. */
export function heldBy({ status }: Pick<Player, 'status'>): Held | null {
  return status.is === 'sold' || status.is === 'retained' ? status : null
}

export function withStatus(owned: Owned, state: AuctionState, id: PlayerId, status: PlayerStatus): AuctionState {
  return { ...state, players: put(owned, state.players, id, { ...playerOf(state, id), status }) }
}

export function withTeam(state: AuctionState, team: Team): AuctionState {
  return { ...state, teams: { ...state.teams, [team.id]: team } }
}

/** The team of this id, which plays wherever the log is sound. */
export function teamOf(state: AuctionState, id: TeamId): Team {
  const team = state.teams[id]
  if (!team) throw new Error(`no team ${id}`)
  return team
}

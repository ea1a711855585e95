import type { AuctionTeam } from '@gavel/db'

/** The team that an invitation is for. */
export type InvitedTeam = Pick<AuctionTeam, 'teamId' | 'name' | 'short' | 'colour'>

export const invitedTeam = (teams: readonly AuctionTeam[], teamId: string | null): InvitedTeam | null => {
  const team = teams.find((one) => one.teamId === teamId)
  return team ? { teamId: team.teamId, name: team.name, short: team.short, colour: team.colour } : null
}

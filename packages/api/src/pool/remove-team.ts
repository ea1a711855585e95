import { type Auction, newId, releasePlace, removeTeam, teamsOf } from '@gavel/db'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'

/**
 * Takes a team out of an auction that has not begun: the log first, with its paddles, then its name, then its place (PLACE-3). Repeating it
 * is harmless, and completes what a crash ended.
 * @throws AppError AUCTION.REFUSED where the auction has started or the team has players, AUCTION.UNAVAILABLE
 */
export const removeTeamFrom = async (
  { mongo, log, reach }: Pick<Services, 'mongo' | 'log' | 'reach'>,
  auction: Pick<Auction, 'id' | 'eventId' | 'rules'>,
  by: string,
  teamId: string,
): Promise<void> => {
  const team = (await teamsOf(mongo, auction.id)).find((one) => one.teamId === teamId)
  await command(log, auction, by, `unteam-${newId()}`, { type: 'RemoveTeam', team: teamId }, ['UNKNOWN_TEAM'])
  await removeTeam(mongo, { auctionId: auction.id, teamId })
  await releasePlace(mongo, auction.eventId, 'owner', teamId)
  if (team) await reach.tell({ changed: [...team.ownerIds] })
}

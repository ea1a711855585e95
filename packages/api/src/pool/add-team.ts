import type { Amount } from '@gavel/auction'
import { type Auction, type AuctionTeam, saveTeam } from '@gavel/db'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'

/**
 * Adds a team with its purse to an auction, and a paddle for each of its owners. Repeating it with the same `teamId` and
 * `commandId` is harmless.
 * @param commandId at most 30 characters: a suffix is added for each step.
 * @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const addTeam = async (
  services: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'rules'>,
  by: string,
  commandId: string,
  team: Omit<AuctionTeam, 'auctionId'> & { purse: Amount },
): Promise<void> => {
  const { purse, ...named } = team
  await saveTeam(services.mongo, { ...named, auctionId: auction.id })
  await command(
    services.log,
    auction,
    by,
    `${commandId}-team`,
    { type: 'AddTeam', team: team.teamId, purse },
    // A refusal DUPLICATE comes before any other check but the phase: the team is there.
    ['DUPLICATE'],
  )
  for (const [index, user] of team.ownerIds.entries())
    await command(
      services.log,
      auction,
      by,
      `${commandId}-paddle${index}`,
      { type: 'GrantPaddle', user, team: team.teamId },
      ['DUPLICATE'],
    )
}

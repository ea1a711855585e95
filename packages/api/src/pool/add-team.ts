import type { Amount } from '@gavel/auction'
import { type Auction, type AuctionTeam, eventById, releasePlace, removeTeam, saveTeam, takePlace } from '@gavel/db'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'
import { settleFormerTeams } from './former-teams.ts'
import { liveStateOf } from './state-of.ts'

type NewTeam = Omit<AuctionTeam, 'auctionId' | 'logoUrl'> & { purse: Amount; logoUrl?: string | null }
type Of = Pick<Auction, 'id' | 'eventId' | 'rules'>

/**
 * Adds a team with its purse to an auction, and a paddle for each of its owners. Every team holds one of its event's places, which it
 * takes first and gives back where the auction refuses it (PLACE-3). Repeating it with the same `teamId` and `commandId` is harmless,
 * and goes on from where a crash ended it.
 * @param commandId at most 30 characters: a suffix is added for each step.
 * @throws AppError EVENT.FULL, AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const addTeam = async (
  services: Pick<Services, 'mongo' | 'log'>,
  auction: Of,
  by: string,
  commandId: string,
  { purse, logoUrl = null, ...team }: NewTeam,
): Promise<void> => {
  await holdPlace(services, auction, team.teamId)
  await saveTeam(services.mongo, { ...team, logoUrl, auctionId: auction.id })
  try {
    await command(
      services.log,
      auction,
      by,
      `${commandId}-team`,
      { type: 'AddTeam', team: team.teamId, purse },
      // A refusal DUPLICATE comes before any other check but the phase: the team is there.
      ['DUPLICATE'],
    )
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'AUCTION.REFUSED')) throw error
    // Where the log is not live this throws AUCTION.UNAVAILABLE: whether the team is in cannot be known.
    const { teams } = await liveStateOf(services, auction.id)
    if (teams[team.teamId] === undefined) {
      await releasePlace(services.mongo, auction.eventId, 'owner', team.teamId)
      await removeTeam(services.mongo, { auctionId: auction.id, teamId: team.teamId })
      throw error
    }
    // It had come in before the auction was started; only what belongs to it may be missing.
  }
  for (const [index, user] of team.ownerIds.entries())
    await command(
      services.log,
      auction,
      by,
      `${commandId}-paddle${index}`,
      { type: 'GrantPaddle', user, team: team.teamId },
      ['DUPLICATE'],
    )
  await settleFormerTeams(services, auction, by)
}

const holdPlace = async ({ mongo }: Pick<Services, 'mongo'>, { eventId }: Of, teamId: string): Promise<void> => {
  const place = await takePlace(mongo, eventId, 'owner', teamId)
  if (place === 'no-event') throw new AppError('EVENT.NOT_FOUND')
  if (place !== 'full') return
  const event = await eventById(mongo, eventId)
  throw new AppError('EVENT.FULL', { teams: event?.capacity.teams ?? 0 })
}

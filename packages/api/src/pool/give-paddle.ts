import { type Auction, addTeamOwner, newId, peopleOf, removeTeamOwner, teamsOf } from '@gavel/db'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'

type Needed = Pick<Services, 'mongo' | 'postgres' | 'log'>
type Of = Pick<Auction, 'id' | 'rules'>

/**
 * Gives a person a paddle of a team, which makes them one of its owners. Nobody holds two in one auction. Repeating it is harmless.
 * @throws AppError TEAM.NOT_FOUND, TEAM.OTHER_PADDLE, AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const givePaddle = async (
  { mongo, postgres, log }: Needed,
  auction: Of,
  by: string,
  teamId: string,
  userId: string,
): Promise<void> => {
  const of = { auctionId: auction.id, teamId }
  const had = (await teamsOf(mongo, auction.id)).some(
    (team) => team.teamId === teamId && team.ownerIds.includes(userId),
  )
  if (!(await addTeamOwner(mongo, of, userId))) throw new AppError('TEAM.NOT_FOUND')
  try {
    await refuseSecond({ mongo, postgres }, auction, teamId, userId)
    const granted = { type: 'GrantPaddle', user: userId, team: teamId } as const
    await command(log, auction, by, `paddle-${newId()}`, granted, ['DUPLICATE'])
  } catch (error) {
    // Whether a command whose answer got lost was done is not known: the same request may be repeated.
    const refused = error instanceof AppError && error.code !== 'AUCTION.UNAVAILABLE'
    if (refused && !had) await removeTeamOwner(mongo, of, userId)
    throw error
  }
}

/** Asked once the owner is noted: of two paddles that are given at once, each request sees the other one. */
const refuseSecond = async (
  { mongo, postgres }: Pick<Needed, 'mongo' | 'postgres'>,
  { id }: Of,
  teamId: string,
  userId: string,
): Promise<void> => {
  const other = (await teamsOf(mongo, id)).find((team) => team.teamId !== teamId && team.ownerIds.includes(userId))
  if (!other) return
  const name = (await peopleOf(postgres, [userId])).get(userId)?.name ?? 'This person'
  throw new AppError('TEAM.OTHER_PADDLE', { name, team: other.name })
}

/** Takes a paddle back, and with it the ownership of the team. Repeating it is harmless. @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE */
export const takePaddle = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  auction: Of,
  by: string,
  teamId: string,
  userId: string,
): Promise<void> => {
  const live = await log.load(auction.id)
  if (live?.state.paddles[userId] === teamId)
    await command(log, auction, by, `unpaddle-${newId()}`, { type: 'RevokePaddle', user: userId }, ['NOT_A_PADDLE'])
  await removeTeamOwner(mongo, { auctionId: auction.id, teamId }, userId)
}

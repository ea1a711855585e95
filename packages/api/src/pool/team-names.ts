import { createHash } from 'node:crypto'
import { type AuctionTeam, type Mongo, teamsOf } from '@gavel/db'
import { AppError } from '../errors.ts'

const fold = (name: string) => name.toLocaleLowerCase('en')

/** The id of a team that is added by its name alone: the same form sent again, after a lost answer too, means the same team. */
export const teamIdOf = (auctionId: string, name: string): string =>
  `t${createHash('sha256')
    .update(`${auctionId}\n${fold(name)}`)
    .digest('hex')
    .slice(0, 19)}`

/**
 * Teams of an auction are told apart by name and by short name, whatever the case.
 * @throws AppError AUCTION.REFUSED, NAME_TAKEN in its detail, where another team has one of them, or this one looks otherwise
 */
export const refuseTakenName = async (
  mongo: Mongo,
  auctionId: string,
  { teamId, name, short, colour }: Pick<AuctionTeam, 'teamId' | 'name' | 'short' | 'colour'>,
): Promise<void> => {
  const others = (await teamsOf(mongo, auctionId)).filter(
    (other) => other.teamId !== teamId || other.short !== short || other.colour !== colour,
  )
  const taken = others.find((other) => fold(other.name) === fold(name) || fold(other.short) === fold(short))
  if (!taken) return
  const words =
    fold(taken.name) === fold(name)
      ? `There is already a team called ${taken.name}. Choose another name.`
      : `${taken.name} already uses the short name ${taken.short}. Choose another one.`
  throw new AppError('AUCTION.REFUSED', { code: 'NAME_TAKEN', words })
}

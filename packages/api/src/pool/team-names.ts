import { createHash } from 'node:crypto'
import { type AuctionTeam, type Mongo, teamsOf } from '@gavel/db'
import { AppError } from '../errors.ts'

const fold = (name: string) => name.toLocaleLowerCase('en')

/** The id of a team that is added by its name alone. `turn` tells it from one that had the name before, and has another one now. */
const teamIdOf = (auctionId: string, name: string, turn: number): string =>
  `t${createHash('sha256')
    .update(`${auctionId}\n${fold(name)}${turn === 0 ? '' : `\n${turn}`}`)
    .digest('hex')
    .slice(0, 19)}`

/** The id for a team that is added by its name: the same form sent again, after a lost answer too, means the same team. */
export const idForName = async (mongo: Mongo, auctionId: string, name: string): Promise<string> => {
  const names = new Map((await teamsOf(mongo, auctionId)).map((team) => [team.teamId, team.name]))
  for (let turn = 0; ; turn += 1) {
    const teamId = teamIdOf(auctionId, name, turn)
    const held = names.get(teamId)
    if (held === undefined || fold(held) === fold(name)) return teamId
  }
}

type Named = Pick<AuctionTeam, 'teamId' | 'name' | 'short'>

/**
 * Teams of an auction are told apart by name and by short name, whatever the case. A new team may be sent again as it is.
 * @throws AppError AUCTION.REFUSED, NAME_TAKEN in its detail, where another team has one of them, or this one looks otherwise
 */
export const refuseTakenName = async (
  mongo: Mongo,
  auctionId: string,
  team: Named & Pick<AuctionTeam, 'colour'>,
): Promise<void> => {
  const sentAgain = (other: AuctionTeam) =>
    other.teamId === team.teamId && other.short === team.short && other.colour === team.colour
  refuseTaken(
    team,
    (await teamsOf(mongo, auctionId)).filter((other) => !sentAgain(other)),
  )
}

/** The same for a team that is there and gets another name. @throws as {@link refuseTakenName} */
export const refuseNameOfAnother = async (mongo: Mongo, auctionId: string, team: Named): Promise<void> =>
  refuseTaken(
    team,
    (await teamsOf(mongo, auctionId)).filter(({ teamId }) => teamId !== team.teamId),
  )

const refuseTaken = ({ name, short }: Named, others: readonly Named[]): void => {
  const taken = others.find((other) => fold(other.name) === fold(name) || fold(other.short) === fold(short))
  if (!taken) return
  const words =
    fold(taken.name) === fold(name)
      ? `There is already a team called ${taken.name}. Choose another name.`
      : `${taken.name} already uses the short name ${taken.short}. Choose another one.`
  throw new AppError('AUCTION.REFUSED', { code: 'NAME_TAKEN', words })
}

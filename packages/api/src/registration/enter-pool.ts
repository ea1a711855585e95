import { reservePerPlace } from '@gavel/auction'
import { type Auction, insertPlayers, type OwnerDetails, type PlayerDetails, type Registration } from '@gavel/db'
import { categoriesOf, isHomeCountry } from '@gavel/player-list'
import { command } from '../log/command.ts'
import { addTeam } from '../pool/add-team.ts'
import { setForRole, setIdOf } from '../pool/sets.ts'
import { refuseTakenName } from '../pool/team-names.ts'
import type { Services } from '../services.ts'

type Entrant = Pick<Registration, 'id' | 'version' | 'userId' | 'details'>

/**
 * Puts a registered player, or an owner's team with its paddle, into the auction. The registration's id is the player's or team's, and
 * the command's id holds its version, so doing it again, or twice at once, does it once (JOURNEY-3).
 * @throws AppError AUCTION.REFUSED where the auction cannot take the entrant, EVENT.FULL, AUCTION.UNAVAILABLE
 */
export const enterPool = async (
  services: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'eventId' | 'rules'>,
  entrant: Entrant,
): Promise<void> => {
  const { details } = entrant
  return details.kind === 'player'
    ? enterPlayer(services, auction, entrant, details)
    : enterTeam(services, auction, entrant, details)
}

const commandIdOf = ({ id, version }: Entrant) => `reg-${id}-${version}`

const enterPlayer = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'rules'>,
  entrant: Entrant,
  details: PlayerDetails,
): Promise<void> => {
  const base = details.base ?? reservePerPlace(auction.rules)
  const set = setForRole(details.role)
  const home = details.country ? isHomeCountry(details.country, auction.rules.currency) : null
  const { name, country, role, age, caps, photoUrl } = details
  const player = { playerId: entrant.id, name, country, role, age, caps, photoUrl, base, set }
  await insertPlayers(mongo, [
    { ...player, auctionId: auction.id, userId: entrant.userId, importId: null, formerTeam: null, stats: {} },
  ])
  const categories = categoriesOf({ capped: null, role, age })
  const added = { player: entrant.id, base, set: setIdOf(set), overseas: home === null ? null : !home, categories }
  await command(log, auction, 'system', commandIdOf(entrant), { type: 'AddPlayers', players: [added] }, ['DUPLICATE'])
}

const enterTeam = async (
  services: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'eventId' | 'rules'>,
  entrant: Entrant,
  { team: name, short, colour }: OwnerDetails,
): Promise<void> => {
  await refuseTakenName(services.mongo, auction.id, { teamId: entrant.id, name, short, colour })
  await addTeam(services, auction, 'system', commandIdOf(entrant), {
    teamId: entrant.id,
    name,
    short,
    colour,
    ownerIds: [entrant.userId],
    purse: auction.rules.purse,
  })
}

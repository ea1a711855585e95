import { reservePerPlace } from '@gavel/auction'
import {
  type Auction,
  auctionById,
  type Event,
  insertPlayers,
  type OwnerDetails,
  type PlayerDetails,
  type Registration,
} from '@gavel/db'
import { categoriesOf, isHomeCountry } from '@gavel/player-list'
import type { Registration as Entry } from '@gavel/registration'
import { AppError } from '../errors.ts'
import { ensureAuction } from '../event/create-event.ts'
import { command } from '../log/command.ts'
import { addTeam } from '../pool/add-team.ts'
import { setForRole, setIdOf } from '../pool/sets.ts'
import { refuseTakenName } from '../pool/team-names.ts'
import type { Services } from '../services.ts'
import { partyOf } from './party.ts'

/** `others`: who owns the team with them. */
type Entrant = Pick<Registration, 'id' | 'version' | 'userId' | 'details'> & { others?: readonly string[] }

/**
 * Brings everybody of an entry into the auction, before the entry is confirmed: each player of a group, or the team with all its owners.
 * @returns why the auction does not take them, for a person; null where it did. Who came in before the one who did not is taken out by whoever turns the entry away.
 * @throws AppError AUCTION.UNAVAILABLE
 */
export const enterAuction = async (
  services: Pick<Services, 'mongo' | 'log'>,
  event: Event,
  registration: Registration,
  entry: Entry,
): Promise<string | null> => {
  const auction = await auctionById(services.mongo, await ensureAuction(services, 'system', event))
  if (!auction) throw new Error(`event ${event.id} names an auction that does not exist`)
  const party = await partyOf(services, registration, entry)
  try {
    if (registration.kind === 'owner')
      await enterPool(services, auction, { ...registration, others: party.slice(1).map(({ userId }) => userId) })
    // Under the group's version: a member who was taken out between two tries comes in again.
    else for (const member of party) await enterPool(services, auction, { ...member, version: registration.version })
    return null
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'AUCTION.REFUSED')) throw error
    // The log is being brought back: that is an outage, not an answer.
    if (error.detail.code === 'NOT_LIVE') throw error
    return error.message
  }
}

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
    ownerIds: [entrant.userId, ...(entrant.others ?? [])],
    purse: auction.rules.purse,
  })
}

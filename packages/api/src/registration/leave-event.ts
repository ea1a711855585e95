import type { AuctionState } from '@gavel/auction'
import {
  type Auction,
  auctionById,
  type Event,
  eventById,
  newId,
  type Registration,
  registrationById,
  registrationsByIds,
  releasePlace,
  takePlaces,
} from '@gavel/db'
import { type Registration as Entry, heldPlaces } from '@gavel/registration'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import { removePlayers } from '../pool/remove-players.ts'
import { removeTeamFrom } from '../pool/remove-team.ts'
import { liveStateOf } from '../pool/state-of.ts'
import type { Stores } from '../services.ts'
import { enterAuction } from './enter-pool.ts'
import { entryOf } from './entry.ts'
import { membersOf } from './party.ts'
import { stands } from './standing.ts'

type Needed = Pick<Stores, 'mongo' | 'log' | 'reach' | 'logger'>
type Of = Pick<Auction, 'id' | 'eventId' | 'rules' | 'status'>

/** Why an entrant can no longer leave an auction, as a sentence; null where leaving is possible, or has happened (LEAVE-2). */
const whyItStays = (state: AuctionState, { id, kind }: Pick<Registration, 'id' | 'kind'>): string | null =>
  kind === 'player' ? whyPlayerStays(state, id) : whyTeamStays(state, id)

const whyPlayerStays = (state: AuctionState, id: string): string | null => {
  const status = state.players[id]?.status.is
  if (status === undefined) return null
  if (state.phase.is === 'ended') return 'The auction has ended.'
  switch (status) {
    case 'waiting':
    case 'unsold':
    case 'withdrawn':
      return null
    case 'on_block':
      return 'This player is up for sale just now.'
    case 'sold':
      return 'This player was sold and belongs to a team.'
    case 'retained':
      return 'This player is retained by a team.'
    default:
      return status satisfies never
  }
}

const whyTeamStays = (state: AuctionState, id: string): string | null => {
  const team = state.teams[id]
  if (!team) return null
  if (state.phase.is !== 'scheduled') return 'The auction has started: its teams stay.'
  return team.squad.length > 0 ? 'This team has players already.' : null
}

/**
 * Lets those out of the auction whom a change of a confirmed entry takes out of it, before the change is stored: all of them, or who has left the group.
 * @throws AppError REGISTRATION.IN_PLAY where one of them can no longer leave, and nobody has then; AUCTION.UNAVAILABLE
 */
export const leaveAuctionFirst = async (
  services: Needed,
  event: Event,
  registration: Registration,
  next: Entry,
): Promise<void> => {
  const auction = event.auctionId ? await auctionById(services.mongo, event.auctionId) : null
  if (!auction) return
  const seated = new Set(isIn(next) ? next.seats.flatMap(({ entrant }) => entrant?.person ?? []) : [])
  const party = [registration, ...(await membersOf(services, registration))]
  const leaving = party.filter(({ userId, kind }, i) => !seated.has(userId) && (kind === 'player' || i === 0))
  if (leaving.length === 0) return
  const state = auction.status === 'ended' ? null : await liveStateOf(services, auction.id)
  for (const one of leaving) {
    const reason = state && whyItStays(state, one)
    if (reason) throw new AppError('REGISTRATION.IN_PLAY', { reason })
  }
  for (const one of leaving) {
    const reason = await leaveAuction(services, auction, one, 'system')
    if (reason !== null) throw new AppError('REGISTRATION.IN_PLAY', { reason })
  }
}

/**
 * Takes whatever an entry that was withdrawn, turned away or has lapsed left behind out of the auction, and gives its places back. Repeating it, also at once,
 * is harmless; whoever has entered again meanwhile loses nothing by it (LEAVE-1, LEAVE-3).
 * @throws AppError AUCTION.UNAVAILABLE
 */
export const leaveEvent = async (services: Needed, { id }: Pick<Registration, 'id'>, by: string): Promise<void> => {
  const { mongo, logger } = services
  const registration = await registrationById(mongo, id)
  if (!registration || registration.memberOf !== null || stands(registration.status)) return
  const event = await eventById(mongo, registration.eventId)
  if (!event) return
  const auction = event.auctionId ? await auctionById(mongo, event.auctionId) : null
  if (auction)
    for (const one of [registration, ...(await membersOf(services, registration))]) {
      const why = await leaveAuction(services, auction, one, by)
      if (why !== null) logger.error({ registrationId: one.id, why }, 'Somebody who left is still in the auction')
    }
  for (const holder of event.holders)
    if (holder === id || holder.startsWith(`${id}.`)) await releasePlace(mongo, event.id, registration.kind, holder)
  await restoreReturned(services, event, id)
}

/** A place that nobody has a right to may be on its way to be given back, or just taken for a decision: for so long it is let be. */
const STILL_MS = 60_000

/**
 * Gives back the places of an event that are held under entries which have no right to them, and have been still for a minute: what a crash
 * left behind, or a request that was slower than its worker. @returns how many
 */
export const releaseStrays = async (
  services: Needed,
  { id: eventId }: Pick<Event, 'id'>,
  nowMs: number,
): Promise<number> => {
  const { mongo } = services
  const event = await eventById(mongo, eventId)
  if (!event) return 0
  const held = Map.groupBy(event.holders, (holder) => holder.split('.')[0] ?? holder)
  let released = 0
  for (const registration of await registrationsByIds(mongo, [...held.keys()])) {
    const isOpen = registration.status === 'pending' || registration.updatedAtMs > nowMs - STILL_MS
    if (isOpen || registration.memberOf !== null) continue
    const right = new Set(heldPlaces(entryOf(registration)))
    const strays = held.get(registration.id)?.filter((holder) => !right.has(holder)) ?? []
    for (const stray of strays) await releasePlace(mongo, eventId, registration.kind, stray)
    // Somebody may have decided on that very place meanwhile.
    if (strays.length > 0) await restoreReturned(services, event, registration.id)
    released += strays.length
  }
  return released
}

/** Somebody who entered again while the old entry was being taken out may have lost places or pool to it. */
const restoreReturned = async (services: Needed, event: Event, id: string): Promise<void> => {
  const now = await registrationById(services.mongo, id)
  if (!now || !stands(now.status)) return
  const entry = entryOf(now)
  const places = heldPlaces(entry)
  if (places.length > 0 && (await takePlaces(services.mongo, event.id, now.kind, places)) === 'full')
    services.logger.error({ registrationId: id }, 'An entry that has a right to its place has lost it')
  if (isIn(entry)) await enterAuction(services, event, now, entry)
}

const isIn = ({ stage }: Entry): boolean => stage.is === 'confirmed'

/** Takes one member of a group, who has left it, out of the auction; logged where the auction keeps them. @throws AppError AUCTION.UNAVAILABLE */
export const leaveAuctionOf = async (services: Needed, event: Event, member: Registration): Promise<void> => {
  const auction = event.auctionId ? await auctionById(services.mongo, event.auctionId) : null
  const why = auction && member.kind === 'player' ? await leaveAuction(services, auction, member, 'system') : null
  if (why) services.logger.error({ registrationId: member.id, why }, 'Somebody who left is still in the auction')
}

/** A player who is called or sold meanwhile is looked at again. */
const TRIES = 3

const leaveAuction = async (
  services: Needed,
  auction: Of,
  registration: Registration,
  by: string,
): Promise<string | null> => {
  if (auction.status === 'ended') return null
  for (let attempt = 1; ; attempt += 1) {
    const state = await liveStateOf(services, auction.id)
    if (state.phase.is === 'ended') return null
    const why = whyItStays(state, registration)
    if (why !== null) return why
    try {
      if (registration.kind === 'player') await leaveAsPlayer(services, auction, state, registration.id, by)
      else await removeTeamFrom(services, auction, by, registration.id)
      return null
    } catch (error) {
      const met = error instanceof AppError && error.code === 'AUCTION.REFUSED'
      if (!met || attempt === TRIES) throw error
    }
  }
}

/** Before the start as if he had never been in the pool; afterwards the log keeps that he was. */
const leaveAsPlayer = async (
  services: Needed,
  auction: Of,
  state: AuctionState,
  playerId: string,
  by: string,
): Promise<void> => {
  const player = state.players[playerId]
  if (player?.status.is === 'withdrawn') return
  if (!player || (state.phase.is === 'scheduled' && player.timesCalled === 0)) {
    await removePlayers(services, auction, by, [playerId])
    return
  }
  await command(services.log, auction, by, `leave-${newId()}`, { type: 'WithdrawPlayer', player: playerId })
}

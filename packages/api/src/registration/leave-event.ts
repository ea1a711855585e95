import type { AuctionState } from '@gavel/auction'
import {
  type Auction,
  auctionById,
  changeRegistration,
  eventById,
  newId,
  type Registration,
  registrationById,
  releasePlace,
} from '@gavel/db'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import { removePlayers } from '../pool/remove-players.ts'
import { removeTeamFrom } from '../pool/remove-team.ts'
import { liveStateOf } from '../pool/state-of.ts'
import type { Stores } from '../services.ts'
import { announce, announcement } from './announce.ts'

type Needed = Pick<Stores, 'mongo' | 'log' | 'reach' | 'publisher' | 'logger'>
type Of = Pick<Auction, 'id' | 'eventId' | 'rules' | 'status'>

/** Why an entrant can no longer leave an auction, as a sentence; null where leaving is possible, or has happened (LEAVE-2). */
export const whyItStays = (state: AuctionState, { id, kind }: Pick<Registration, 'id' | 'kind'>): string | null =>
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
 * Takes whoever was withdrawn or rejected out of the auction and gives the place back. Repeating it, also at once, is harmless; whoever was
 * sold in between is confirmed again, and whoever has entered again meanwhile is settled anew (LEAVE-1, LEAVE-3).
 * @returns why the entrant stays; null where it has left
 * @throws AppError AUCTION.UNAVAILABLE
 */
export const leaveEvent = async (services: Needed, registration: Registration, by: string): Promise<string | null> => {
  const { mongo } = services
  const { id, kind, eventId } = registration
  const event = await eventById(mongo, eventId)
  const auction = event?.auctionId ? await auctionById(mongo, event.auctionId) : null
  const why = auction ? await leaveAuction(services, auction, registration, by) : null
  if (why !== null) {
    await changeRegistration(mongo, registration, { status: 'confirmed', reason: null }, null, Date.now())
    return why
  }
  await releasePlace(mongo, eventId, kind, id)
  await settleReturned(services, registration)
  return null
}

/** Somebody who entered again while the old entry was being taken out may have lost place or pool to it. */
const settleReturned = async (services: Needed, { id, version }: Registration): Promise<void> => {
  const now = await registrationById(services.mongo, id)
  if (!now || now.version === version || (now.status !== 'pending' && now.status !== 'confirmed')) return
  const nowMs = Date.now()
  const again = await changeRegistration(services.mongo, now, { status: 'pending' }, announcement(nowMs), nowMs)
  if (again?.message) await announce(services, id, again.message)
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

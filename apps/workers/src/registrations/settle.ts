import { AppError, ensureAuction, enterPool, leaveEvent, type Stores } from '@gavel/api'
import {
  type Auction,
  auctionById,
  changeRegistration,
  type Event,
  eventById,
  type Registration,
  registrationById,
  releasePlace,
  takePlace,
} from '@gavel/db'
import { PermanentError } from '@gavel/messaging'
import { tellSettled } from './tell.ts'

type Verdict = Pick<Registration, 'status' | 'reason'>

/** Somebody who keeps changing the same registration under us is left to the queue's next attempt. */
const TRIES = 5

/**
 * Brings a registration to where it belongs, whatever has been done already: reads it as it is now and acts on that, so messages may
 * come twice, late, or in any order (JOURNEY-3). A pending one takes its place and enters the auction, once its organiser has let it in where
 * the event asks for that; one that finds no place waits; one that the auction refuses is rejected, with the reason. One that was withdrawn
 * or rejected leaves the auction, and its place, whatever its request got done.
 * @throws where a store is away: the message comes again. PermanentError where there is nothing to settle.
 */
export const settleRegistration = async (stores: Stores, registrationId: string): Promise<void> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const registration = await registrationById(stores.mongo, registrationId)
    if (!registration) throw new PermanentError(`there is no registration ${registrationId}`)
    if (registration.status === 'withdrawn' || registration.status === 'rejected')
      return void (await leaveEvent(stores, registration, 'system'))
    if (registration.status !== 'pending') return
    const event = await eventById(stores.mongo, registration.eventId)
    if (!event) throw new PermanentError(`registration ${registrationId} is for an event that does not exist`)
    const verdict = await decide(stores, event, registration)
    const changed = await changeRegistration(stores.mongo, registration, verdict, null, Date.now())
    if (!changed) continue
    stores.logger.info({ registrationId, ...verdict }, 'A registration was settled')
    await stores.reach.tell({ changed: [registration.userId] })
    return tellSettled(stores, event, changed.registration)
  }
  throw new Error(`registration ${registrationId} kept changing`)
}

const decide = async (stores: Stores, event: Event, registration: Registration): Promise<Verdict> => {
  const { id, kind } = registration
  if (event.status === 'cancelled') {
    await releasePlace(stores.mongo, event.id, kind, id)
    return { status: 'rejected', reason: 'The event was cancelled.' }
  }
  const place = await takePlace(stores.mongo, event.id, kind, id)
  if (place === 'full') return { status: 'waitlisted', reason: waitingWords(event, kind) }
  if (asksFor(event, kind) && registration.approvedBy === null)
    return { status: 'awaiting', reason: 'Your place is held until the organiser lets you in.' }
  try {
    await enterPool(stores, await auctionOf(stores, event), registration)
    return { status: 'confirmed', reason: null }
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'AUCTION.REFUSED')) throw error
    // The log is being brought back: that is an outage, not an answer.
    if (error.detail.code === 'NOT_LIVE') throw error
    // The place first: a rejected registration never holds one, whatever ends this process between the two.
    await releasePlace(stores.mongo, event.id, kind, id)
    return { status: 'rejected', reason: error.message }
  }
}

/** Whether the organiser lets each of this kind in. */
export const asksFor = ({ approval }: Pick<Event, 'approval'>, kind: Registration['kind']): boolean =>
  kind === 'player' ? approval.players : approval.owners

const waitingWords = ({ capacity }: Event, kind: Registration['kind']): string =>
  kind === 'player'
    ? `All ${capacity.players} places for players are taken: you are on the waiting list.`
    : `All ${capacity.teams} places for teams are taken: you are on the waiting list.`

const auctionOf = async (stores: Stores, event: Event): Promise<Auction> => {
  const auction = await auctionById(stores.mongo, await ensureAuction(stores, 'system', event))
  if (!auction) throw new Error(`event ${event.id} names an auction that does not exist`)
  return auction
}

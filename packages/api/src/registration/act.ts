import {
  changeRegistration,
  countAhead,
  type Event,
  eventById,
  type OutboxMessage,
  type Registration,
  type RegistrationChange,
  registrationById,
  releasePlace,
  takePlaces,
} from '@gavel/db'
import {
  after,
  type Change,
  type Command,
  type Context,
  decide,
  type Registration as Entry,
  heldPlaces,
  placeIds,
  type Refusal,
  stands,
  wantsPlaces,
} from '@gavel/registration'
import { AppError } from '../errors.ts'
import type { Stores } from '../services.ts'
import { announce, announcement } from './announce.ts'
import { enterAuction } from './enter-pool.ts'
import { entryOf, logOf, projectionOf } from './entry.ts'
import { entryRulesOf } from './entry-rules.ts'
import { leaveAuctionFirst, leaveEvent } from './leave-event.ts'

/** Somebody who keeps changing the same registration under us is asked to try again. */
const TRIES = 8

/** How a registration stands after a command. `changed`: whether this call changed it. */
export type Acted = {
  event: Event
  registration: Registration
  entry: Entry
  changed: boolean
  refusal: Refusal | null
}

/** What is stored beside the changes. `reason`: for the person, where the stage says none. */
type Beside = Pick<RegistrationChange, 'details' | 'joinKey'> & { reason?: string | null }

/**
 * Gives one command to a registration: takes the places that it needs, lets the pure core decide, brings people into the auction before they
 * are confirmed and out of it before they leave, stores the changes with their message, and gives back the places that nobody has a right to.
 * Each step may be the last before a crash; asking again, or twice at once, is harmless.
 * @throws AppError REGISTRATION.NOT_FOUND; REGISTRATION.IN_PLAY where somebody can no longer leave; AUCTION.UNAVAILABLE
 */
export const actOn = async (stores: Stores, id: string, command: Command, beside: Beside = {}): Promise<Acted> => {
  const { mongo } = stores
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const registration = await registrationById(mongo, id)
    const event = registration && (await eventById(mongo, registration.eventId))
    if (!event || registration.memberOf !== null) throw new AppError('REGISTRATION.NOT_FOUND')
    const entry = entryOf(registration)
    const context = await contextOf(stores, event, registration, command)
    const wanted = wantsPlaces(entry, command, context)
    const placesHeld = wanted.length > 0 && (await takePlaces(mongo, event.id, registration.kind, wanted)) === 'held'
    const decided = await decideWithAuction(stores, event, registration, entry, command, { ...context, placesHeld })
    const next = decided.entry
    const done = { event, registration, entry: next, changed: false, refusal: decided.refusal }
    if (decided.changes.length === 0) {
      await giveBack(stores, registration, wanted, next)
      // An earlier try of ours may have brought them into the auction before somebody else ended the entry.
      if (attempt > 1) await leaveEvent(stores, registration, 'system')
      return done
    }
    const stored = await store(stores, event, registration, decided, beside)
    if (!stored) continue
    // The request that sent an entry takes its places before anything is decided.
    const early = entry.stage.is === 'submitted' ? placeIds(entry) : []
    await giveBack(stores, registration, [...wanted, ...early, ...heldPlaces(entry)], next)
    if (stands(next) !== stands(entry) || next.stage.is !== entry.stage.is)
      await stores.reach.tell({ changed: next.seats.flatMap(({ entrant }) => entrant?.person ?? []) })
    if (stored.message) await announce(stores, id, stored.message)
    return { ...done, registration: stored.registration, changed: true }
  }
  throw new AppError('AUCTION.UNAVAILABLE')
}

const contextOf = async (
  { mongo }: Pick<Stores, 'mongo'>,
  event: Event,
  registration: Registration,
  { type }: Command,
): Promise<Context> => {
  // Of these alone the core asks for the line.
  const asks = type === 'Settle' || type === 'HearPaid'
  const ahead = asks ? await countAhead(mongo, registration) : 0
  return { nowMs: Date.now(), rules: entryRulesOf(event), placesHeld: false, ahead }
}

type Decided = { changes: readonly Change[]; entry: Entry; refusal: Refusal | null }

/** What the core decides, once the auction has taken whom it confirms, or let go whom it takes out. */
const decideWithAuction = async (
  stores: Stores,
  event: Event,
  registration: Registration,
  entry: Entry,
  command: Command,
  context: Context,
): Promise<Decided> => {
  const decided = decidedBy(entry, command, context)
  const isIn = entry.stage.is === 'confirmed'
  if (isIn && decided.changes.length > 0) await leaveAuctionFirst(stores, event, registration, decided.entry)
  if (isIn || decided.entry.stage.is !== 'confirmed') return decided
  const refused = await enterAuction(stores, event, registration, decided.entry)
  if (refused === null) return decided
  // The auction does not take them, so they are not confirmed: what was paid goes back.
  const turnedAway = decidedBy(entry, { type: 'TurnAway', by: 'system', why: refused }, context)
  if (turnedAway.refusal === null) return turnedAway
  return decidedBy(entry, command, { ...context, placesHeld: false })
}

const decidedBy = (entry: Entry, command: Command, context: Context): Decided => {
  const decision = decide(entry, command, context)
  if ('refusal' in decision) return { changes: [], entry, refusal: decision.refusal }
  return { changes: decision.changes, entry: after(entry, decision) ?? entry, refusal: null }
}

const store = async (
  { mongo }: Pick<Stores, 'mongo'>,
  event: Event,
  registration: Registration,
  { changes, entry }: Decided,
  { reason = null, ...beside }: Beside,
): Promise<{ registration: Registration; message: OutboxMessage | null } | null> => {
  const nowMs = Date.now()
  // One of before there were changes gets its beginning with its next one.
  const more = registration.changes.length > 0 ? changes : [...logOf(registration), ...changes]
  const change = { ...beside, ...projectionOf(entry, event, reason), more }
  return changeRegistration(mongo, registration, change, announcement(nowMs), nowMs)
}

/** Gives back those of the places that the entry has no right to now. */
const giveBack = async (
  { mongo }: Pick<Stores, 'mongo'>,
  { eventId, kind }: Registration,
  places: readonly string[],
  entry: Entry,
): Promise<void> => {
  const kept = new Set(heldPlaces(entry))
  for (const place of new Set(places)) if (!kept.has(place)) await releasePlace(mongo, eventId, kind, place)
}

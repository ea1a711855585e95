import { actOn, announce, announcement, asksFor, leaveEvent, releaseStrays, type Stores } from '@gavel/api'
import {
  changeRegistration,
  type Event,
  listEvents,
  listRegistrations,
  type Registration,
  type RegistrationKind,
  registrationsDue,
} from '@gavel/db'
import { expireRegistration, moveLine } from './settle.ts'

/** A registration that is pending for so long, with nothing left to send, has lost its message to the parking queue. */
const FORGOTTEN_MS = 60_000
/** Registrations looked at in one turn. */
const BATCH = 200

/**
 * Puts right what crashes and freed places leave behind: takes places back from those who left, gives free ones to those who wait, the
 * longest first, lets those in whom the event asks no longer, and announces pending registrations again whose message was parked (JOURNEY-6,
 * JOURNEY-8, LEAVE-1, APPROVAL-3). @returns how many registrations it moved or announced.
 */
export const reconcileRegistrations = async (stores: Stores, nowMs: number): Promise<number> => {
  let moved = 0
  for (const event of await listEvents(stores.mongo, { statuses: ['published', 'live'] })) {
    await leaveForgotten(stores, event, nowMs)
    await releaseStrays(stores, event, nowMs)
    if (event.status === 'live') continue
    for (const kind of ['player', 'owner'] as const) {
      moved += await moveLine(stores, event, kind)
      if (!asksFor(event, kind)) moved += await letInUnasked(stores, event, kind)
    }
  }
  return moved + (await remindPending(stores, nowMs))
}

/** Ends the offers and holds whose time is up, the longest ago first. @returns how many */
export const expireDue = async (stores: Stores, nowMs: number): Promise<number> => {
  const due = await registrationsDue(stores.mongo, nowMs, BATCH)
  for (const registration of due) await expireRegistration(stores, registration)
  return due.length
}

/** Whoever left and still holds a place has lost its message to the parking queue, and may be in the auction still. */
const leaveForgotten = async (stores: Stores, event: Event, nowMs: number): Promise<void> => {
  const statuses = ['withdrawn', 'rejected', 'lapsed'] as const
  const left = await listRegistrations(stores.mongo, { eventId: event.id, statuses }, BATCH)
  for (const registration of left)
    if (event.holders.includes(registration.id) && isForgotten(registration, nowMs))
      await leaveEvent(stores, registration, 'system')
}

const letInUnasked = async (stores: Stores, event: Event, kind: RegistrationKind): Promise<number> => {
  let moved = 0
  const awaiting = await listRegistrations(stores.mongo, { eventId: event.id, kind, statuses: ['awaiting'] }, BATCH)
  for (const { id, memberOf } of awaiting)
    if (memberOf === null && (await actOn(stores, id, { type: 'Settle' })).changed) moved += 1
  return moved
}

const remindPending = async (stores: Stores, nowMs: number): Promise<number> => {
  const pending = await listRegistrations(stores.mongo, { statuses: ['pending'] }, BATCH)
  let reminded = 0
  for (const registration of pending) {
    if (!isForgotten(registration, nowMs)) continue
    if (await announceAgain(stores, registration, nowMs)) reminded += 1
  }
  return reminded
}

const isForgotten = ({ outbox, updatedAtMs }: Registration, nowMs: number): boolean =>
  outbox.length === 0 && updatedAtMs <= nowMs - FORGOTTEN_MS

const announceAgain = async (stores: Stores, registration: Registration, nowMs: number): Promise<boolean> => {
  const changed = await changeRegistration(stores.mongo, registration, {}, announcement(nowMs), nowMs)
  if (!changed?.message) return false
  await announce(stores, registration.id, changed.message)
  return true
}

import { announce, announcement, leaveEvent, type Stores } from '@gavel/api'
import {
  changeRegistration,
  type Event,
  listEvents,
  listRegistrations,
  type Registration,
  type RegistrationKind,
  takePlace,
} from '@gavel/db'
import { asksFor } from './settle.ts'

/** A registration that is pending for so long, with nothing left to send, has lost its message to the parking queue. */
const FORGOTTEN_MS = 60_000
/** Registrations looked at in one turn. */
const BATCH = 200

/**
 * Puts right what crashes and freed places leave behind: takes places back from those who left, gives free ones to those who wait, the
 * longest first, lets those in whom the event asks no longer, and announces pending registrations again whose message was parked (JOURNEY-6,
 * JOURNEY-8, LEAVE-1, APPROVAL-3). @returns how many registrations were announced.
 */
export const reconcileRegistrations = async (stores: Stores, nowMs: number): Promise<number> => {
  let announced = 0
  for (const event of await listEvents(stores.mongo, { statuses: ['published', 'live'] })) {
    await releaseForgotten(stores, event, nowMs)
    if (event.status === 'live') continue
    for (const kind of ['player', 'owner'] as const) {
      announced += await promoteWaiting(stores, event, kind, nowMs)
      if (!asksFor(event, kind)) announced += await letInUnasked(stores, event, kind, nowMs)
    }
  }
  return announced + (await remindPending(stores, nowMs))
}

/** Whoever left holds no place: one that is still held has lost its message to the parking queue. */
const releaseForgotten = async (stores: Stores, event: Event, nowMs: number): Promise<void> => {
  const left = await listRegistrations(stores.mongo, { eventId: event.id, statuses: ['withdrawn', 'rejected'] }, BATCH)
  for (const registration of left)
    if (event.holders.includes(registration.id) && isForgotten(registration, nowMs))
      await leaveEvent(stores, registration, 'system')
}

const promoteWaiting = async (stores: Stores, event: Event, kind: RegistrationKind, nowMs: number): Promise<number> => {
  let promoted = 0
  const waiting = await listRegistrations(stores.mongo, { eventId: event.id, kind, statuses: ['waitlisted'] }, BATCH)
  for (const registration of waiting) {
    // A place that was held already is one whose announcement a crash prevented.
    if ((await takePlace(stores.mongo, event.id, kind, registration.id)) === 'full') break
    if (await announceAgain(stores, registration, nowMs)) promoted += 1
  }
  return promoted
}

const letInUnasked = async (stores: Stores, event: Event, kind: RegistrationKind, nowMs: number): Promise<number> => {
  let announced = 0
  const awaiting = await listRegistrations(stores.mongo, { eventId: event.id, kind, statuses: ['awaiting'] }, BATCH)
  for (const registration of awaiting) if (await announceAgain(stores, registration, nowMs)) announced += 1
  return announced
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
  const change = { status: 'pending', reason: null } as const
  const changed = await changeRegistration(stores.mongo, registration, change, announcement(nowMs), nowMs)
  if (!changed?.message) return false
  await announce(stores, registration.id, changed.message)
  return true
}

import { announce, announcement, type Stores } from '@gavel/api'
import { changeRegistration, listEvents, listRegistrations, type Registration, takePlace } from '@gavel/db'

/** A registration that is pending for so long, with nothing left to send, has lost its message to the parking queue. */
const FORGOTTEN_MS = 60_000
/** Registrations looked at in one turn. */
const BATCH = 200

/**
 * Puts right what crashes and freed places leave behind: gives free places to those who wait, the longest first, and announces
 * pending registrations again whose message was parked (JOURNEY-6, JOURNEY-8). @returns how many registrations were announced.
 */
export const reconcileRegistrations = async (stores: Stores, nowMs: number): Promise<number> => {
  const promoted = await promoteWaiting(stores, nowMs)
  return promoted + (await remindPending(stores, nowMs))
}

const promoteWaiting = async (stores: Stores, nowMs: number): Promise<number> => {
  let promoted = 0
  for (const event of await listEvents(stores.mongo, { statuses: ['published'] })) {
    for (const kind of ['player', 'owner'] as const) {
      const waiting = await listRegistrations(
        stores.mongo,
        { eventId: event.id, kind, statuses: ['waitlisted'] },
        BATCH,
      )
      for (const registration of waiting) {
        // A place that was held already is one whose announcement a crash prevented.
        if ((await takePlace(stores.mongo, event.id, kind, registration.id)) === 'full') break
        if (await announceAgain(stores, registration, nowMs)) promoted += 1
      }
    }
  }
  return promoted
}

const remindPending = async (stores: Stores, nowMs: number): Promise<number> => {
  const pending = await listRegistrations(stores.mongo, { statuses: ['pending'] }, BATCH)
  let reminded = 0
  for (const registration of pending) {
    if (registration.outbox.length > 0 || registration.updatedAtMs > nowMs - FORGOTTEN_MS) continue
    if (await announceAgain(stores, registration, nowMs)) reminded += 1
  }
  return reminded
}

const announceAgain = async (stores: Stores, registration: Registration, nowMs: number): Promise<boolean> => {
  const change = { status: 'pending', reason: null } as const
  const changed = await changeRegistration(stores.mongo, registration, change, announcement(nowMs), nowMs)
  if (!changed?.message) return false
  await announce(stores, registration.id, changed.message)
  return true
}

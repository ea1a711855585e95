import { actOn, followGroup, leaveEvent, type Stores, settleMoney } from '@gavel/api'
import { type Event, firstInLine, type Registration, registrationById } from '@gavel/db'
import { PermanentError } from '@gavel/messaging'
import { type Registration as Entry, stands } from '@gavel/registration'
import { tellSettled } from './tell.ts'

/**
 * Brings a registration to where it belongs, whatever has been done already: reads it as it is now and acts on that, so messages may
 * come twice, late, or in any order (JOURNEY-3). One that has no place yet takes it, or waits; one that ended leaves the auction and gives its places
 * back, to whoever is first in line; the members of a group follow it, its payments are settled, and its people are told.
 * @throws where a store is away: the message comes again. PermanentError where there is nothing to settle.
 */
export const settleRegistration = async (stores: Stores, registrationId: string): Promise<void> => {
  const found = await registrationById(stores.mongo, registrationId)
  if (!found) throw new PermanentError(`there is no registration ${registrationId}`)
  const id = found.memberOf ?? found.id
  const { event, registration, entry, changed } = await settled(stores, id)
  if (changed) stores.logger.info({ registrationId: id, stage: entry.stage.is }, 'A registration was settled')
  if (!stands(entry)) await leaveEvent(stores, registration, 'system')
  await followGroup(stores, event, registration, entry)
  await tellSettled(stores, event, registration, entry)
  await moveLine(stores, event, registration.kind)
  await settleMoney(stores, entry, event)
}

const settled = async (stores: Stores, id: string) => {
  const acted = await actOn(stores, id, { type: 'Settle' })
  const undecided = stands(acted.entry) && acted.entry.stage.is !== 'confirmed'
  if (acted.event.status !== 'cancelled' || !undecided) return acted
  return actOn(stores, id, { type: 'TurnAway', by: 'system', why: 'The event was cancelled.' })
}

/** More than the places of any event: a line that moves for ever is a bug. */
const MOST_MOVES = 5_000

/** Gives the places that are free to those who wait, the longest first (LINE-2). @returns how many left the line */
export const moveLine = async (stores: Stores, event: Event, kind: Registration['kind']): Promise<number> => {
  if (event.status !== 'published') return 0
  let moved = 0
  for (; moved < MOST_MOVES; moved += 1) {
    const first = await firstInLine(stores.mongo, event.id, kind)
    if (!first) break
    const { changed } = await actOn(stores, first.id, { type: 'Settle' })
    if (!changed) break
  }
  return moved
}

/** Ends an offer or a hold whose time is up. Harmless where somebody was quicker. */
export const expireRegistration = async (stores: Stores, { id }: Pick<Registration, 'id'>): Promise<Entry> =>
  (await actOn(stores, id, { type: 'Expire' })).entry

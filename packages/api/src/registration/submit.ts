import {
  changeRegistration,
  type Event,
  insertRegistration,
  newId,
  type OwnerDetails,
  type PlayerDetails,
  type Registration,
  takePlace,
} from '@gavel/db'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { announce, announcement } from './announce.ts'
import { stands } from './standing.ts'

/**
 * Enters a person into an event: stores the registration with its message, takes the place, publishes. Each step may be the last
 * before a crash; the worker and the sweepers go on from there. Sending the same form twice gives one registration (JOURNEY-1), and an
 * entry that was rejected or withdrawn may be sent again with other details.
 * @throws AppError EVENT.NOT_OPEN
 */
export const submitRegistration = async (
  services: Pick<Services, 'mongo' | 'publisher' | 'logger'>,
  event: Pick<Event, 'id' | 'status'>,
  userId: string,
  details: PlayerDetails | OwnerDetails,
): Promise<Registration> => {
  if (event.status !== 'published') throw new AppError('EVENT.NOT_OPEN')
  const { mongo } = services
  const nowMs = Date.now()
  const stored = await insertRegistration(
    mongo,
    { id: newId(), eventId: event.id, userId, details },
    announcement(nowMs),
    nowMs,
  )
  const again =
    stored.message === null && !stands(stored.registration.status)
      ? await changeRegistration(
          mongo,
          stored.registration,
          { status: 'pending', reason: null, approvedBy: null, details },
          announcement(nowMs),
          nowMs,
        )
      : null
  const { registration, message } = again ?? stored
  if (message === null) return registration
  // The place first: who came first has it, however the queue orders the messages. The worker asks again where this fails.
  await takePlace(mongo, event.id, registration.kind, registration.id)
  await announce(services, registration.id, message)
  return registration
}

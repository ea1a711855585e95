import { clearOutbox, type OutboxMessage } from '@gavel/db'
import { isRoutingKey, type RoutingKey } from '@gavel/messaging'
import type { Services } from '../services.ts'

/** The routing key that tells of a new or changed registration. */
const SUBMITTED: RoutingKey = 'registration.submitted'

/** A request publishes at once and within 2 s; after that its message belongs to the sweeper. */
const REQUEST_LEASE_MS = 10_000

/** The message to store along with a change of a registration, leased to the caller. */
export const announcement = (nowMs: number) => ({ key: SUBMITTED, leasedUntilMs: nowMs + REQUEST_LEASE_MS })

/**
 * Publishes one message of a registration's outbox and takes it out. False where the broker did not take it, or was not asked; it
 * stays, and the sweeper sends it after its lease. Sending it twice is harmless.
 */
export const announce = async (
  { mongo, publisher, logger }: Pick<Services, 'mongo' | 'publisher' | 'logger'>,
  registrationId: string,
  message: OutboxMessage,
): Promise<boolean> => {
  const { id, key, version } = message
  if (!isRoutingKey(key)) {
    logger.error({ registrationId, key }, 'An outbox holds a message of an unknown kind')
    return false
  }
  try {
    await publisher.publish(key, { registrationId, version }, id)
    await clearOutbox(mongo, registrationId, id)
    return true
  } catch (error) {
    logger.warn({ err: error, registrationId }, 'A message was not published yet: the outbox keeps it')
    return false
  }
}

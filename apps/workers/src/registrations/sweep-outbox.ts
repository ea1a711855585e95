import { announce, type Stores } from '@gavel/api'
import { metrics } from '@gavel/config'
import { claimOutbox } from '@gavel/db'

/** Longer than publishing a whole batch takes; what is left then is claimed again. */
const LEASE_MS = 30_000
const BATCH = 100

/**
 * Publishes the messages of registrations that their requests could not (JOURNEY-4). While the broker is away nothing is claimed, so that
 * no lease has to run out once it is back. @returns how many were published.
 */
export const sweepOutbox = async (stores: Stores, nowMs: number): Promise<number> => {
  try {
    await stores.publisher.ping()
  } catch (error) {
    stores.logger.debug({ err: error }, 'The outbox waits for RabbitMQ')
    return 0
  }
  const claimed = await claimOutbox(stores.mongo, { nowMs, leaseMs: LEASE_MS, limit: BATCH })
  let published = 0
  for (const { registrationId, message } of claimed) if (await announce(stores, registrationId, message)) published += 1
  metrics.outboxPending.set(claimed.length - published)
  return published
}

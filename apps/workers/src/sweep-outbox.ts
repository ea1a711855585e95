import { announce, announceEnd, type Stores } from '@gavel/api'
import { metrics } from '@gavel/config'
import { claimAuctionOutbox, claimOutbox } from '@gavel/db'

/** Longer than publishing a whole batch takes; what is left then is claimed again. */
const LEASE_MS = 30_000
const BATCH = 100

/**
 * Publishes the messages of outboxes: of registrations that their requests could not publish (JOURNEY-4), and of auctions that ended
 * (SEASON-1). While the broker is away nothing is claimed, so that no lease has to run out once it is back.
 * @returns how many were published.
 */
export const sweepOutbox = async (stores: Stores, nowMs: number): Promise<number> => {
  try {
    await stores.publisher.ping()
  } catch (error) {
    stores.logger.debug({ err: error }, 'The outbox waits for RabbitMQ')
    return 0
  }
  const claim = { nowMs, leaseMs: LEASE_MS, limit: BATCH }
  const registrations = await claimOutbox(stores.mongo, claim)
  const ends = await claimAuctionOutbox(stores.mongo, claim)
  let published = 0
  for (const { registrationId, message } of registrations)
    if (await announce(stores, registrationId, message)) published += 1
  for (const { auctionId, message } of ends) if (await announceEnd(stores, auctionId, message)) published += 1
  metrics.outboxPending.set(registrations.length + ends.length - published)
  return published
}

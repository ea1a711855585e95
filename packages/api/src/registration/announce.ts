import { clearOutbox, type OutboxMessage } from '@gavel/db'
import type { RoutingKey } from '@gavel/messaging'
import { publishKept } from '../outbox.ts'
import type { Stores } from '../services.ts'

/** The routing key that tells of a new or changed registration. */
const SUBMITTED: RoutingKey = 'registration.submitted'

/** A request publishes at once and within 2 s; after that its message belongs to the sweeper. */
const REQUEST_LEASE_MS = 10_000

/** The message to store along with a change of a registration, leased to the caller. */
export const announcement = (nowMs: number) => ({ key: SUBMITTED, leasedUntilMs: nowMs + REQUEST_LEASE_MS })

/** Publishes one message of a registration's outbox and takes it out. False where it stays for the sweeper. */
export const announce = (
  stores: Pick<Stores, 'mongo' | 'publisher' | 'logger'>,
  registrationId: string,
  message: OutboxMessage,
): Promise<boolean> =>
  publishKept(
    stores,
    message,
    (key) => (key === SUBMITTED ? { registrationId, version: message.version } : null),
    () => clearOutbox(stores.mongo, registrationId, message.id),
  )

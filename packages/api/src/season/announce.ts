import { clearAuctionOutbox, type OutboxMessage } from '@gavel/db'
import type { RoutingKey } from '@gavel/messaging'
import { publishKept } from '../outbox.ts'
import type { Stores } from '../services.ts'

/** The routing key that tells that an auction is over. */
const COMPLETED: RoutingKey = 'auction.completed'

/** The message to store along with an auction's end. @param version the seq of its last entry. */
export const auctionCompleted = (version: number) => ({ key: COMPLETED, version })

/** Publishes one message of an auction's outbox and takes it out. False where it stays for the sweeper. */
export const announceEnd = (
  stores: Pick<Stores, 'mongo' | 'publisher' | 'logger'>,
  auctionId: string,
  message: OutboxMessage,
): Promise<boolean> =>
  publishKept(
    stores,
    message,
    (key) => (key === COMPLETED ? { auctionId, version: message.version } : null),
    () => clearAuctionOutbox(stores.mongo, auctionId, message.id),
  )

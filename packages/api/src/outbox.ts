import { isRoutingKey, type Payload, type RoutingKey } from '@gavel/messaging'
import type { Stores } from './services.ts'

/**
 * Publishes a message that an outbox keeps, then takes it out. False where the broker did not take it, or was not asked; it stays, and
 * the sweeper sends it after its lease. Sending it twice is harmless.
 * @param read makes the payload of a key; null for a key that this outbox never holds.
 */
export const publishKept = async (
  { publisher, logger }: Pick<Stores, 'publisher' | 'logger'>,
  message: { id: string; key: string },
  read: (key: RoutingKey) => Payload<RoutingKey> | null,
  clear: () => Promise<void>,
): Promise<boolean> => {
  const { id, key } = message
  const payload = isRoutingKey(key) ? read(key) : null
  if (!isRoutingKey(key) || payload === null) {
    logger.error({ messageId: id, key }, 'An outbox holds a message of an unknown kind')
    return false
  }
  try {
    await publisher.publish(key, payload, id)
    await clear()
    return true
  } catch (error) {
    logger.warn({ err: error, messageId: id, key, payload }, 'A message was not published yet: the outbox keeps it')
    return false
  }
}

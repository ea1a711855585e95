import { randomUUID } from 'node:crypto'
import { currentRequestId, isNamed, type Logger, metrics, REQUEST_ID_HEADER } from '@gavel/config'
import type { ConfirmChannel } from 'amqplib'
import { openConnection } from './connection.ts'
import { type Payload, payloads, type RoutingKey } from './payloads.ts'
import { assertTopology, type TopologyOptions, topologyOf } from './topology.ts'

/** The broker did not take the message into a queue. It may be published again: consumers bear doubles. */
export class PublishError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, 'PublishError')
  }

  override name = 'PublishError'
}

export type Publisher = {
  /**
   * Resolves once a queue has the message on disk. Fails at once where the broker is away: whoever publishes keeps the message in an
   * outbox, and a sweeper tries again.
   * @param id names the message in logs and in the broker; the same message keeps it over repeats.
   * @throws PublishError where the broker is away, refuses, has no queue for the key, or is silent for too long.
   */
  publish: <Key extends RoutingKey>(key: Key, payload: Payload<Key>, id: string) => Promise<void>
  /** Resolves while the broker is connected, for readiness. @throws PublishError */
  ping: () => Promise<void>
  close: () => Promise<void>
}

const CONFIRM_TIMEOUT_MS = 2_000
const PUBLISH_HEADER = 'x-publish-id'

/** Opens a publisher; it connects in the background and stays connected. */
export const openPublisher = async (options: { url: string; logger: Logger } & TopologyOptions): Promise<Publisher> => {
  const topology = topologyOf(options)
  let channel: ConfirmChannel | null = null
  const unroutable = new Set<string>()

  const connection = await openConnection({
    url: options.url,
    logger: options.logger,
    name: 'gavel-publisher',
    setup: async (model) => {
      const opened = await model.createConfirmChannel()
      opened.on('error', (error) => options.logger.warn({ err: error }, 'The publishing channel failed'))
      // A channel may die alone; ending its connection lets one path, the reconnect, repair both.
      opened.on('close', () => {
        if (channel !== opened) return
        channel = null
        model.close().catch(() => {})
      })
      // The broker sends a return before the confirm of the same message.
      opened.on('return', (message) => unroutable.add(String(message.properties.headers?.[PUBLISH_HEADER])))
      await assertTopology(opened, topology)
      channel = opened
    },
    lost: () => {
      channel = null
    },
  })

  return {
    publish: async (key, payload, id) => {
      const body = Buffer.from(JSON.stringify(payloads[key].parse(payload)))
      if (!channel) throw new PublishError('RabbitMQ is not connected')
      const publishId = randomUUID()
      const requestId = currentRequestId()
      const headers = { [PUBLISH_HEADER]: publishId, ...(requestId ? { [REQUEST_ID_HEADER]: requestId } : {}) }
      try {
        await confirmed(channel, (done, open) =>
          open.publish(
            topology.exchange,
            key,
            body,
            { mandatory: true, persistent: true, contentType: 'application/json', messageId: id, headers },
            done,
          ),
        )
        if (unroutable.has(publishId)) throw new PublishError(`no queue takes ${key}`)
        metrics.outboxPublished.inc({ key })
      } finally {
        unroutable.delete(publishId)
      }
    },
    ping: async () => {
      if (!channel) throw new PublishError('RabbitMQ is not connected')
    },
    close: async () => {
      channel = null
      await connection.close()
    },
  }
}

/** Hands a message to a confirm channel and waits, bounded, for the broker's word. @throws PublishError */
export const confirmed = (
  channel: ConfirmChannel,
  send: (done: (error: unknown) => void, channel: ConfirmChannel) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new PublishError(`RabbitMQ did not confirm within ${CONFIRM_TIMEOUT_MS} ms`)),
      CONFIRM_TIMEOUT_MS,
    )
    const done = (error: unknown) => {
      clearTimeout(timer)
      if (error) reject(new PublishError('RabbitMQ did not take the message', { cause: error }))
      else resolve()
    }
    try {
      send(done, channel)
    } catch (error) {
      done(error)
    }
  })

import { type Logger, REQUEST_ID_HEADER, requestIdFrom, withRequestId } from '@gavel/config'
import type { ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib'
import { openConnection } from './connection.ts'
import { assertTopology, type Topology } from './topology.ts'

export type Consumer = {
  /** Resolves while messages can arrive, for readiness. */
  ping: () => Promise<void>
  /** Takes no further message, lets the running ones finish, then disconnects. */
  close: () => Promise<void>
}

type SubscriptionOptions<Queue extends string> = {
  url: string
  logger: Logger
  /** Said in logs and in the broker's list of connections. */
  name: string
  topology: Topology
  /** Names on the broker, by what `onMessage` is told. */
  queues: readonly { queue: Queue; name: string }[]
  /** Messages handled at once. */
  prefetch: number
  /** Acknowledges the message when it has been dealt with; never throws. */
  onMessage: (channel: ConfirmChannel, queue: Queue, message: ConsumeMessage) => Promise<void>
}

/** Feeds a handler from queues, for ever: reconnects and resubscribes where the broker goes away. */
export const openSubscription = async <Queue extends string>(
  options: SubscriptionOptions<Queue>,
): Promise<Consumer> => {
  const { logger, name } = options
  const running = new Set<Promise<void>>()
  let closing = false
  let subscribed: { channel: ConfirmChannel; tags: string[] } | null = null

  const subscribe = async (model: ChannelModel) => {
    const channel = await model.createConfirmChannel()
    const restart = () => {
      if (subscribed?.channel !== channel) return
      subscribed = null
      if (!closing) model.close().catch(() => {})
    }
    channel.on('error', (error) => logger.warn({ err: error, consumer: name }, 'The consuming channel failed'))
    channel.on('close', restart)
    await assertTopology(channel, options.topology)
    await channel.prefetch(options.prefetch)
    const tags: string[] = []
    for (const { queue, name: on } of options.queues) {
      const { consumerTag } = await channel.consume(on, (message) => {
        // The broker cancels a consumer by a null, as when its queue is deleted: subscribe anew.
        if (message === null) return restart()
        const requestId = requestIdFrom(message.properties.headers?.[REQUEST_ID_HEADER])
        const work = withRequestId(requestId, () => options.onMessage(channel, queue, message))
        running.add(work)
        work.finally(() => running.delete(work))
      })
      tags.push(consumerTag)
    }
    subscribed = { channel, tags }
  }

  const connection = await openConnection({
    url: options.url,
    logger,
    name: `gavel-consumer ${name}`,
    setup: subscribe,
    lost: () => {
      subscribed = null
    },
  })

  return {
    ping: async () => {
      if (!subscribed) throw new Error('not subscribed to RabbitMQ')
    },
    close: async () => {
      closing = true
      for (const tag of subscribed?.tags ?? []) await subscribed?.channel.cancel(tag).catch(() => {})
      await Promise.allSettled(running)
      await connection.close()
    },
  }
}

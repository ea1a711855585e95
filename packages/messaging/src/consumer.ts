import { type Logger, metrics, REQUEST_ID_HEADER, requestIdFrom, withRequestId } from '@gavel/config'
import type { ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib'
import { openConnection } from './connection.ts'
import { isRoutingKey, type Payload, payloads } from './payloads.ts'
import { confirmed } from './publisher.ts'
import { assertTopology, type KeyOf, type QueueName, type TopologyOptions, topologyOf } from './topology.ts'

/** Thrown by a handler that knows that no repeat can help: the message is parked at once. */
export class PermanentError extends Error {
  override name = 'PermanentError'
}

export type Consumer = {
  /** Resolves while messages can arrive, for readiness. */
  ping: () => Promise<void>
  /** Takes no further message, lets the running ones finish, then disconnects. */
  close: () => Promise<void>
}

export type ConsumerOptions<Queue extends QueueName> = {
  url: string
  logger: Logger
  queue: Queue
  /** Messages handled at once. */
  prefetch: number
  /** Must bear doubles: a message comes again where its acknowledgement got lost. */
  handle: (payload: Payload<KeyOf<Queue>>, key: KeyOf<Queue>) => Promise<void>
} & TopologyOptions

const ATTEMPT_HEADER = 'x-attempt'
const REASON_HEADER = 'x-reason'
/** A message that rests is sent by the name of its queue; this keeps the routing key that it first came with. */
const KEY_HEADER = 'x-first-key'

/**
 * Feeds a handler from a queue, for ever: reconnects and resubscribes where the broker goes away. A handler that throws gets the
 * message again after each of the topology's delays, then the message is parked; so are one that nobody can read and one whose
 * handler throws {@link PermanentError}. A message is acknowledged only after the handler, or the queue it moves to, has it.
 */
export const openConsumer = async <Queue extends QueueName>(options: ConsumerOptions<Queue>): Promise<Consumer> => {
  const { logger, queue } = options
  const topology = topologyOf(options)
  const running = new Set<Promise<void>>()
  let closing = false
  let subscribed: { channel: ConfirmChannel; tag: string } | null = null

  const moveTo = (channel: ConfirmChannel, target: string, message: ConsumeMessage, headers: Record<string, unknown>) =>
    confirmed(channel, (done, open) =>
      open.sendToQueue(
        target,
        message.content,
        {
          persistent: true,
          contentType: 'application/json',
          messageId: message.properties.messageId,
          headers: { ...message.properties.headers, ...headers },
        },
        done,
      ),
    )

  const afterFailure = async (channel: ConfirmChannel, message: ConsumeMessage, error: unknown) => {
    const attempt = Number(message.properties.headers?.[ATTEMPT_HEADER] ?? 1)
    const delayMs = error instanceof PermanentError ? undefined : topology.retryDelaysMs[attempt - 1]
    const reason = error instanceof Error ? error.message : String(error)
    const outcome = delayMs === undefined ? 'parked' : 'retried'
    const target = delayMs === undefined ? topology.parkingQueue(queue) : topology.retryQueue(queue, delayMs)
    await moveTo(channel, target, message, {
      [KEY_HEADER]: keyOf(message),
      [ATTEMPT_HEADER]: attempt + 1,
      [REASON_HEADER]: reason.slice(0, 500),
    })
    metrics.jobs.inc({ queue, outcome })
    const words = outcome === 'parked' ? 'A message was parked' : 'A message failed and will come again'
    logger[outcome === 'parked' ? 'error' : 'warn']({ err: error, queue, attempt, delayMs }, words)
  }

  const handleOne = async (channel: ConfirmChannel, message: ConsumeMessage): Promise<void> => {
    const stopTimer = metrics.jobSeconds.startTimer({ queue })
    try {
      try {
        const { key, payload } = parse(message)
        await options.handle(payload as Payload<KeyOf<Queue>>, key as KeyOf<Queue>)
        metrics.jobs.inc({ queue, outcome: 'done' })
      } catch (error) {
        await afterFailure(channel, message, error)
      }
      channel.ack(message)
    } catch (error) {
      // The channel is gone: the broker gives the message, unacknowledged, to the next subscriber.
      logger.warn({ err: error, queue }, 'A message could not be acknowledged and will come again')
    } finally {
      stopTimer()
    }
  }

  const subscribe = async (model: ChannelModel) => {
    const channel = await model.createConfirmChannel()
    const restart = () => {
      if (subscribed?.channel !== channel) return
      subscribed = null
      if (!closing) model.close().catch(() => {})
    }
    channel.on('error', (error) => logger.warn({ err: error, queue }, 'The consuming channel failed'))
    channel.on('close', restart)
    await assertTopology(channel, topology)
    await channel.prefetch(options.prefetch)
    const { consumerTag } = await channel.consume(topology.queue(queue), (message) => {
      // The broker cancels a consumer by a null, as when its queue is deleted: subscribe anew.
      if (message === null) return restart()
      const requestId = requestIdFrom(message.properties.headers?.[REQUEST_ID_HEADER])
      const work = withRequestId(requestId, () => handleOne(channel, message))
      running.add(work)
      work.finally(() => running.delete(work))
    })
    subscribed = { channel, tag: consumerTag }
  }

  const connection = await openConnection({
    url: options.url,
    logger,
    name: `gavel-consumer ${queue}`,
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
      await subscribed?.channel.cancel(subscribed.tag).catch(() => {})
      await Promise.allSettled(running)
      await connection.close()
    },
  }
}

const keyOf = (message: ConsumeMessage): string =>
  String(message.properties.headers?.[KEY_HEADER] ?? message.fields.routingKey)

const parse = (message: ConsumeMessage): { key: string; payload: unknown } => {
  const key = keyOf(message)
  if (!isRoutingKey(key)) throw new PermanentError(`unknown routing key ${key}`)
  try {
    return { key, payload: payloads[key].parse(JSON.parse(message.content.toString('utf8'))) }
  } catch (error) {
    throw new PermanentError('the message cannot be read', { cause: error })
  }
}

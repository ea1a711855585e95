import { type Logger, metrics } from '@gavel/config'
import type { ConfirmChannel, ConsumeMessage } from 'amqplib'
import { ATTEMPT_HEADER, firstKeyOf, KEY_HEADER, REASON_HEADER } from './headers.ts'
import { isRoutingKey, type Payload, payloads } from './payloads.ts'
import { confirmed } from './publisher.ts'
import { type Consumer, openSubscription } from './subscription.ts'
import { type KeyOf, type QueueName, type TopologyOptions, topologyOf } from './topology.ts'

/** Thrown by a handler that knows that no repeat can help: the message is parked at once. */
export class PermanentError extends Error {
  override name = 'PermanentError'
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

/**
 * Feeds a handler from a queue, for ever: reconnects and resubscribes where the broker goes away. A handler that throws gets the
 * message again after each of the topology's delays, then the message is parked; so are one that nobody can read and one whose
 * handler throws {@link PermanentError}. A message is acknowledged only after the handler, or the queue it moves to, has it.
 */
export const openConsumer = async <Queue extends QueueName>(options: ConsumerOptions<Queue>): Promise<Consumer> => {
  const { logger, queue } = options
  const topology = topologyOf(options)

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
      [KEY_HEADER]: firstKeyOf(message),
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

  return openSubscription({
    url: options.url,
    logger,
    name: queue,
    topology,
    queues: [{ queue, name: topology.queue(queue) }],
    prefetch: options.prefetch,
    onMessage: (channel, _, message) => handleOne(channel, message),
  })
}

const parse = (message: ConsumeMessage): { key: string; payload: unknown } => {
  const key = firstKeyOf(message)
  if (!isRoutingKey(key)) throw new PermanentError(`unknown routing key ${key}`)
  try {
    return { key, payload: payloads[key].parse(JSON.parse(message.content.toString('utf8'))) }
  } catch (error) {
    throw new PermanentError('the message cannot be read', { cause: error })
  }
}

import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Logger, metrics, REQUEST_ID_HEADER, requestIdFrom } from '@gavel/config'
import type { ConfirmChannel, ConsumeMessage } from 'amqplib'
import { z } from 'zod'
import { ATTEMPT_HEADER, firstKeyOf, KEY_HEADER, REASON_HEADER } from './headers.ts'
import { isRoutingKey, payloads } from './payloads.ts'
import { type Consumer, openSubscription } from './subscription.ts'
import { QUEUE_NAMES, type QueueName, type TopologyOptions, topologyOf } from './topology.ts'

/** A message that its queue has given up. */
export type Parked = {
  /** The same for every message about the same thing in the same queue, so that one that comes again is one more time, not one more. */
  id: string
  queue: QueueName
  /** The routing key that it first came with. */
  key: string
  body: string
  reason: string
  attempts: number
  requestId: string | null
}

const PREFETCH = 16
/** A store that is away is asked again, ever more slowly; the message is held meanwhile, neither answered nor handed back. */
const RETRY = { firstMs: 500, maxMs: 15_000 }

/**
 * Empties the parking queues into a store where people can read them: a message is acknowledged once `store` has it. Reading a parking
 * queue in place would not do, for taking a message and handing it back counts as a delivery, and a quorum queue drops what was delivered
 * too often (PARK-1).
 */
export const openParking = async (
  options: {
    url: string
    logger: Logger
    /** Resolves once the message is stored durably; is called again until it is. */
    store: (parked: Parked) => Promise<void>
  } & TopologyOptions,
): Promise<Consumer> => {
  const { logger, store } = options
  const topology = topologyOf(options)
  const stopping = new AbortController()

  const keep = async (channel: ConfirmChannel, queue: QueueName, message: ConsumeMessage): Promise<void> => {
    const parked = parkedOf(queue, message)
    if (!(await stored(parked))) return
    metrics.jobs.inc({ queue: topology.parkingQueue(queue), outcome: 'done' })
    logger.warn({ queue, parkedId: parked.id, reason: parked.reason }, 'A parked message waits for an operator')
    try {
      channel.ack(message)
    } catch (error) {
      // The channel is gone: the message comes again, and is stored as the same one.
      logger.warn({ err: error, queue }, 'A parked message could not be acknowledged and will come again')
    }
  }

  /** False where this process ends first: the broker gives the message to the next one. */
  const stored = async (parked: Parked): Promise<boolean> => {
    for (let waitMs = RETRY.firstMs; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, RETRY.maxMs)) {
      try {
        await store(parked)
        return true
      } catch (error) {
        logger.warn({ err: error, queue: parked.queue }, 'A parked message could not be stored yet')
        await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
    return false
  }

  const consumer = await openSubscription({
    url: options.url,
    logger,
    name: 'parking',
    topology,
    queues: QUEUE_NAMES.map((queue) => ({ queue, name: topology.parkingQueue(queue) })),
    prefetch: PREFETCH,
    onMessage: keep,
  })
  return {
    ping: consumer.ping,
    close: () => {
      stopping.abort()
      return consumer.close()
    },
  }
}

const parkedOf = (queue: QueueName, message: ConsumeMessage): Parked => {
  const headers = message.properties.headers ?? {}
  const [death] = deaths.catch([]).parse(headers['x-death'])
  // What the broker itself gave up comes by the parking queue's name, and no handler has said why.
  const key = headers[KEY_HEADER] === undefined && death ? death['routing-keys'][0] : firstKeyOf(message)
  const body = message.content.toString('utf8')
  const reason = headers[REASON_HEADER]
  const requestId = headers[REQUEST_ID_HEADER]
  const attempt = Number(headers[ATTEMPT_HEADER] ?? 2)
  return {
    id: createHash('sha256')
      .update(`${queue}\n${key}\n${subjectOf(key, body)}`)
      .digest('hex')
      .slice(0, 32),
    queue,
    key,
    body,
    reason: typeof reason === 'string' ? reason : 'It ended its worker again and again without an answer.',
    // A message carries the number of its next attempt.
    attempts: attempt - 1,
    requestId: requestId === undefined ? null : requestIdFrom(requestId),
  }
}

const deaths = z.array(z.looseObject({ 'routing-keys': z.tuple([z.string()], z.string()) })).max(1_000)

/** What a message is about, whichever version of it: its payload but for the version, or the whole body where nobody can read it. */
const subjectOf = (key: string, body: string): string => {
  if (!isRoutingKey(key)) return body
  try {
    const { version: _, ...about } = payloads[key].parse(JSON.parse(body))
    return JSON.stringify(about)
  } catch {
    return body
  }
}

import { type Channel, connect } from 'amqplib'
import type { RoutingKey } from './payloads.ts'

/** How long a message rests before each further attempt. Their number bounds the attempts: one more than there are delays. */
const RETRY_DELAYS_MS = [1_000, 5_000, 30_000, 120_000] as const

/** A message that ends its consumer this often without an answer is dead-lettered, so that it cannot end every worker in turn. */
const DELIVERY_LIMIT = 20

/** The work that each queue holds: which routing keys it is bound to. */
const QUEUES = {
  'auction.registrations': ['registration.submitted'],
  'season.squads': ['auction.completed'],
} as const satisfies Record<string, readonly RoutingKey[]>
export type QueueName = keyof typeof QUEUES
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[]
/** The routing keys whose messages come out of a queue. */
export type KeyOf<Queue extends QueueName> = (typeof QUEUES)[Queue][number]

export type TopologyOptions = {
  /** Put before every name, so that tests share a broker without meeting each other. */
  prefix?: string
  retryDelaysMs?: readonly number[]
}

/** The names of everything that Gavel declares on the broker; nothing else makes one up. */
export type Topology = {
  exchange: string
  deadLetterExchange: string
  retryDelaysMs: readonly number[]
  queue: (queue: QueueName) => string
  /** Where a message rests for that long before it comes back to the queue. */
  retryQueue: (queue: QueueName, delayMs: number) => string
  /** Where a message that cannot be handled waits for a person. */
  parkingQueue: (queue: QueueName) => string
}

export const topologyOf = ({ prefix = '', retryDelaysMs = RETRY_DELAYS_MS }: TopologyOptions = {}): Topology => ({
  exchange: `${prefix}gavel`,
  deadLetterExchange: `${prefix}gavel.dead`,
  retryDelaysMs,
  queue: (queue) => `${prefix}${queue}`,
  retryQueue: (queue, delayMs) => `${prefix}${queue}.retry.${delayMs}`,
  parkingQueue: (queue) => `${prefix}${queue}.parked`,
})

/** At-least-once dead-lettering keeps a message until its next queue has it, and wants a queue that refuses rather than drops. */
const deadLetterTo = (exchange: string, routingKey: string) => ({
  'x-queue-type': 'quorum',
  'x-dead-letter-exchange': exchange,
  'x-dead-letter-routing-key': routingKey,
  'x-dead-letter-strategy': 'at-least-once',
  'x-overflow': 'reject-publish',
})

/** Declares exchanges, queues and bindings. Repeating it changes nothing. @throws when the broker holds one with other settings. */
export const assertTopology = async (channel: Channel, topology: Topology): Promise<void> => {
  await channel.assertExchange(topology.exchange, 'topic', { durable: true })
  await channel.assertExchange(topology.deadLetterExchange, 'direct', { durable: true })
  for (const [name, keys] of Object.entries(QUEUES) as [QueueName, readonly RoutingKey[]][]) {
    const queue = topology.queue(name)
    const parking = topology.parkingQueue(name)
    await channel.assertQueue(parking, { durable: true, arguments: { 'x-queue-type': 'quorum' } })
    await channel.bindQueue(parking, topology.deadLetterExchange, queue)
    await channel.assertQueue(queue, {
      durable: true,
      arguments: { ...deadLetterTo(topology.deadLetterExchange, queue), 'x-delivery-limit': DELIVERY_LIMIT },
    })
    for (const key of keys) await channel.bindQueue(queue, topology.exchange, key)
    for (const delayMs of topology.retryDelaysMs)
      await channel.assertQueue(topology.retryQueue(name, delayMs), {
        durable: true,
        // The default exchange reaches every queue by its own name.
        arguments: { ...deadLetterTo('', queue), 'x-message-ttl': delayMs },
      })
  }
}

/** Removes everything that {@link assertTopology} makes, with its messages: for tests, which own their prefix. */
export const deleteTopology = async (url: string, options: TopologyOptions & { prefix: string }): Promise<void> => {
  const topology = topologyOf(options)
  const connection = await connect(url)
  try {
    const channel = await connection.createChannel()
    for (const name of QUEUE_NAMES) {
      const retries = topology.retryDelaysMs.map((delayMs) => topology.retryQueue(name, delayMs))
      for (const queue of [topology.queue(name), topology.parkingQueue(name), ...retries])
        await channel.deleteQueue(queue)
    }
    await channel.deleteExchange(topology.exchange)
    await channel.deleteExchange(topology.deadLetterExchange)
  } finally {
    await connection.close()
  }
}

import { randomUUID } from 'node:crypto'
import { createLogger, loadEnvPart } from '@gavel/config'
import { connect } from 'amqplib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  deleteTopology,
  openConsumer,
  openParking,
  openPublisher,
  type Parked,
  PermanentError,
  topologyOf,
} from './index.ts'

const { rabbitmqUrl: url } = loadEnvPart(['rabbitmqUrl'])
const logger = createLogger('test')
logger.level = 'silent'
const QUEUE = 'auction.registrations'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const isolated = () => {
  const options = { prefix: `t${randomUUID().slice(0, 8)}.`, retryDelaysMs: [50] }
  cleanups.push(() => deleteTopology(url, options))
  return options
}
type Options = ReturnType<typeof isolated>

const opened = async <Party extends { ping: () => Promise<void>; close: () => Promise<void> }>(
  opening: Promise<Party>,
): Promise<Party> => {
  const party = await opening
  cleanups.push(() => party.close())
  await vi.waitFor(() => party.ping(), { timeout: 60_000 })
  return party
}
const failing = (options: Options) =>
  opened(
    openConsumer({
      url,
      logger,
      queue: QUEUE,
      prefetch: 8,
      handle: async ({ registrationId }) => {
        throw new PermanentError(`nothing helps ${registrationId}`)
      },
      ...options,
    }),
  )
const parking = (options: Options, store: (parked: Parked) => Promise<void>) =>
  opened(openParking({ url, logger, store, ...options }))

/** How many messages the broker holds in the parking queue, taken ones included. */
const leftInQueue = async (options: Options) => {
  const connection = await connect(url)
  try {
    const channel = await connection.createChannel()
    return (await channel.checkQueue(topologyOf(options).parkingQueue(QUEUE))).messageCount
  } finally {
    await connection.close()
  }
}

describe('parking', () => {
  it('PARK-1 a parked message leaves its queue once a store has it, however often that fails before', async () => {
    const options = isolated()
    const publisher = await opened(openPublisher({ url, logger, ...options }))
    await failing(options)
    await publisher.publish('registration.submitted', { registrationId: 'r1', version: 3 }, 'm1')
    const stored: Parked[] = []
    let failures = 0
    await parking(options, async (parked) => {
      failures += 1
      if (failures <= 2) throw new Error('no store')
      stored.push(parked)
    })
    await vi.waitFor(() => expect(stored).toHaveLength(1), { timeout: 60_000 })
    expect(stored[0]).toMatchObject({
      queue: QUEUE,
      key: 'registration.submitted',
      reason: 'nothing helps r1',
      attempts: 1,
      body: JSON.stringify({ registrationId: 'r1', version: 3 }),
    })
    expect(await leftInQueue(options)).toBe(0)
  })

  it('PARK-1 a worker that ends before the store has it leaves the message to the next one', async () => {
    const options = isolated()
    const publisher = await opened(openPublisher({ url, logger, ...options }))
    await failing(options)
    await publisher.publish('registration.submitted', { registrationId: 'r1', version: 1 }, 'm1')
    let tried = 0
    const first = await openParking({
      url,
      logger,
      store: async () => {
        tried += 1
        throw new Error('no store')
      },
      ...options,
    })
    await vi.waitFor(() => expect(tried).toBeGreaterThan(0), { timeout: 60_000 })
    await first.close()
    const stored: Parked[] = []
    await parking(options, async (parked) => void stored.push(parked))
    await vi.waitFor(() => expect(stored).toHaveLength(1), { timeout: 60_000 })
  })

  it('PARK-2 messages about the same thing are one, whatever their version; what nobody can read is kept as it came', async () => {
    const options = isolated()
    const publisher = await opened(openPublisher({ url, logger, ...options }))
    await failing(options)
    const stored: Parked[] = []
    await parking(options, async (parked) => void stored.push(parked))
    await publisher.publish('registration.submitted', { registrationId: 'r1', version: 1 }, 'm1')
    await publisher.publish('registration.submitted', { registrationId: 'r1', version: 2 }, 'm2')
    await publisher.publish('registration.submitted', { registrationId: 'r2', version: 1 }, 'm3')
    const connection = await connect(url)
    const channel = await connection.createConfirmChannel()
    channel.sendToQueue(topologyOf(options).queue(QUEUE), Buffer.from('{ not json'), { persistent: true })
    await channel.waitForConfirms()
    await connection.close()
    await vi.waitFor(() => expect(stored).toHaveLength(4), { timeout: 60_000 })
    const about = (text: string) => new Set(stored.filter(({ body }) => body.includes(text)).map(({ id }) => id))
    expect(about('r1').size).toBe(1)
    expect(new Set(stored.map(({ id }) => id)).size).toBe(3)
    expect(stored.find(({ body }) => body === '{ not json')).toMatchObject({
      reason: expect.stringContaining('unknown'),
    })
  })

  it('PARK-3 a message that ended its consumers too often is parked under the key that it first came with', async () => {
    const options = isolated()
    const publisher = await opened(openPublisher({ url, logger, ...options }))
    await publisher.publish('registration.submitted', { registrationId: 'r1', version: 1 }, 'm1')
    const connection = await connect(url)
    const queue = topologyOf(options).queue(QUEUE)
    // Taken and never answered, as by a worker that dies: until the broker gives it up.
    for (let died = 0; died < 40; died += 1) {
      const channel = await connection.createChannel()
      const message = await channel.get(queue, { noAck: false })
      await channel.close()
      if (!message) break
    }
    await connection.close()
    const stored: Parked[] = []
    await parking(options, async (parked) => void stored.push(parked))
    await vi.waitFor(() => expect(stored).toHaveLength(1), { timeout: 60_000 })
    expect(stored[0]).toMatchObject({
      key: 'registration.submitted',
      body: JSON.stringify({ registrationId: 'r1', version: 1 }),
      reason: expect.stringContaining('ended its worker'),
    })
  })
})

import { randomUUID } from 'node:crypto'
import { createServer, connect as dial, type Socket } from 'node:net'
import { createLogger, loadEnvPart } from '@gavel/config'
import { connect } from 'amqplib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type Consumer,
  deleteTopology,
  openConsumer,
  openPublisher,
  PermanentError,
  PublishError,
  type Publisher,
  topologyOf,
} from './index.ts'

const { rabbitmqUrl } = loadEnvPart(['rabbitmqUrl'])
const logger = createLogger('test')
logger.level = 'silent'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

/** A prefix of its own, whose exchanges and queues are gone after the test. */
const isolated = (retryDelaysMs = [50, 100]) => {
  const options = { prefix: `t${randomUUID().slice(0, 8)}.`, retryDelaysMs }
  cleanups.push(() => deleteTopology(rabbitmqUrl, options))
  return options
}
type Options = ReturnType<typeof isolated>

const publisherOf = async (options: Options, url = rabbitmqUrl): Promise<Publisher> => {
  const publisher = await openPublisher({ url, logger, ...options })
  cleanups.push(() => publisher.close())
  return publisher
}
const consumerOf = async (
  options: Options,
  handle: (id: string) => Promise<void>,
  url = rabbitmqUrl,
): Promise<Consumer> => {
  const consumer = await openConsumer({
    url,
    logger,
    queue: 'auction.registrations',
    prefetch: 8,
    handle: ({ registrationId }) => handle(registrationId),
    ...options,
  })
  cleanups.push(() => consumer.close())
  return consumer
}
const soon = { timeout: 60_000 }
const ready = (party: { ping: () => Promise<void> }) => vi.waitFor(() => party.ping(), soon)
const parked = async (options: Options) => {
  const connection = await connect(rabbitmqUrl)
  const channel = await connection.createChannel()
  try {
    return await channel.get(topologyOf(options).parkingQueue('auction.registrations'), { noAck: true })
  } finally {
    await connection.close()
  }
}

/** A door to the broker that can be slammed shut and opened again. */
const door = async () => {
  const { hostname, port } = new URL(rabbitmqUrl)
  const sockets = new Set<Socket>()
  let open = true
  const server = createServer((client) => {
    if (!open) return client.destroy()
    const broker = dial(Number(port || 5672), hostname)
    for (const [from, to] of [
      [client, broker],
      [broker, client],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
      from.pipe(to)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(rabbitmqUrl)
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const shut = () => {
    open = false
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  cleanups.push(async () => {
    shut()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    url: url.toString(),
    shut,
    reopen: () => {
      open = true
    },
  }
}

describe('messaging', () => {
  it('QUEUE-1 carries a message from a confirmed publish to a handler', async () => {
    const options = isolated()
    const seen: string[] = []
    const publisher = await publisherOf(options)
    await ready(publisher)
    await publisher.publish('registration.submitted', { registrationId: 'r1', version: 1 }, 'm1')
    await ready(await consumerOf(options, async (id) => void seen.push(id)))
    await vi.waitFor(() => expect(seen).toEqual(['r1']), soon)
  })

  it('QUEUE-2 takes a message that no queue wants for a failure', async () => {
    const options = isolated()
    const publisher = await publisherOf(options)
    await ready(publisher)
    const connection = await connect(rabbitmqUrl)
    const channel = await connection.createChannel()
    const names = topologyOf(options)
    await channel.unbindQueue(names.queue('auction.registrations'), names.exchange, 'registration.submitted')
    await connection.close()
    await expect(
      publisher.publish('registration.submitted', { registrationId: 'r1', version: 1 }, 'm1'),
    ).rejects.toThrow(/no queue takes/)
  })

  it('QUEUE-3 gives a failing handler the message again, a bounded number of times, then parks it', async () => {
    const options = isolated()
    const attempts: string[] = []
    const publisher = await publisherOf(options)
    await ready(publisher)
    await consumerOf(options, async (id) => {
      attempts.push(id)
      if (id === 'never' || attempts.filter((a) => a === id).length < 3) throw new Error('not yet')
    })
    for (const registrationId of ['third', 'never'])
      await publisher.publish('registration.submitted', { registrationId, version: 1 }, registrationId)
    await vi.waitFor(() => expect(attempts).toHaveLength(6), soon)
    const message = await vi.waitFor(async () => (await parked(options)) || Promise.reject(new Error('not parked')))
    expect(JSON.parse(message.content.toString())).toEqual({ registrationId: 'never', version: 1 })
    expect(message.properties.headers).toMatchObject({ 'x-reason': 'not yet', 'x-attempt': 4 })
  })

  it('QUEUE-4 parks at once what no repeat can help: an unreadable message and a permanent error', async () => {
    const options = isolated([60_000])
    const publisher = await publisherOf(options)
    await ready(publisher)
    await consumerOf(options, () => Promise.reject(new PermanentError('gone')))
    const connection = await connect(rabbitmqUrl)
    const channel = await connection.createChannel()
    channel.publish(topologyOf(options).exchange, 'registration.submitted', Buffer.from('\0not JSON'))
    await channel.close()
    await connection.close()
    await publisher.publish('registration.submitted', { registrationId: 'r1', version: 1 }, 'm1')
    const reasons = new Set<unknown>()
    await vi.waitFor(async () => {
      const message = await parked(options)
      if (message) reasons.add(message.properties.headers?.['x-reason'])
      expect(reasons).toEqual(new Set(['the message cannot be read', 'gone']))
    }, soon)
  })

  it('QUEUE-5 fails at once while the broker is away, and both ends come back with it', async () => {
    const options = isolated()
    const seen: string[] = []
    const { url, shut, reopen } = await door()
    const publisher = await publisherOf(options, url)
    const consumer = await consumerOf(options, async (id) => void seen.push(id), url)
    await Promise.all([ready(publisher), ready(consumer)])
    shut()
    await vi.waitFor(() => expect(publisher.ping()).rejects.toThrow(PublishError), soon)
    const startedMs = Date.now()
    await expect(
      publisher.publish('registration.submitted', { registrationId: 'r1', version: 1 }, 'm1'),
    ).rejects.toThrow(PublishError)
    expect(Date.now() - startedMs).toBeLessThan(500)
    reopen()
    await Promise.all([ready(publisher), ready(consumer)])
    await publisher.publish('registration.submitted', { registrationId: 'r2', version: 1 }, 'm2')
    await vi.waitFor(() => expect(seen).toEqual(['r2']), soon)
  })
})

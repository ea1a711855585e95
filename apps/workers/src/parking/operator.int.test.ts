import { randomUUID } from 'node:crypto'
import { submitRegistration } from '@gavel/api'
import { anEvent, aPlayer, type Given, given } from '@gavel/api/given'
import { createLogger, loadEnvPart, metricsPage } from '@gavel/config'
import { eventBySlug, newId, parkedById, readAudit, registrationById, removeParked, saveParked } from '@gavel/db'
import { openConsumer, openParking, PermanentError } from '@gavel/messaging'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { reconcileRegistrations } from '../registrations/reconcile.ts'
import { settleRegistration } from '../registrations/settle.ts'
import { startSchedules } from '../schedules/schedules.ts'
import { startGauges } from './gauges.ts'
import { keepParked } from './keep-parked.ts'

const { rabbitmqUrl, redisWorkUrl } = loadEnvPart(['rabbitmqUrl', 'redisWorkUrl'])
const quiet = createLogger('test')
quiet.level = 'silent'
const soon = { timeout: 60_000 }
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const start = async (change: Parameters<typeof given>[0] = {}): Promise<Given> => {
  const g = await given(change)
  cleanups.push(() => g.close())
  return g
}
const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

/** Workers whose handler says no for good until `mend` is called. */
const workers = async (g: Given) => {
  let broken = true
  const { mongo, logger } = g.services
  const consumer = await openConsumer({
    url: rabbitmqUrl,
    logger,
    queue: 'auction.registrations',
    prefetch: 8,
    handle: async ({ registrationId }) => {
      if (broken) throw new PermanentError('the pool is upside down')
      await settleRegistration(g.services, registrationId)
    },
    ...g.messaging,
  })
  cleanups.push(() => consumer.close())
  const parking = await openParking({
    url: rabbitmqUrl,
    logger,
    store: (parked) => keepParked(mongo, parked, Date.now()),
    ...g.messaging,
  })
  cleanups.push(() => parking.close())
  for (const party of [consumer, parking, g.services.publisher]) await vi.waitFor(() => party.ping(), soon)
  return {
    mend: () => {
      broken = false
    },
  }
}
const registered = async (g: Given, people = 1) => {
  const { api } = await g.person({ admin: true })
  const { slug } = await api.event.create(anEvent())
  const event = await eventBySlug(g.services.mongo, slug)
  if (!event) throw new Error('no event')
  const ids: string[] = []
  for (let n = 0; n < people; n += 1) {
    const details = { ...aPlayer(`Asha Rao ${n}`), photoUrl: null, age: null, caps: null }
    ids.push((await submitRegistration(g.services, event, newId(), details)).id)
  }
  return { slug, event, ids }
}
const statusOf = async (g: Given, id: string) => (await registrationById(g.services.mongo, id))?.status
const parkedNow = async (g: Given, count: number) =>
  vi.waitFor(async () => {
    const page = await g.operator.operator.parked()
    expect(page.items).toHaveLength(count)
    return page
  }, soon)

describe('parked messages', () => {
  it('PARK-4 an operator reads what a parked message is about, mends, replays, and the registration enters', async () => {
    const g = await start()
    const { mend } = await workers(g)
    const { slug, event, ids } = await registered(g, 3)
    const { items, counts } = await parkedNow(g, 3)
    expect(counts).toEqual([
      { queue: 'auction.registrations', count: 3 },
      { queue: 'season.squads', count: 0 },
    ])
    const item = items.find(({ body }) => body.includes(ids[0] ?? ''))
    expect(item).toMatchObject({
      reason: 'the pool is upside down',
      mayReplay: true,
      about: {
        title: 'Registration of Asha Rao 0',
        href: `/admin/events/${slug}`,
        facts: expect.arrayContaining([
          { label: 'For', value: event.name },
          { label: 'Stands now', value: 'pending' },
        ]),
      },
    })
    mend()
    const admin = await g.person({ admin: true })
    const one = items.slice(0, 1).map(({ id }) => id)
    expect(await admin.api.operator.replayParked({ ids: one })).toEqual({ done: one, kept: [] })
    await parkedNow(g, 2)
    const rest = items.slice(1).map(({ id }) => id)
    // Two operators at once: sent twice at most, which the worker bears.
    await Promise.all([g.operator.operator.replayParked({ ids: rest }), admin.api.operator.replayParked({ ids: rest })])
    for (const id of ids) await vi.waitFor(async () => expect(await statusOf(g, id)).toBe('confirmed'), soon)
    await parkedNow(g, 0)
    const [line] = await readAudit(g.services.postgres, { actorId: admin.userId })
    expect(line).toMatchObject({ action: 'operator.replayParked', allowed: true })
    const lines = await readAudit(g.services.postgres, { actorId: admin.userId })
    expect(lines.map(({ subject }) => subject)).toContain(`message:${one[0]}`)
    expect(lines.find(({ subject }) => subject === `message:${one[0]}`)?.detail).toMatchObject({
      queue: 'auction.registrations',
      reason: 'the pool is upside down',
      body: expect.stringContaining('registrationId'),
    })
  })

  it('PARK-5 discarding throws away one or many, notes each, and spares what was parked once more meanwhile', async () => {
    const g = await start()
    const { mongo, postgres } = g.services
    const parked = (id: string, body: string) => ({
      id,
      queue: 'auction.registrations' as const,
      key: 'registration.submitted',
      body,
      reason: 'no',
      attempts: 1,
      requestId: null,
    })
    const ids = [randomUUID(), randomUUID(), randomUUID()].map((id) => id.replaceAll('-', ''))
    for (const id of ids) await keepParked(mongo, parked(id, '{ not json'), 5)
    await keepParked(mongo, parked(ids[2] ?? '', '{ not json'), 9)
    expect(await parkedById(mongo, ids[2] ?? '')).toMatchObject({ times: 2, firstAtMs: 5, lastAtMs: 9 })
    const { api, userId } = await g.person({ admin: true })
    const page = await api.operator.parked({ queue: 'auction.registrations' })
    expect(page.items.map(({ mayReplay, about }) => [mayReplay, about.title])).toEqual(
      ids.map(() => [false, 'A message that nobody can read']),
    )
    expect((await api.operator.parked({ queue: 'season.squads' })).items).toEqual([])
    expect(await api.operator.replayParked({ ids })).toMatchObject({
      done: [],
      kept: ids.map((id) => ({ id, why: expect.stringContaining('cannot read') })),
    })
    expect(await api.operator.discardParked({ ids: [...ids.slice(0, 2), 'gone'] })).toEqual({
      done: ids.slice(0, 2),
      kept: [],
    })
    expect((await api.operator.parked()).items.map(({ id }) => id)).toEqual(ids.slice(2))
    const lines = await readAudit(postgres, { actorId: userId })
    expect(lines.map(({ action, subject }) => [action, subject]).toSorted()).toEqual(
      ids
        .slice(0, 2)
        .map((id) => ['operator.discardParked', `message:${id}`])
        .toSorted(),
    )
    // Read before it was parked for the second time.
    expect(await removeParked(mongo, { id: ids[2] ?? '', times: 1 })).toBe(false)
    // Twice at once is once.
    const both = await Promise.all([1, 2].map(() => api.operator.discardParked({ ids: ids.slice(2) })))
    expect(both.flatMap(({ done }) => done)).toEqual(ids.slice(2))
  })

  it('PARK-4 while RabbitMQ is away nothing is replayed and nothing is lost', async () => {
    const g = await start({ rabbitmqUrl: 'amqp://127.0.0.1:1' })
    const id = randomUUID().replaceAll('-', '')
    const body = JSON.stringify({ auctionId: 'a1', version: 1 })
    await saveParked(g.services.mongo, {
      id,
      queue: 'season.squads',
      key: 'auction.completed',
      body,
      reason: 'no',
      attempts: 5,
      times: 1,
      firstAtMs: 1,
      lastAtMs: 1,
      requestId: null,
    })
    expect(await g.operator.operator.replayParked({ ids: [id] })).toEqual({
      done: [],
      kept: [{ id, why: 'RabbitMQ did not take it just now.' }],
    })
    expect((await g.operator.operator.parked()).items).toMatchObject([
      { id, about: { title: 'The end of an auction that is gone' } },
    ])
  })

  it('PARK-2, JOURNEY-8 a registration that is announced again and parked again is one message, parked twice', async () => {
    const g = await start()
    await workers(g)
    await registered(g)
    const { items } = await parkedNow(g, 1)
    expect(items[0]?.times).toBe(1)
    expect(await reconcileRegistrations(g.services, Date.now() + 61_000)).toBe(1)
    await vi.waitFor(async () => expect((await parkedNow(g, 1)).items[0]?.times).toBe(2), soon)
  })

  it('PARK-6 queues are for administrators and the operator, and both see how full they are', async () => {
    const g = await start()
    const { api } = await g.person()
    for (const call of [
      () => api.operator.parked(),
      () => api.operator.replayParked({ ids: ['a'] }),
      () => api.operator.discardParked({ ids: ['a'] }),
      () => api.operator.failedJobs(),
      () => api.operator.retryJob({ queue: 'mail', id: 'a' }),
      () => api.operator.discardJob({ queue: 'mail', id: 'a' }),
    ])
      await expect(call()).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(g.guest.operator.parked()).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    await keepParked(
      g.services.mongo,
      {
        id: 'x',
        queue: 'season.squads',
        key: 'auction.completed',
        body: '{}',
        reason: '',
        attempts: 1,
        requestId: null,
      },
      1,
    )
    const gauges = startGauges(g.services, g.services.jobs)
    cleanups.push(() => gauges.close())
    await vi.waitFor(
      async () => expect((await metricsPage()).body).toContain('gavel_parked_messages{queue="season.squads"} 1'),
      soon,
    )
    await vi.waitFor(
      async () => expect((await metricsPage()).body).toContain('gavel_failed_jobs{queue="mail"} 0'),
      soon,
    )
  })
})

describe('failed jobs', () => {
  const withJobs = async () => {
    const g = await start()
    const prefix = `gavel:${g.services.mongo.connection.name}`
    cleanups.push(() => g.services.jobs.obliterate())
    return { g, prefix }
  }

  it('JOB-1 a turn that fails is kept for reading; retried, its work is done once more and its schedule goes on', async () => {
    const { g, prefix } = await withJobs()
    let broken = true
    let turns = 0
    const schedules = await startSchedules(redisWorkUrl, prefix, quiet, [
      {
        name: 'outbox',
        everyMs: 300,
        work: async () => {
          turns += 1
          if (broken) throw new Error('no broker')
        },
      },
    ])
    cleanups.push(() => schedules.close())
    const { api, userId } = await g.person({ admin: true })
    const [job] = await vi.waitFor(async () => {
      const jobs = await api.operator.failedJobs()
      expect(jobs.length).toBeGreaterThan(1)
      return jobs
    }, soon)
    expect(job).toMatchObject({
      queue: 'schedules',
      name: 'outbox',
      reason: 'no broker',
      attempts: 1,
      about: { title: 'Publishing what waits in outboxes' },
    })
    broken = false
    if (!job) throw new Error('no job')
    await vi.waitFor(async () => {
      const before = turns
      await vi.waitFor(() => expect(turns).toBeGreaterThan(before + 1), soon)
    }, soon)
    await api.operator.retryJob({ queue: job.queue, id: job.id })
    await expect(api.operator.retryJob({ queue: job.queue, id: job.id })).rejects.toEqual(refusal('QUEUE.NO_SUCH_JOB'))
    const after = turns
    await vi.waitFor(() => expect(turns).toBeGreaterThan(after + 2), soon)
    for (const { queue, id } of await api.operator.failedJobs()) await api.operator.discardJob({ queue, id })
    expect(await api.operator.failedJobs()).toEqual([])
    const lines = await readAudit(g.services.postgres, { actorId: userId })
    expect(lines.map(({ action }) => action)).toContain('operator.retryJob')
    expect(lines.map(({ subject }) => subject)).toContain(`job:schedules:${job.id}`)
  })

  it('JOB-2 a letter that was given up is retried from its first try on, or forgotten, once', async () => {
    const { g, prefix } = await withJobs()
    const connection = new Redis(redisWorkUrl, { maxRetriesPerRequest: null })
    cleanups.push(() => connection.disconnect())
    const tries: number[] = []
    let broken = true
    const worker = new Worker(
      'mail',
      async (job) => {
        tries.push(job.attemptsMade)
        if (broken) throw new Error('no post')
      },
      { connection, prefix },
    )
    cleanups.push(() => worker.close())
    const queue = new Queue('mail', { connection, prefix })
    cleanups.push(() => queue.close())
    const jobs = ['n1', 'n2'].map((id) => ({ name: 'letter', data: { id }, opts: { jobId: id, attempts: 2 } }))
    await queue.addBulk(jobs)
    const { operator } = g.operator
    await vi.waitFor(async () => expect(await operator.failedJobs()).toHaveLength(2), soon)
    broken = false
    const retried = await Promise.allSettled([1, 2].map(() => operator.retryJob({ queue: 'mail', id: 'n1' })))
    expect(retried.some(({ status }) => status === 'fulfilled')).toBe(true)
    await vi.waitFor(async () => expect(await operator.failedJobs()).toHaveLength(1), soon)
    await vi.waitFor(() => expect(tries).toEqual([...tries.slice(0, 4), 0]), soon)
    await operator.discardJob({ queue: 'mail', id: 'n2' })
    await expect(operator.discardJob({ queue: 'mail', id: 'n2' })).rejects.toEqual(refusal('QUEUE.NO_SUCH_JOB'))
    expect(await operator.failedJobs()).toEqual([])
  })

  it('JOB-3 while Redis is away the operator is told so within seconds', async () => {
    const g = await start({ redisWorkUrl: 'redis://127.0.0.1:1' })
    const startedMs = Date.now()
    await expect(g.operator.operator.failedJobs()).rejects.toEqual(refusal('QUEUE.UNAVAILABLE'))
    expect(Date.now() - startedMs).toBeLessThan(8_000)
  })
})

import { randomUUID } from 'node:crypto'
import { enterPool, type Services, submitRegistration } from '@gavel/api'
import { anEvent, aPlayer, type Given, given } from '@gavel/api/given'
import { createLogger, loadEnvPart } from '@gavel/config'
import {
  changeEvent,
  type Event,
  eventBySlug,
  insertRegistration,
  listRegistrations,
  newId,
  type Registration,
  registrationById,
} from '@gavel/db'
import { openConsumer, openPublisher } from '@gavel/messaging'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sweepOutbox } from '../sweep-outbox.ts'
import { reconcileRegistrations } from './reconcile.ts'
import { settleRegistration } from './settle.ts'

const { rabbitmqUrl } = loadEnvPart(['rabbitmqUrl'])
const quiet = createLogger('test')
quiet.level = 'silent'
const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const start = async (change: Parameters<typeof given>[0] = {}): Promise<Given> => {
  const g = await given(change)
  cleanups.push(() => g.close())
  return g
}

const eventWith = async (g: Given, players: number, teams = 4): Promise<Event & { auctionId: string }> => {
  const { api } = await g.person({ admin: true })
  const { slug, auctionId } = await api.event.create(anEvent({ capacity: { players, teams } }))
  const event = await eventBySlug(g.services.mongo, slug)
  if (!event) throw new Error('no event')
  return { ...event, auctionId }
}

/** Somebody who needs no account: registrations know people by their ids alone. */
const someone = (g: Given) => g.as({ userId: newId(), admin: false, operator: false, bot: false, creator: false })

const working = async (g: Given, services: Services = g.services) => {
  const consumer = await openConsumer({
    url: rabbitmqUrl,
    logger: quiet,
    queue: 'auction.registrations',
    prefetch: 8,
    handle: ({ registrationId }) => settleRegistration(services, registrationId),
    ...g.messaging,
  })
  cleanups.push(() => consumer.close())
  await vi.waitFor(() => consumer.ping(), { timeout: 60_000 })
}
const connected = (g: Given) => vi.waitFor(() => g.services.publisher.ping(), { timeout: 60_000 })

const registrationsOf = (g: Given, event: Event, statuses?: Registration['status'][]) =>
  listRegistrations(g.services.mongo, { eventId: event.id, ...(statuses && { statuses }) })
const registered = async (g: Given, id: string): Promise<Registration> => {
  const registration = await registrationById(g.services.mongo, id)
  if (!registration) throw new Error('no registration')
  return registration
}
const playerEntry = { ...aPlayer(), photoUrl: null, age: 20, caps: null }
const ownerEntry = (team: string, short: string) => ({ kind: 'owner' as const, team, short, colour: '#336699' })
const poolOf = async (g: Given, auctionId: string) => (await g.services.log.load(auctionId))?.state

describe('registrations', () => {
  it('JOURNEY-1, JOURNEY-2 200 people at once for 50 places, each sending twice: none oversold, none doubled', async () => {
    const g = await start()
    const event = await eventWith(g, 50)
    await connected(g)
    await working(g)
    const people = Array.from({ length: 200 }, () => someone(g))
    const answers = await Promise.all(
      [...people, ...people].map((person) => person.event.register({ slug: event.slug, details: aPlayer() })),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(200)
    await vi.waitFor(async () => expect(await registrationsOf(g, event, ['pending'])).toEqual([]), { timeout: 120_000 })
    // A message whose receipt came late is sent once more, by whoever sweeps, and enters nobody twice.
    await sweepOutbox(g.services, Date.now() + 60_000)

    const confirmed = await registrationsOf(g, event, ['confirmed'])
    const waiting = await registrationsOf(g, event, ['waitlisted'])
    expect([confirmed.length, waiting.length]).toEqual([50, 150])
    expect(waiting[0]?.reason).toMatch(/All 50 places/)
    const after = await eventBySlug(g.services.mongo, event.slug)
    expect(after?.taken.players).toBe(50)
    expect(new Set(after?.holders)).toEqual(new Set(confirmed.map(({ id }) => id)))
    expect(new Set(Object.keys((await poolOf(g, event.auctionId))?.players ?? {}))).toEqual(new Set(after?.holders))
    expect((await registrationsOf(g, event)).flatMap(({ outbox }) => outbox)).toEqual([])
  })

  it('JOURNEY-3 a message that comes five times at once, and again later, enters the player once', async () => {
    const g = await start()
    const event = await eventWith(g, 10)
    const { id } = await submitRegistration(g.services, event, newId(), playerEntry)
    await Promise.all(Array.from({ length: 5 }, () => settleRegistration(g.services, id)))
    await settleRegistration(g.services, id)
    expect(await registered(g, id)).toMatchObject({ status: 'confirmed', version: 2 })
    const entries = await g.services.log.read(event.auctionId, 1, 100)
    expect(entries.filter(({ entry }) => entry.type === 'PlayerAdded')).toHaveLength(1)
    expect((await g.guest.auction.roster({ auctionId: event.auctionId })).players).toMatchObject([{ playerId: id }])
  })

  it('JOURNEY-3 a worker that died after each step is followed by one that finishes', async () => {
    const g = await start()
    const event = await eventWith(g, 10)
    const nowMs = Date.now()
    const stored = await insertRegistration(
      g.services.mongo,
      { id: newId(), eventId: event.id, userId: newId(), details: ownerEntry('Harbour Kingfishers', 'HK') },
      { key: 'registration.submitted', leasedUntilMs: nowMs },
      nowMs,
    )
    const { registration } = stored
    // The first worker took no place, and died when the team was in the log but nothing else was noted.
    const auction = { id: event.auctionId, eventId: event.id, rules: (await poolOf(g, event.auctionId))?.rules }
    if (!auction.rules) throw new Error('no rules')
    await enterPool(g.services, { ...auction, rules: auction.rules }, registration)
    await settleRegistration(g.services, registration.id)
    expect(await registered(g, registration.id)).toMatchObject({ status: 'confirmed' })
    const state = await poolOf(g, event.auctionId)
    expect(Object.keys(state?.teams ?? {})).toEqual([registration.id])
    expect(state?.paddles).toEqual({ [registration.userId]: registration.id })
    expect((await eventBySlug(g.services.mongo, event.slug))?.taken.teams).toBe(1)
  })

  it('PLACE-3 of teams that register and teams that are added by hand at once no more come in than there are places', async () => {
    const g = await start()
    const { api } = await g.person({ admin: true })
    const { slug, auctionId } = await api.event.create(anEvent({ capacity: { players: 0, teams: 4 } }))
    const event = await eventBySlug(g.services.mongo, slug)
    if (!event) throw new Error('no event')
    const numbers = [1, 2, 3, 4]
    const [byHand] = await Promise.all([
      Promise.allSettled(
        numbers.map((n) => api.auction.addTeam({ auctionId, name: `Hand ${n}`, short: `H${n}`, colour: '#336699' })),
      ),
      Promise.all(
        numbers.map(async (n) => {
          const { id } = await submitRegistration(g.services, event, newId(), ownerEntry(`Own ${n}`, `O${n}`))
          await settleRegistration(g.services, id)
        }),
      ),
    ])
    const confirmed = await registrationsOf(g, event, ['confirmed'])
    const waiting = await registrationsOf(g, event, ['waitlisted'])
    expect(confirmed.length + byHand.filter(({ status }) => status === 'fulfilled').length).toBe(4)
    expect(confirmed.length + waiting.length).toBe(4)
    const after = await eventBySlug(g.services.mongo, slug)
    expect(after?.taken.teams).toBe(4)
    expect(new Set(after?.holders)).toEqual(new Set(Object.keys((await poolOf(g, auctionId))?.teams ?? {})))
    expect(await reconcileRegistrations(g.services, Date.now() + 61_000)).toBe(0)
    expect(await eventBySlug(g.services.mongo, slug)).toEqual(after)
  })

  it('JOURNEY-4 while RabbitMQ is away the outbox keeps the message, and the sweeper sends it later', async () => {
    const g = await start({ rabbitmqUrl: 'amqp://127.0.0.1:1' })
    const event = await eventWith(g, 10)
    const startedMs = Date.now()
    const { id, status } = await someone(g).event.register({ slug: event.slug, details: aPlayer() })
    expect(status).toBe('pending')
    expect(Date.now() - startedMs).toBeLessThan(1_500)
    expect((await registered(g, id)).outbox).toHaveLength(1)
    expect(await sweepOutbox(g.services, Date.now() + 60_000)).toBe(0)

    const publisher = await openPublisher({ url: rabbitmqUrl, logger: quiet, ...g.messaging })
    cleanups.push(() => publisher.close())
    await vi.waitFor(() => publisher.ping(), { timeout: 60_000 })
    const back = { ...g.services, publisher }
    await working(g, back)
    expect(await sweepOutbox(back, Date.now())).toBe(0)
    const swept = await Promise.all([sweepOutbox(back, Date.now() + 60_000), sweepOutbox(back, Date.now() + 60_000)])
    expect(swept.toSorted()).toEqual([0, 1])
    await vi.waitFor(async () => expect((await registered(g, id)).status).toBe('confirmed'), { timeout: 60_000 })
    expect((await registered(g, id)).outbox).toEqual([])
  })

  it('JOURNEY-5 an entry that the auction refuses is rejected in words, gives its place back, and may be sent again', async () => {
    const g = await start()
    const event = await eventWith(g, 10)
    const settle = async (userId: string, team: string, short: string) => {
      const { id } = await submitRegistration(g.services, event, userId, ownerEntry(team, short))
      await settleRegistration(g.services, id)
      return registered(g, id)
    }
    const [first, second] = [newId(), newId()]
    expect(await settle(first, 'Saffron Comets', 'SC')).toMatchObject({ status: 'confirmed' })
    const refused = await settle(second, 'saffron comets', 'SAF')
    expect(refused).toMatchObject({ status: 'rejected' })
    expect(refused.reason).toMatch(/already a team called Saffron Comets/)
    expect((await eventBySlug(g.services.mongo, event.slug))?.taken.teams).toBe(1)
    expect(await settle(second, 'Snowline Yaks', 'SY')).toMatchObject({
      id: refused.id,
      status: 'confirmed',
      reason: null,
    })
    expect((await eventBySlug(g.services.mongo, event.slug))?.taken.teams).toBe(2)
  })

  it('JOURNEY-6 a place that becomes free goes to whoever waited longest', async () => {
    const g = await start()
    const event = await eventWith(g, 1)
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const { id } = await submitRegistration(g.services, event, newId(), playerEntry)
      await settleRegistration(g.services, id)
      ids.push(id)
    }
    const statuses = async () => Promise.all(ids.map(async (id) => (await registered(g, id)).status))
    expect(await statuses()).toEqual(['confirmed', 'waitlisted', 'waitlisted'])
    expect(await reconcileRegistrations(g.services, Date.now())).toBe(0)
    await changeEvent(g.services.mongo, event.id, { capacity: { players: 2, teams: 4 } })
    expect(await reconcileRegistrations(g.services, Date.now())).toBe(1)
    await settleRegistration(g.services, ids[1] ?? '')
    expect(await statuses()).toEqual(['confirmed', 'confirmed', 'waitlisted'])
  })

  it('JOURNEY-7 a player of unknown nationality enters as unknown, one from abroad as overseas', async () => {
    const g = await start()
    const event = await eventWith(g, 10)
    const enter = async (country: string) => {
      const { id } = await submitRegistration(g.services, event, newId(), { ...playerEntry, country })
      await settleRegistration(g.services, id)
      return (await poolOf(g, event.auctionId))?.players[id]?.overseas
    }
    expect([await enter('India'), await enter('Nepal'), await enter('')]).toEqual([false, true, null])
  })

  it('JOURNEY-8 a registration whose message was parked is announced again', async () => {
    const g = await start()
    const event = await eventWith(g, 10)
    await connected(g)
    const { id } = await submitRegistration(g.services, event, newId(), playerEntry)
    await vi.waitFor(
      async () => {
        await sweepOutbox(g.services, Date.now() + 60_000)
        expect((await registered(g, id)).outbox).toEqual([])
      },
      { timeout: 60_000 },
    )
    const later = Date.now() + 61_000
    expect(await reconcileRegistrations(g.services, Date.now())).toBe(0)
    expect(await reconcileRegistrations(g.services, later)).toBe(1)
    expect(await registered(g, id)).toMatchObject({ status: 'pending', version: 2 })
    await working(g)
    await vi.waitFor(async () => expect((await registered(g, id)).status).toBe('confirmed'), { timeout: 60_000 })
  })

  it('JOURNEY-9 an event that is not open takes nobody, and a base price must be one of its rules', async () => {
    const g = await start()
    const { api } = await g.person({ admin: true })
    const { slug } = await api.event.create({ ...anEvent(), publish: false, slug: `draft-${randomUUID().slice(0, 8)}` })
    const code = (expected: string) => expect.objectContaining({ cause: expect.objectContaining({ code: expected }) })
    await expect(api.event.register({ slug, details: aPlayer() })).rejects.toEqual(code('EVENT.NOT_OPEN'))
    const event = await eventWith(g, 10)
    const odd = { ...aPlayer(), base: 31 }
    await expect(someone(g).event.register({ slug: event.slug, details: odd })).rejects.toEqual(
      code('REGISTRATION.BAD_BASE'),
    )
    await expect(g.guest.event.register({ slug: event.slug, details: aPlayer() })).rejects.toEqual(
      code('AUTH.SIGN_IN_FIRST'),
    )
  })
})

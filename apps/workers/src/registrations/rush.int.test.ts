import { anEvent, aPlayer, given } from '@gavel/api/given'
import { createLogger } from '@gavel/config'
import { eventBySlug, listRegistrations, newId, type Registration } from '@gavel/db'
import { openConsumer } from '@gavel/messaging'
import { byNumber } from '@gavel/registration'
import { startRabbit } from '@gavel/testkit'
import { expect, it, vi } from 'vitest'
import { sweepOutbox } from '../sweep-outbox.ts'
import { reconcileRegistrations } from './reconcile.ts'
import { settleRegistration } from './settle.ts'

const PLACES = 100
const PEOPLE = 500

it('JOURNEY-11 500 at once for 100 places while the broker is killed and comes back: 100 are in, 400 wait in order, each told why', async () => {
  await using rabbit = await startRabbit()
  const g = await given({ rabbitmqUrl: rabbit.url })
  const logger = createLogger('test')
  logger.level = 'silent'
  const { mongo, publisher } = g.services
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create(anEvent({ capacity: { players: PLACES, teams: 0 } }))
  const event = await eventBySlug(mongo, slug)
  if (!event) throw new Error('no event')
  const consumer = await openConsumer({
    ...{ url: rabbit.url, logger, queue: 'auction.registrations', prefetch: 8 },
    handle: ({ registrationId }) => settleRegistration(g.services, registrationId),
    ...g.messaging,
  })
  try {
    await vi.waitFor(() => Promise.all([publisher.ping(), consumer.ping()]), { timeout: 60_000 })
    const people = Array.from({ length: PEOPLE }, () =>
      g.as({ userId: newId(), admin: false, operator: false, bot: false, creator: false }),
    )
    const answers = Promise.all(people.map((person) => person.event.register({ slug, details: aPlayer() })))
    const entered = async () => (await listRegistrations(mongo, { eventId: event.id }, PEOPLE)).length
    await vi.waitFor(async () => expect(await entered()).toBeGreaterThan(50), { timeout: 60_000, interval: 20 })
    await rabbit.kill()
    await rabbit.start()
    expect((await answers).length).toBe(PEOPLE)
    await vi.waitFor(() => Promise.all([publisher.ping(), consumer.ping()]), { timeout: 120_000 })
    // What the broker did not take is in the outboxes: a sweeper of the workers sends it once its lease is over.
    await vi.waitFor(
      async () => {
        await sweepOutbox(g.services, Date.now() + 60_000)
        expect(await listRegistrations(mongo, { eventId: event.id, statuses: ['pending'] }, PEOPLE)).toEqual([])
      },
      { timeout: 120_000, interval: 200 },
    )
    // A request that was slower than its worker holds a place too many for up to a minute.
    await reconcileRegistrations(g.services, Date.now() + 61_000)
    const all = await listRegistrations(mongo, { eventId: event.id }, PEOPLE)
    const of = (status: Registration['status']) => all.filter((one) => one.status === status)
    expect([of('confirmed').length, of('waitlisted').length]).toEqual([PLACES, PEOPLE - PLACES])
    const after = await eventBySlug(mongo, slug)
    expect(after?.taken.players).toBe(PLACES)
    const held = new Set(of('confirmed').map(({ id }) => id))
    expect(new Set(after?.holders)).toEqual(held)
    expect(new Set(Object.keys((await g.services.log.load(auctionId))?.state.players ?? {}))).toEqual(held)
    const rows = await organiser.api.registration.list({ slug })
    const line = of('waitlisted').toSorted(byNumber)
    expect(line.map(({ id }) => rows.find((row) => row.id === id)?.place)).toEqual(line.map((_, i) => i + 1))
    expect(new Set(of('waitlisted').map(({ reason }) => reason))).toEqual(
      new Set(['All 100 places for players are taken: you are on the waiting list.']),
    )
    const last = line.at(-1)
    const told = g.as({ userId: last?.userId ?? '', admin: false, operator: false, bot: false, creator: false })
    expect((await told.event.myRegistrations({ slug }))[0]).toMatchObject({
      place: PEOPLE - PLACES,
      words: 'All places are taken. You are number 400 in line, and are told as soon as a place is free.',
    })
    expect((await told.inbox.list()).items).toMatchObject([{ title: expect.stringMatching(/waiting list/) }])
  } finally {
    await consumer.close()
    await g.close()
  }
})

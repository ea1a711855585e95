import { ruleSet } from '@gavel/auction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Mongo } from './connection.ts'
import {
  attachAuction,
  changeEvent,
  eventById,
  eventBySlug,
  insertEvent,
  listEvents,
  moveEvent,
  type NewEvent,
  releasePlace,
  takePlace,
} from './events.ts'
import { scratchMongo } from './scratch.ts'

let mongo: Mongo & AsyncDisposable
beforeAll(async () => {
  mongo = await scratchMongo()
})
afterAll(() => mongo[Symbol.asyncDispose]())

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('there are no rules for 2025')

const newEvent = (change: Partial<NewEvent> = {}): NewEvent => {
  const id = newId()
  return {
    id,
    slug: `cup-${id}`,
    name: 'Harbour Cup',
    description: '',
    startsAtMs: 1_800_000_000_000,
    timeZone: 'Asia/Kolkata',
    venue: 'Old Mill Ground',
    ruleSetId: 'ipl-2025',
    rules: { ...rules, purse: 123 },
    currency: 'INR',
    status: 'published',
    capacity: { players: 20, teams: 8 },
    organiserIds: ['o1'],
    auctioneerIds: ['a1'],
    scorerIds: [],
    rehearsal: false,
    createdAtMs: 1_790_000_000_000,
    ...change,
  }
}

test('EVENT-1, EVENT-5 an event is stored whole with the rules it was made with, and a slug belongs to one event', async () => {
  const event = newEvent()
  const stored = await insertEvent(mongo, event)
  expect(stored).toEqual({ ...event, taken: { players: 0, teams: 0 }, holders: [], auctionId: null })
  expect(await eventBySlug(mongo, event.slug)).toEqual(stored)
  expect(await insertEvent(mongo, newEvent({ slug: event.slug }))).toBeNull()
  expect(await eventById(mongo, 'nobody')).toBeNull()
})

test('PLACE-1 of 200 who take one of 20 places at once exactly 20 hold one', async () => {
  const event = newEvent()
  await insertEvent(mongo, event)
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => takePlace(mongo, event.id, 'player', `r${index}`)),
  )
  expect(answers.filter((answer) => answer === 'taken')).toHaveLength(20)
  expect(answers.filter((answer) => answer === 'full')).toHaveLength(180)
  const after = await eventById(mongo, event.id)
  expect(after?.taken).toEqual({ players: 20, teams: 0 })
  expect(new Set(after?.holders).size).toBe(20)
})

test('PLACE-2 one registration holds one place, however often it asks, and gives it back once', async () => {
  const event = newEvent()
  await insertEvent(mongo, event)
  const answers = await Promise.all(Array.from({ length: 20 }, () => takePlace(mongo, event.id, 'owner', 'r1')))
  expect(answers.toSorted()).toEqual([...Array(19).fill('held-already'), 'taken'])
  const released = await Promise.all(Array.from({ length: 20 }, () => releasePlace(mongo, event.id, 'owner', 'r1')))
  expect(released.filter(Boolean)).toHaveLength(1)
  expect(await eventById(mongo, event.id)).toMatchObject({ taken: { players: 0, teams: 0 }, holders: [] })
  expect(await takePlace(mongo, 'nobody', 'owner', 'r1')).toBe('no-event')
})

test('EVENT-2 places never fall below what is taken', async () => {
  const event = newEvent()
  await insertEvent(mongo, event)
  await takePlace(mongo, event.id, 'player', 'r1')
  await takePlace(mongo, event.id, 'player', 'r2')
  expect(await changeEvent(mongo, event.id, { capacity: { players: 1, teams: 8 } })).toBeNull()
  const changed = await changeEvent(mongo, event.id, { capacity: { players: 2, teams: 4 }, venue: 'Quay Park' })
  expect(changed).toMatchObject({ capacity: { players: 2, teams: 4 }, venue: 'Quay Park', name: event.name })
})

test('EVENT-3 a status moves only from where it stands, and an auction is attached once', async () => {
  const event = newEvent({ status: 'draft' })
  await insertEvent(mongo, event)
  expect(await moveEvent(mongo, event.id, ['draft'], 'published')).toBe(true)
  expect(await moveEvent(mongo, event.id, ['draft'], 'published')).toBe(false)
  expect(await attachAuction(mongo, event.id, 'x1')).toBe(true)
  expect(await attachAuction(mongo, event.id, 'x1')).toBe(true)
  expect(await attachAuction(mongo, event.id, 'x2')).toBe(false)
  expect((await eventById(mongo, event.id))?.auctionId).toBe('x1')
})

test('EVENT-4 lists filter by status, staff and rehearsal, the latest start first', async () => {
  const organiser = newId()
  const late = newEvent({ organiserIds: [organiser], startsAtMs: 3 })
  const early = newEvent({ auctioneerIds: [organiser], startsAtMs: 1 })
  const rehearsal = newEvent({ organiserIds: [organiser], startsAtMs: 2, rehearsal: true })
  for (const event of [early, rehearsal, late]) await insertEvent(mongo, event)
  const ids = async (filter: Parameters<typeof listEvents>[1]) =>
    (await listEvents(mongo, { staffId: organiser, ...filter })).map(({ id }) => id)
  expect(await ids({})).toEqual([late.id, rehearsal.id, early.id])
  expect(await ids({ rehearsal: false })).toEqual([late.id, early.id])
  expect(await ids({ statuses: ['draft'] })).toEqual([])
  expect(await ids({ limit: 1 })).toEqual([late.id])
})

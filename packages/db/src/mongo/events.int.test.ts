import { ruleSet } from '@gavel/auction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import { migrateMongo } from './collections.ts'
import type { Mongo } from './connection.ts'
import { DEFAULT_ENTRY } from './event-entry.ts'
import {
  addStaff,
  attachAuction,
  changeEvent,
  eventById,
  eventByJoinCode,
  eventBySlug,
  insertEvent,
  listEvents,
  moveEvent,
  type NewEvent,
  removeStaff,
} from './events.ts'
import { releasePlace, takePlace } from './places.ts'
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
  expect(stored).toEqual({
    ...event,
    joinCode: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{6}$/),
    endsAtMs: null,
    rulesSeenAtMs: null,
    cancelledReason: null,
    shows: { listed: true, pool: true, room: true },
    delayMs: 0,
    approval: { players: false, owners: false },
    entry: DEFAULT_ENTRY,
    nextSteps: '',
    taken: { players: 0, teams: 0 },
    holders: [],
    auctionId: null,
    sandboxOf: null,
    rehearsedAtMs: null,
    clonedFrom: null,
  })
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
  const shows = { listed: false, pool: true, room: true }
  const early = newEvent({ auctioneerIds: [organiser], startsAtMs: 1, shows })
  const rehearsal = newEvent({ scorerIds: [organiser], startsAtMs: 2, rehearsal: true, sandboxOf: late.id })
  for (const event of [early, rehearsal, late]) await insertEvent(mongo, event)
  const ids = async (filter: Parameters<typeof listEvents>[1]) =>
    (await listEvents(mongo, { staffId: organiser, ...filter })).map(({ id }) => id)
  expect(await ids({})).toEqual([late.id, rehearsal.id, early.id])
  expect(await ids({ rehearsal: false })).toEqual([late.id, early.id])
  expect(await ids({ statuses: ['draft'] })).toEqual([])
  expect(await ids({ limit: 1 })).toEqual([late.id])
  expect([await ids({ listed: true }), await ids({ listed: false })]).toEqual([[late.id, rehearsal.id], [early.id]])
  expect([await ids({ sandbox: true }), await ids({ sandbox: false })]).toEqual([[rehearsal.id], [late.id, early.id]])
})

test('EVENT-6 an event is found by its own join code', async () => {
  const events = await Promise.all(Array.from({ length: 20 }, () => insertEvent(mongo, newEvent())))
  expect(new Set(events.map((event) => event?.joinCode)).size).toBe(20)
  expect(await eventByJoinCode(mongo, events[7]?.joinCode ?? '')).toEqual(events[7])
})

test('EVENT-7 an event keeps an organiser, whoever takes whom at once; other roles may be empty', async () => {
  const staff = Array.from({ length: 8 }, (_, index) => `o${index}`)
  const event = newEvent({ organiserIds: staff, scorerIds: ['s1'] })
  await insertEvent(mongo, event)
  const taken = await Promise.all(staff.map((userId) => removeStaff(mongo, event.id, 'organiser', userId)))
  expect(taken.toSorted()).toEqual(['last', ...Array(7).fill('removed')])
  const [left = ''] = (await eventById(mongo, event.id))?.organiserIds ?? []
  expect(await removeStaff(mongo, event.id, 'organiser', left)).toBe('last')
  expect(await removeStaff(mongo, event.id, 'organiser', 'nobody')).toBe('none')
  expect(await removeStaff(mongo, event.id, 'scorer', 's1')).toBe('removed')
  await Promise.all(Array.from({ length: 5 }, () => addStaff(mongo, event.id, 'scorer', 's2')))
  expect(await eventById(mongo, event.id)).toMatchObject({ organiserIds: [left], scorerIds: ['s2'] })
  expect(await addStaff(mongo, 'nobody', 'scorer', 's2')).toBe(false)
})

test('MIGRATE-3 events of an older version get the fields that came later, each a join code of its own, once', async () => {
  await using old = await scratchMongo()
  const events = [newEvent(), newEvent()]
  for (const event of events) await insertEvent(old, event)
  const rows = old.connection.collection('events')
  await rows.dropIndex('joinCode_1')
  await rows.updateMany({}, { $unset: { joinCode: 1, shows: 1, approval: 1, cancelledReason: 1 } })
  expect(await migrateMongo(old)).toEqual({ collections: 0, indexes: 1, documents: 8 })
  const after = await Promise.all(events.map(({ id }) => eventById(old, id)))
  expect(new Set(after.map((event) => event?.joinCode)).size).toBe(2)
  expect(after[0]).toMatchObject({ shows: { listed: true, pool: true, room: true }, cancelledReason: null })
  expect(await migrateMongo(old)).toEqual({ collections: 0, indexes: 0, documents: 0 })
  expect(await eventById(old, events[0]?.id ?? '')).toEqual(after[0])
})

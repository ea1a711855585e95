import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Mongo } from './connection.ts'
import {
  changeRegistration,
  claimOutbox,
  clearOutbox,
  insertRegistration,
  listRegistrations,
  type NewRegistration,
  registrationById,
} from './registrations.ts'
import { scratchMongo } from './scratch.ts'

const KEY = 'registration.submitted'

let mongo: Mongo & AsyncDisposable
beforeAll(async () => {
  mongo = await scratchMongo()
})
afterAll(() => mongo[Symbol.asyncDispose]())

const newRegistration = (change: Partial<NewRegistration> = {}): NewRegistration => ({
  id: newId(),
  eventId: newId(),
  userId: newId(),
  details: { kind: 'owner', team: 'Harbour Hawks', short: 'HH', colour: '#0a7cff' },
  ...change,
})

test('REG-1 of 20 submissions at once by one person one is stored, with one message, and all are given it', async () => {
  const { eventId, userId } = newRegistration()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      insertRegistration(mongo, newRegistration({ eventId, userId }), { key: KEY, leasedUntilMs: 50 }, 10),
    ),
  )
  expect(new Set(answers.map(({ registration }) => registration.id)).size).toBe(1)
  expect(answers.filter(({ message }) => message !== null)).toHaveLength(1)
  const [stored, ...others] = await listRegistrations(mongo, { eventId, userId })
  expect(others).toEqual([])
  expect(stored).toMatchObject({ status: 'pending', version: 1, reason: null, kind: 'owner' })
  expect(stored?.outbox).toEqual([{ id: expect.any(String), key: KEY, version: 1, leasedUntilMs: 50 }])
})

test('REG-2 of 20 changes at once of one version exactly one is made', async () => {
  const registration = newRegistration()
  await insertRegistration(mongo, registration, { key: KEY, leasedUntilMs: 0 }, 10)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      changeRegistration(
        mongo,
        { id: registration.id, version: 1 },
        { status: 'confirmed', reason: `${index}` },
        null,
        20,
      ),
    ),
  )
  const made = answers.filter((answer) => answer !== null)
  expect(made).toHaveLength(1)
  expect(await registrationById(mongo, registration.id)).toEqual(made[0]?.registration)
  expect(made[0]?.registration).toMatchObject({ version: 2, status: 'confirmed', updatedAtMs: 20, createdAtMs: 10 })
})

test('OUTBOX-1 clearing a message leaves a later one where it is', async () => {
  const registration = newRegistration()
  const first = await insertRegistration(mongo, registration, { key: KEY, leasedUntilMs: 0 }, 10)
  const change = { status: 'withdrawn' as const }
  const second = await changeRegistration(
    mongo,
    { id: registration.id, version: 1 },
    change,
    { key: KEY, leasedUntilMs: 0 },
    20,
  )
  await clearOutbox(mongo, registration.id, first.message?.id ?? '')
  expect((await registrationById(mongo, registration.id))?.outbox).toEqual([second?.message])
})

test('OUTBOX-2 of ten sweepers at once each message is leased to one, and again when the lease is over', async () => {
  await using own = await scratchMongo()
  const messages = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const leasedUntilMs = index < 25 ? 100 : 5_000
      const { message } = await insertRegistration(own, newRegistration(), { key: KEY, leasedUntilMs }, index)
      return message
    }),
  )
  const sweep = (nowMs: number) =>
    Promise.all(Array.from({ length: 10 }, () => claimOutbox(own, { nowMs, leaseMs: 1_000, limit: 50 })))
  const claimed = (await sweep(100)).flat()
  expect(claimed.map(({ message }) => message.id).toSorted()).toEqual(
    messages
      .slice(0, 25)
      .map((message) => message?.id)
      .toSorted(),
  )
  expect((await sweep(1_000)).flat()).toEqual([])
  const [one] = claimed
  await clearOutbox(own, one?.registrationId ?? '', one?.message.id ?? '')
  expect((await sweep(1_100)).flat()).toHaveLength(24)
})

test('REG-3 lists match every field given, oldest first', async () => {
  const eventId = newId()
  const [a, b, c] = [newRegistration({ eventId }), newRegistration({ eventId }), newRegistration({ eventId })]
  for (const [index, registration] of [a, b, c].entries()) {
    await insertRegistration(mongo, registration, { key: KEY, leasedUntilMs: 0 }, index)
  }
  await changeRegistration(mongo, { id: b.id, version: 1 }, { status: 'confirmed' }, null, 9)
  const ids = async (filter: Parameters<typeof listRegistrations>[1]) =>
    (await listRegistrations(mongo, { eventId, ...filter })).map(({ id }) => id)
  expect(await ids({})).toEqual([a.id, b.id, c.id])
  expect(await ids({ statuses: ['pending'] })).toEqual([a.id, c.id])
  expect(await ids({ userId: b.userId, kind: 'owner' })).toEqual([b.id])
  expect(await ids({ kind: 'player' })).toEqual([])
})

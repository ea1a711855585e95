import { expect, test } from 'vitest'
import { emit } from './desk.ts'
import { EVENT_MS, forget } from './forget.ts'
import { deskForTest } from './given.ts'

test('STRIPE-20 an event is told of for thirty days, and then forgotten with its deliveries', () => {
  const desk = deskForTest()
  const { world, nowMs } = desk
  const endpoint = { url: 'http://localhost/hook', events: ['*'], secret: 'whsec', description: null, metadata: {} }
  world.endpoints.put({ ...endpoint, id: 'we_1', createdMs: nowMs, isEnabled: true })
  emit(desk, 'customer.created', { id: 'cus_1' })
  const later = { ...desk, nowMs: nowMs + EVENT_MS - 1 }
  emit(later, 'customer.updated', { id: 'cus_1' })
  forget(world, later.nowMs)
  expect(world.events.oldestFirst().length).toBe(2)
  forget(world, later.nowMs + 1)
  expect(world.events.oldestFirst().map(({ type }) => type)).toEqual(['customer.updated'])
  expect(world.deliveries.oldestFirst().length).toBe(1)
  expect(world.agenda.oldestFirst().length).toBe(1)
})

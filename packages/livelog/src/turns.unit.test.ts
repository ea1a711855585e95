import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('EXEC-2 commands of one log take turns, those of others do not wait, and a failure ends only its own', async () => {
  const turns = new Turns()
  const order: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = turns.take('a', 1_000, async () => {
    await gate.promise
    order.push('first')
    throw new Error('broken')
  })
  const second = turns.take('a', 1_000, async () => order.push('second'))
  await turns.take('b', 1_000, async () => order.push('other log'))
  gate.resolve()
  await expect(first).rejects.toThrow('broken')
  await second
  expect(order).toEqual(['other log', 'first', 'second'])
})

test('DOWN-1 a command whose turn comes too late never runs', async () => {
  const turns = new Turns()
  const gate = Promise.withResolvers<void>()
  const first = turns.take('a', 1_000, () => gate.promise.then(() => 'done'))
  let ran = false
  const late = turns.take('a', -1, async () => {
    ran = true
    return 'done'
  })
  gate.resolve()
  expect([await first, await late, ran]).toEqual(['done', null, false])
})

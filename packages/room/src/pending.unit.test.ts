import { expect, test } from 'vitest'
import { createPending, GIVE_UP_MS } from './pending.ts'

const refused = (code: 'UNCERTAIN' | 'ALREADY_LEADING') =>
  ({ ok: false, commandId: 'c1', code, words: 'words', seq: 4, nowMs: 0 }) as const

function setUp() {
  let nowMs = 0
  let asked = 0
  const pending = createPending(() => nowMs)
  const outcome = pending.add('c1', () => {
    asked += 1
  })
  return { pending, outcome, asked: () => asked, pass: (ms: number) => (nowMs += ms) }
}

test('COMMAND-1 the answer settles a command', async () => {
  const { pending, outcome } = setUp()
  pending.answered('c1', { ok: true, commandId: 'c1', seq: 7, nowMs: 0 })
  expect(await outcome).toEqual({ is: 'accepted', seq: 7 })
  expect(pending.size()).toBe(0)
})

test('COMMAND-1 the entry settles it when it comes first, and the later answer changes nothing', async () => {
  const { pending, outcome } = setUp()
  pending.seen('c1', 7)
  pending.answered('c1', refused('ALREADY_LEADING'))
  expect(await outcome).toEqual({ is: 'accepted', seq: 7 })
})

test('COMMAND-2 a refusal settles it with its words', async () => {
  const { pending, outcome } = setUp()
  pending.answered('c1', refused('ALREADY_LEADING'))
  expect(await outcome).toEqual({ is: 'refused', code: 'ALREADY_LEADING', words: 'words' })
})

test('COMMAND-3 an uncertain answer is asked again with the same id, until it is given up', async () => {
  const { pending, outcome, asked, pass } = setUp()
  expect(pending.answered('c1', refused('UNCERTAIN'))).toBe(true)
  pending.askAgain()
  expect(asked()).toBe(2)
  pass(GIVE_UP_MS)
  pending.askAgain()
  expect((await outcome).is).toBe('unknown')
  expect(asked()).toBe(2)
})

test('ANSWER-3 what was refused as a whole is not asked again', async () => {
  const { pending, outcome, asked } = setUp()
  pending.refuseAll('TOO_BIG', 'words')
  expect(await outcome).toEqual({ is: 'refused', code: 'TOO_BIG', words: 'words' })
  pending.askAgain()
  expect(asked()).toBe(1)
})

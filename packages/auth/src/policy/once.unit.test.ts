import { expect, test } from 'vitest'
import { onceIn } from './once.ts'

test('AUDIT-2 the same thing again is new only after a while, and a flood does not fill the memory', () => {
  const isNew = onceIn(1_000)
  expect(['a', 'a', 'b'].map((key) => isNew(key, 0))).toEqual([true, false, true])
  expect([isNew('a', 999), isNew('a', 1_000)]).toEqual([false, true])
  for (let n = 0; n < 30_000; n += 1) isNew(`flood-${n}`, 1_001)
  expect(isNew('a', 1_002)).toBe(true)
})

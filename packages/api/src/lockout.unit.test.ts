import { expect, test } from 'vitest'
import { pauseAfter } from './lockout.ts'

test('GUESS-1 five tries are free; then pauses grow from one minute to fifteen', () => {
  const minutes = Array.from({ length: 12 }, (_, at) => pauseAfter(at + 1, 5) / 60_000)
  expect(minutes).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15])
  expect(pauseAfter(100_000, 5)).toBe(15 * 60_000)
})

import { expect, test } from 'vitest'
import { waitWords } from './sign-in.ts'

test('GUESS-1 a pause is said in words that never promise too much', () => {
  expect([400, 1_000, 59_100, 89_000, 90_000, 120_000, 121_000, 900_000].map(waitWords)).toEqual([
    '1 second',
    '1 second',
    '60 seconds',
    '89 seconds',
    '2 minutes',
    '2 minutes',
    '3 minutes',
    '15 minutes',
  ])
})

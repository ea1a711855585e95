import { expect, test } from 'vitest'
import { daysLater } from './local-days.ts'

const at = (iso: string) => Date.parse(iso)

test('FIX-12 matches begin at the same time of day, also after clocks have changed', () => {
  expect(daysLater(at('2026-03-28T18:00:00+01:00'), 1, 'Europe/Berlin')).toBe(at('2026-03-29T18:00:00+02:00'))
  expect(daysLater(at('2026-10-24T18:00:00+02:00'), 7, 'Europe/Berlin')).toBe(at('2026-10-31T18:00:00+01:00'))
  expect(daysLater(at('2026-03-28T18:00:00+05:30'), 30, 'Asia/Kolkata')).toBe(at('2026-04-27T18:00:00+05:30'))
  expect(daysLater(at('2026-03-28T18:00:00.250Z'), 0, 'UTC')).toBe(at('2026-03-28T18:00:00.250Z'))
})

import { expect, test } from 'vitest'
import { ago } from './ago.ts'

const NOW = Date.UTC(2026, 10, 20, 12)

test.each([
  [0, 'just now'],
  [-5_000, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [59 * 60_000, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [23 * 3_600_000, '23 hours ago'],
  [26 * 3_600_000, '1 day ago'],
  [6.9 * 86_400_000, '6 days ago'],
  [7 * 86_400_000, null],
])('INBOX-2 %i ms are %s', (sinceMs, words) => {
  expect(ago(NOW - sinceMs, NOW)).toBe(words)
})

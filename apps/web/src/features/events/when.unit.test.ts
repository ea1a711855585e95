import { expect, test } from 'vitest'
import { howSoon, localFromMoment, momentFromLocal, momentIn, sameClock } from './when.ts'

const NIGHT = Date.UTC(2026, 10, 20, 14, 0)

test('WHEN-1 a moment is said in the words of its zone', () => {
  expect(momentIn(NIGHT, 'Asia/Kolkata')).toEqual({
    weekday: 'Friday',
    date: '20 November 2026',
    shortDate: 'Fri 20 Nov',
    time: '19:30',
    place: 'Kolkata',
  })
  expect(momentIn(NIGHT, 'America/New_York').time).toBe('09:00')
  expect(momentIn(NIGHT, 'Mars/Olympus').time).toBe('14:00')
})

test('WHEN-2 zones with other names may show the same clock', () => {
  expect(sameClock(NIGHT, 'Asia/Kolkata', 'Asia/Colombo')).toBe(true)
  expect(sameClock(NIGHT, 'Asia/Kolkata', 'Asia/Dubai')).toBe(false)
})

test.each([
  ['2026-11-20T19:30', 'Asia/Kolkata', NIGHT],
  ['2026-11-20T09:00', 'America/New_York', NIGHT],
  // Clocks go back on this day at 02:00, and forward in the next line at 02:00.
  ['2026-11-01T12:00', 'America/New_York', Date.UTC(2026, 10, 1, 17, 0)],
  ['2026-03-08T03:00', 'America/New_York', Date.UTC(2026, 2, 8, 7, 0)],
])('WHEN-3 %s in %s is one moment, there and back', (local, zone, atMs) => {
  expect(momentFromLocal(local, zone)).toBe(atMs)
  expect(localFromMoment(atMs, zone)).toBe(local)
})

test.each(['', '2026-13-40T99:00', 'tomorrow'])('WHEN-4 %j is no moment', (local) => {
  expect(momentFromLocal(local, 'Asia/Kolkata')).toBeNull()
})

test.each([
  [20 * 60_000, 'in 20 minutes'],
  [60_000, 'in 1 minute'],
  [3 * 3_600_000, 'in 3 hours'],
  [3 * 86_400_000, 'in 3 days'],
  [-5 * 60_000, 'now'],
  [-2 * 3_600_000, null],
])('WHEN-5 %i ms away is said as %s', (awayMs, said) => {
  expect(howSoon(NIGHT + awayMs, NIGHT)).toBe(said)
})

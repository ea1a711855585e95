import { FOOTBALL_FORMATS, type FootballPlay, type FootballSetup, football } from '@gavel/scoring'
import { expect, test } from 'vitest'
import type { Moment } from '../fan/moments.ts'
import { clockFace, footballClock, minuteNow, minutesOf } from './clock.ts'

const setup: FootballSetup = {
  ...{ knockout: true, aggregate: null, bench: { home: [], away: [] } },
  sides: { home: { team: 'h', players: [] }, away: { team: 'a', players: [] } },
}
const MINUTE = 60_000

/** Plays with the minutes of the day at which they were written. */
function after(...plays: readonly (readonly [FootballPlay, atMinutes: number])[]) {
  let score = football.begin(FOOTBALL_FORMATS.laws, setup)
  const all: Moment<'football'>[] = plays.map(([play, at], seq) => {
    const before = score
    score = football.apply(score, play)
    return { written: { seq, play, by: 'x', device: 'x', atMs: at * MINUTE }, before, after: score }
  })
  return { score, all }
}
const start = (period: 'first' | 'second' | 'kicks') => ({ type: 'PeriodStart', period }) as const
const goal = (minute: number) =>
  ({ type: 'Goal', side: 'home', how: 'goal', scorer: null, assist: null, at: { minute, added: 0 } }) as const

test('PAD-21 the clock of a half runs from its start, and past its length it shows what is added', () => {
  const first = after([start('first'), 0])
  expect(clockFace(first, 12.5 * MINUTE)).toBe('12:30')
  expect(minuteNow(first, 12.5 * MINUTE)).toEqual({ minute: 13, added: 0 })
  expect(clockFace(first, 46.5 * MINUTE)).toBe('45:00 +1:30')
  expect(minuteNow(first, 46.5 * MINUTE)).toEqual({ minute: 45, added: 2 })
  const second = after([start('first'), 0], [{ type: 'PeriodEnd', period: 'first' }, 47], [start('second'), 60])
  expect(clockFace(second, 61 * MINUTE)).toBe('46:00')
  expect(minutesOf(second.score)).toEqual({ first: 46, last: 90 })
})

test('PAD-21 there is no clock between halves, before the page knows the time, for a half that nobody ended, and where what was written is later', () => {
  const ended = after([start('first'), 0], [{ type: 'PeriodEnd', period: 'first' }, 47])
  expect(footballClock(ended, 50 * MINUTE)).toBeNull()
  expect(footballClock(after([start('first'), 0]), null)).toBeNull()
  expect(footballClock(after([start('first'), 0]), 300 * MINUTE)).toBeNull()
  const told = after([start('first'), 0], [goal(67), 1])
  expect(clockFace(told, 2 * MINUTE)).toBe('67′')
  expect(minuteNow(told, 2 * MINUTE)).toEqual({ minute: 67, added: 0 })
})

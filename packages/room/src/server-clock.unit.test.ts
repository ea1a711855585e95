import { expect, test } from 'vitest'
import { createServerClock } from './server-clock.ts'

test('LATENCY-1 of the last answers the one with the shortest round trip says how far the clocks are apart', () => {
  const clock = createServerClock()
  expect(clock.measured(1_000, 1_400, 6_200)).toEqual({ offsetMs: 5_000, latencyMs: 400 })
  expect(clock.measured(2_000, 2_020, 7_110)).toEqual({ offsetMs: 5_100, latencyMs: 20 })
  expect(clock.measured(3_000, 3_900, 9_000)).toEqual({ offsetMs: 5_100, latencyMs: 900 })
})

test('LATE-4 whoever is shown another moment keeps a clock that fits it', () => {
  const clock = createServerClock()
  expect(clock.moved(500)).toEqual({})
  clock.measured(2_000, 2_020, 7_110)
  expect(clock.moved(-30_000)).toEqual({ offsetMs: -24_900 })
  expect(clock.measured(3_000, 3_900, -21_000)).toEqual({ offsetMs: -24_900, latencyMs: 900 })
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Crowd, Presence } from './presence.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('SEND-4 tells who is there at most once a second, and only when it changed or somebody came', () => {
  const told: Crowd[] = []
  let watching = 0
  const presence = new Presence(
    () => ({ watching, teams: {} }),
    (crowd) => told.push(crowd),
  )
  for (let n = 0; n < 200; n += 1) {
    watching += 1
    presence.came()
  }
  vi.advanceTimersByTime(999)
  expect(told).toEqual([])
  vi.advanceTimersByTime(100)
  expect(told).toEqual([{ watching: 200, teams: {} }])
  presence.changed()
  vi.advanceTimersByTime(2_000)
  expect(told).toHaveLength(1)
  presence.came()
  vi.advanceTimersByTime(2_000)
  expect(told).toHaveLength(2)
  presence.stop()
})

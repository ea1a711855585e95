import type { AuctionState, Lot } from '@gavel/auction'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LotTimer } from './timers.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

const lot: Lot = { lot: 7, player: 'p1', base: 1, bids: [], going: 0, deadlineMs: 1_000, heldUntilMs: null }
const running = (deadlineMs: number | null): Pick<AuctionState, 'lot' | 'phase'> => ({
  lot: { ...lot, deadlineMs },
  phase: { is: 'running' },
})

function timer(asked: [number, number][]) {
  return new LotTimer({
    nowMs: () => Date.now(),
    close: async (number, deadlineMs) => {
      asked.push([number, deadlineMs])
    },
  })
}

it('TIMER-1 asks for the close once time is up, and again until the log says otherwise', async () => {
  const asked: [number, number][] = []
  const clock = timer(asked)
  clock.follow(running(1_000))
  await vi.advanceTimersByTimeAsync(999)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toEqual([[7, 1_000]])
  await vi.advanceTimersByTimeAsync(400)
  expect(asked.length).toBeGreaterThan(1)
  clock.follow({ lot: null, phase: { is: 'running' } })
  const before = asked.length
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toHaveLength(before)
  expect(clock.armed).toBe(false)
})

it('TIMER-1 follows a deadline that moves, and rests in a pause', async () => {
  const asked: [number, number][] = []
  const clock = timer(asked)
  clock.follow(running(1_000))
  clock.follow(running(3_000))
  await vi.advanceTimersByTimeAsync(2_500)
  expect(asked).toEqual([])
  clock.follow({ lot, phase: { is: 'paused', message: '', remainingMs: 500 } })
  await vi.advanceTimersByTimeAsync(2_500)
  expect(asked).toEqual([])
  clock.follow(running(5_000))
  expect(clock.armed).toBe(true)
  await vi.advanceTimersByTimeAsync(200)
  expect(asked).toEqual([[7, 5_000]])
  clock.stop()
})

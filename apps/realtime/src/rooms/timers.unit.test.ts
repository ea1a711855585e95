import type { AuctionState, Lot } from '@gavel/auction'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RoomTimer } from './timers.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

const lot: Lot = {
  ...{ lot: 7, player: 'p1', base: 1, bids: [], going: 0, deadlineMs: 1_000, heldUntilMs: null },
  ...{ stage: { is: 'bidding' }, proxies: [], leftMs: null, story: [] },
}
type Clocked = Pick<AuctionState, 'phase' | 'lot' | 'board' | 'turn'>
const still: Clocked = { phase: { is: 'running' }, lot: null, board: [], turn: null }
const running = (deadlineMs: number | null): Clocked => ({ ...still, lot: { ...lot, deadlineMs } })

function timer(asked: [number, number][]) {
  return new RoomTimer({
    nowMs: () => Date.now(),
    ask: async ({ atMs, command }) => {
      asked.push([command.type === 'CloseLot' ? command.lot : command.turn, atMs])
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
  clock.follow(still)
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
  clock.follow({ ...still, lot, phase: { is: 'paused', message: '', remainingMs: 500 } })
  await vi.advanceTimersByTimeAsync(2_500)
  expect(asked).toEqual([])
  clock.follow(running(5_000))
  expect(clock.armed).toBe(true)
  await vi.advanceTimersByTimeAsync(200)
  expect(asked).toEqual([[7, 5_000]])
  clock.stop()
})

it('TIMER-2 watches every open lot and the turn with one timer, and asks for all that is due', async () => {
  const asked: [number, number][] = []
  const clock = timer(asked)
  const board = (deadlines: Record<number, number>) =>
    Object.entries(deadlines).map(([n, deadlineMs]) => ({ ...lot, lot: Number(n), deadlineMs }))
  clock.follow({
    ...still,
    board: board({ 1: 9_000, 2: 1_000, 3: 1_000 }),
    turn: { n: 40, team: 't1', deadlineMs: 4_000 },
  })
  await vi.advanceTimersByTimeAsync(1_100)
  expect(asked.map(([n]) => n).toSorted()).toEqual([2, 3])
  clock.follow({ ...still, board: board({ 1: 9_000 }), turn: { n: 40, team: 't1', deadlineMs: 4_000 } })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(asked.at(-1)).toEqual([40, 4_000])
  clock.follow({ ...still, board: board({ 1: 9_000 }) })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked.at(-1)).toEqual([1, 9_000])
  clock.stop()
  expect(clock.armed).toBe(false)
})

import type { Entry } from '@gavel/auction'
import { REACTIONS_PER_SECOND, type ReactionsMessage } from '@gavel/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { endedBy, leaderboard } from './leaderboard.ts'
import { Reactions } from './reactions.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

it('FAN-1 counts what everybody throws in and tells it once a second, and nobody throws in more than a few', async () => {
  const told: ReactionsMessage['counts'][] = []
  const reactions = new Reactions((counts) => told.push(counts))
  const [one, other] = [{}, {}]
  const sent = Array.from({ length: REACTIONS_PER_SECOND + 2 }, () => reactions.add(one, 'clap'))
  expect(sent.filter(Boolean)).toHaveLength(REACTIONS_PER_SECOND)
  expect(reactions.add(other, 'wow')).toBe(true)
  await vi.advanceTimersByTimeAsync(1_100)
  expect(told).toEqual([{ clap: REACTIONS_PER_SECOND, wow: 1 }])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(told).toHaveLength(1)
  expect(reactions.add(one, 'oh')).toBe(true)
  await vi.advanceTimersByTimeAsync(1_100)
  expect(told.at(-1)).toEqual({ oh: 1 })
})

const guess = (name: string, amount: number, atMs: number, counts = true) => ({ name, amount, atMs, counts })

it('FAN-3 the closest guess wins, of equals the earlier one, and each who guessed hears the own place', () => {
  const guesses = new Map([
    ['u1', guess('Asha', 90, 3)],
    ['u2', guess('Bo', 110, 2)],
    ['u3', guess('Cy', 100, 9)],
    ['u4', guess('Di', 500, 1)],
  ])
  const board = leaderboard('a1', { lot: 4, price: 101 }, guesses)
  expect(board?.toAll).toEqual({
    ...{ auctionId: 'a1', lot: 4, price: 101, count: 4, yours: null },
    best: [
      { name: 'Cy', amount: 100 },
      { name: 'Bo', amount: 110 },
      { name: 'Asha', amount: 90 },
      { name: 'Di', amount: 500 },
    ],
  })
  expect(board?.to('u1').yours).toEqual({ place: 3, amount: 90 })
  expect(board?.to('somebody').yours).toBeNull()
  const equals = new Map([
    ['u1', guess('Late', 90, 2)],
    ['u2', guess('Early', 110, 1)],
  ])
  expect(leaderboard('a1', { lot: 4, price: 100 }, equals)?.toAll.best[0]?.name).toBe('Early')
})

it('LATE-8 a guess that came after the first call in the hall has no place, and where no other is nothing is told', () => {
  const guesses = new Map([
    ['u1', guess('Asha', 90, 3)],
    ['u2', guess('Knowing', 100, 2, false)],
  ])
  const board = leaderboard('a1', { lot: 4, price: 100 }, guesses)
  expect(board?.toAll).toMatchObject({ count: 1, best: [{ name: 'Asha' }] })
  expect([board?.to('u1').yours?.place, board?.to('u2').yours]).toEqual([1, null])
  guesses.delete('u1')
  expect(leaderboard('a1', { lot: 4, price: 100 }, guesses)).toBeNull()
})

it('FAN-3 where nobody was sold nobody has won, and where nobody guessed nothing is told', () => {
  const guesses = new Map([['u1', guess('Asha', 90, 3)]])
  expect(leaderboard('a1', { lot: 4, price: null }, guesses)?.to('u1')).toMatchObject({
    count: 1,
    best: [],
    yours: null,
  })
  expect(leaderboard('a1', { lot: 4, price: 100 }, new Map())).toBeNull()
})

it('FAN-3 a lot ends by a sale or without one', () => {
  const stamp = { atMs: 1, by: '', cmd: '', sum: '' }
  const entries: Entry[] = [
    { ...stamp, type: 'LotSold', seq: 5, lot: 2, player: 'p', team: 't', amount: 70, bid: 4 },
    { ...stamp, type: 'LotOpened', seq: 6, lot: 3, player: 'q', base: 10 },
    { ...stamp, type: 'LotUnsold', seq: 7, lot: 3, player: 'q' },
  ]
  expect(endedBy(entries)).toEqual([
    { lot: 2, price: 70 },
    { lot: 3, price: null },
  ])
})

import type { Draft, Entry } from '@gavel/auction'
import { expect, test } from 'vitest'
import { contestsOf } from './contests.ts'

const log = (drafts: readonly Draft[]): Entry[] =>
  drafts.map((draft, at) => ({ ...draft, seq: at + 1, atMs: at * 1_000, by: 'u', cmd: '', sum: '' }))
const bid = (lot: number, team: string, amount: number): Draft => ({
  type: 'BidPlaced',
  lot,
  team,
  amount,
  floor: false,
})

test('RESULT-3 each ended lot tells its bids, its bidders and its time; what was taken back does not count, and a reopened lot goes on', () => {
  const entries = log([
    { type: 'LotOpened', lot: 1, player: 'p1', base: 10 },
    bid(1, 'a', 10),
    bid(1, 'b', 20),
    bid(1, 'c', 30),
    { type: 'BidRetracted', lot: 1, bid: 4 },
    { type: 'LotSold', lot: 1, player: 'p1', team: 'b', amount: 20, bid: 3 },
    { type: 'LotReopened', lot: 1 },
    bid(1, 'a', 30),
    { type: 'LotSold', lot: 1, player: 'p1', team: 'a', amount: 30, bid: 8 },
    { type: 'LotOpened', lot: 2, player: 'p2', base: 10 },
    { type: 'LotUnsold', lot: 2, player: 'p2' },
    { type: 'LotOpened', lot: 3, player: 'p3', base: 10 },
    bid(3, 'a', 10),
  ])
  expect(contestsOf(entries)).toEqual([
    { lot: 1, playerId: 'p1', seq: 1, bids: 3, teams: 2, tookMs: 8_000 },
    { lot: 2, playerId: 'p2', seq: 10, bids: 0, teams: 0, tookMs: 1_000 },
  ])
})

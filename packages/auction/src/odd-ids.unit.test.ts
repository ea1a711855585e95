import { expect, test } from 'vitest'
import { createAuction, decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { ipl2025 } from './rule-sets/ipl-2025.ts'

test('BID-4, POOL-1 an id that is a name of JavaScript’s own is nobody’s', () => {
  const stamp = { atMs: 1, by: 'a', cmd: 'c', sum: 's' }
  let state = evolve(null, { ...createAuction('a', ipl2025), ...stamp, seq: 1 })
  const drafts = [
    { type: 'TeamAdded', team: 't', purse: 10_000_000_000 },
    { type: 'PlayerAdded', player: 'p', base: 300_000_000, set: 's', overseas: null },
    { type: 'AuctionStarted' },
    { type: 'LotOpened', lot: 1, player: 'p', base: 300_000_000 },
  ] as const
  drafts.forEach((draft, i) => {
    state = evolve(state, { ...draft, ...stamp, seq: i + 2 })
  })
  const by = 'a'
  const bid = { by, type: 'PlaceBid', lot: 1, amount: 300_000_000 } as const
  expect(decide(state, { ...bid, floorTeam: 'constructor' }, 1)).toEqual({ refusal: { code: 'UNKNOWN_TEAM' } })
  expect(decide(state, { ...bid, by: 'toString', floorTeam: null }, 1)).toEqual({ refusal: { code: 'NOT_A_PADDLE' } })
  expect(decide(state, { by, type: 'WithdrawPlayer', player: 'constructor' }, 1)).toEqual({
    refusal: { code: 'UNKNOWN_PLAYER' },
  })
})

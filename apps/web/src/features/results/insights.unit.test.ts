import { createAuction, type Draft, type Entry, fold, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { amountsApart, type Bought, boughtIn, dealsIn, OTHER_ROLES, spendByRole } from './insights.ts'

const one = (player: string, team: string, role: string, base: number, price: number, more: Partial<Bought> = {}) => ({
  ...{ player, team, role, base, price, debit: price, fee: price, levy: 0, lot: 1 },
  ...more,
})

test('RESULT-4 spending is told by role and team, retained players by what they cost the purse', () => {
  const rules = ruleSet('ipl-2025')
  if (!rules) throw new Error('no rule set')
  const drafts: Draft[] = [
    createAuction('a1', rules),
    { type: 'TeamAdded', team: 't1', purse: 1_000 },
    { type: 'TeamAdded', team: 't2', purse: 1_000 },
    ...['p1', 'p2', 'p3'].map(
      (player): Draft => ({ type: 'PlayerAdded', player, base: 10, set: 'S', overseas: false }),
    ),
    { type: 'PlayerRetained', player: 'p1', team: 't1', amount: 100, debit: 180 },
    { type: 'AuctionStarted' },
    { type: 'LotOpened', lot: 1, player: 'p2', base: 10 },
    { type: 'BidPlaced', lot: 1, team: 't2', amount: 20, floor: true },
    { type: 'LotSold', lot: 1, player: 'p2', team: 't2', amount: 20, bid: 9, levy: 5 },
  ]
  const state = fold(drafts.map((draft, at): Entry => ({ ...draft, seq: at + 1, atMs: at, by: 'u', cmd: '', sum: '' })))
  const bought = state ? boughtIn(state, (id) => (id === 'p1' ? 'Batter' : '')) : []
  expect(spendByRole(bought)).toEqual([
    { role: 'Batter', players: 1, spent: 180, byTeam: { t1: 180 } },
    { role: 'No role', players: 1, spent: 20, byTeam: { t2: 20 } },
  ])
  expect(amountsApart(bought)?.sums).toEqual({ price: 120, debit: 200, fee: 120, levy: 5 })
})

test('RESULT-4 of many roles the cheapest stand together', () => {
  const bought = Array.from({ length: 8 }, (_, at) => one(`p${at}`, 't', `role ${at}`, 10, 100 - at))
  const roles = spendByRole(bought)
  expect(roles.map(({ role }) => role)).toEqual(['role 0', 'role 1', 'role 2', 'role 3', 'role 4', OTHER_ROLES])
  expect(roles.at(-1)).toMatchObject({ players: 3, spent: 95 + 94 + 93 })
})

test('RESULT-5 steals and overpays are measured against the middle price of their base, of bases with enough sales', () => {
  const sold = [
    one('a', 't', 'r', 10, 10),
    one('b', 't', 'r', 10, 20),
    one('c', 't', 'r', 10, 40),
    one('d', 't', 'r', 10, 200),
    one('e', 't', 'r', 10, 5, { lot: null }),
    one('f', 't', 'r', 50, 900),
  ]
  const { steals, overpaid } = dealsIn(sold, 1)
  expect(steals.map(({ player, middle, against }) => [player, middle, against])).toEqual([['a', 30, 1 / 3]])
  expect(overpaid.map(({ player }) => player)).toEqual(['d'])
})

test('RESULT-6 the four amounts are told apart only where they differ', () => {
  expect(amountsApart([one('a', 't', 'r', 10, 10)])).toBeNull()
  const apart = amountsApart([one('a', 't', 'r', 10, 10), one('b', 't', 'r', 10, 30, { fee: 18, levy: 12 })])
  expect(apart?.rows.map(({ player }) => player)).toEqual(['b'])
  expect(apart?.sums).toEqual({ price: 40, debit: 40, fee: 28, levy: 12 })
})

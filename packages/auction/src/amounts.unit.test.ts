import { expect, test } from 'vitest'
import { Room, runningRoom } from './given.ts'
import { CRORE } from './money.ts'
import { amountsOf, priceOf } from './price.ts'
import { ruleSet } from './rule-sets/index.ts'

const overseas = { overseas: true, categories: [] }
const local = { overseas: false, categories: [] }
const CAP = { feeCap: { category: 'overseas', amount: 100 } }

test('AMOUNTS-1 without a cap or a tie-break the four amounts are the price, and nothing for the league', () => {
  expect(priceOf({ feeCap: null }, overseas, 250, 0)).toEqual({ hammer: 250, debit: 250, fee: 250, levy: 0 })
})

test('AMOUNTS-2 a player of the capped category gets no more than the cap; the purse pays the price, the league gets the rest', () => {
  expect(priceOf(CAP, overseas, 250, 0)).toEqual({ hammer: 250, debit: 250, fee: 100, levy: 150 })
  expect(priceOf(CAP, overseas, 100, 0)).toEqual({ hammer: 100, debit: 100, fee: 100, levy: 0 })
  expect(priceOf(CAP, local, 250, 0)).toEqual({ hammer: 250, debit: 250, fee: 250, levy: 0 })
  expect(
    priceOf({ feeCap: { category: 'junior', amount: 100 } }, { ...local, categories: ['junior'] }, 250, 0).fee,
  ).toBe(100)
})

test('AMOUNTS-2 a mini auction of 2026 pays an overseas player 18 crore of 25.2', () => {
  const room = new Room(ruleSet('ipl-2026'))
  const price = 25.2 * CRORE
  for (const team of ['t1', 't2']) room.does({ type: 'AddTeam', team, purse: room.state.rules.purse })
  room.does(
    { type: 'AddPlayers', players: [{ player: 'him', base: 2 * CRORE, set: 's', overseas: true }] },
    { type: 'StartAuction' },
    { type: 'OpenLot', player: 'him' },
    { type: 'PlaceBid', lot: 1, amount: price, floorTeam: 't1' },
  )
  room.does({ type: 'Hammer', lot: 1, bid: room.state.seq })
  expect(room.state.players.him?.status).toMatchObject({
    amount: price,
    debit: price,
    fee: 18 * CRORE,
    levy: 7.2 * CRORE,
  })
  expect(room.state.teams.t1?.spent).toBe(price)
})

test('AMOUNTS-3 a sealed amount is added to what the league gets, and to nothing else', () => {
  expect(priceOf(CAP, local, 250, 70)).toEqual({ hammer: 250, debit: 250, fee: 250, levy: 70 })
  expect(priceOf(CAP, overseas, 250, 70)).toEqual({ hammer: 250, debit: 250, fee: 100, levy: 220 })
})

test('AMOUNTS-4 an entry says the fee and the levy only where they differ from the price and from nothing', () => {
  expect(amountsOf(priceOf(CAP, local, 250, 0))).toEqual({ amount: 250 })
  expect(amountsOf(priceOf(CAP, local, 250, 70))).toEqual({ amount: 250, levy: 70 })
  expect(amountsOf(priceOf(CAP, overseas, 250, 0))).toEqual({ amount: 250, fee: 100, levy: 150 })
  const room = runningRoom().does({ type: 'OpenLot', player: 'p1' })
  room.bid('t1', 20)
  room.does({ type: 'Hammer', lot: 1, bid: room.state.seq })
  expect(Object.keys(room.entries.at(-1) ?? {}).toSorted()).toEqual(
    ['type', 'lot', 'player', 'team', 'amount', 'bid', 'seq', 'atMs', 'by', 'cmd', 'sum'].toSorted(),
  )
})

import { type Draft, LAKH } from '@gavel/auction'
import { expect, test } from 'vitest'
import { amountAsTyped, amountTyped } from '../amount-typed.ts'
import { added, directoryWith, rulesWith, sold, stateOf } from '../given.ts'
import { moved, standOf, storedWishes, withMaximum } from '../wishes.ts'
import { ableRivals } from './able-rivals.ts'
import { categoryNeeds, paceOf, roleNeeds } from './squad-needs.ts'
import { strandedBy } from './stranding.ts'

const PURSE = 1_000 * LAKH
const rules = rulesWith({ purse: PURSE, squad: { min: 4, max: 6 }, overseasMax: 2, minSpendPercent: null })
const teams: Draft[] = ['A', 'B'].map((team) => ({ type: 'TeamAdded', team, purse: PURSE }))
const pool: Draft[] = [
  added('p1', 50 * LAKH),
  added('p2', 40 * LAKH),
  added('p3', 30 * LAKH, { overseas: true }),
  added('p4', 30 * LAKH),
  added('p5', 30 * LAKH),
]
const directory = directoryWith({ p1: 'Batter', p2: 'Batter', p3: 'Bowler', p4: 'Bowler', p5: 'Wicket-keeper' })
const started: Draft = { type: 'AuctionStarted' }

test('OWNER-1 a role’s gap is its share of the pool, or what the owner wants, less who is held', () => {
  const state = stateOf(rules, [...teams, ...pool, started, ...sold(1, 'p1', 'A', 50 * LAKH)])
  expect(roleNeeds(state, directory, 'A', { Bowler: 3 })).toEqual([
    { role: 'Batter', held: 1, wanted: 2, own: false, toCome: 1, cheapest: 40 * LAKH },
    { role: 'Bowler', held: 0, wanted: 3, own: true, toCome: 2, cheapest: 30 * LAKH },
    { role: 'Wicket-keeper', held: 0, wanted: 1, own: false, toCome: 1, cheapest: 30 * LAKH },
  ])
})

test('OWNER-2 a category says its least, its most, who is held and who can come', () => {
  const keepers = { id: 'keeper', label: 'keeper', min: 2, max: null }
  const state = stateOf({ ...rules, categories: [keepers] }, [
    ...teams,
    ...pool,
    { type: 'PlayerAdded', player: 'k1', base: 30 * LAKH, set: 'M1', overseas: false, categories: ['keeper'] },
    started,
    ...sold(1, 'p3', 'A', 30 * LAKH),
  ])
  expect(categoryNeeds(state, 'A')).toEqual([
    { id: 'overseas', label: 'overseas', held: 1, min: 0, max: 2, toCome: 0 },
    { ...keepers, held: 0, toCome: 1 },
  ])
})

test('OWNER-3 pace is the money for each open place, beside the others’', () => {
  const state = stateOf({ ...rules, minSpendPercent: 75 }, [
    ...teams,
    ...pool,
    started,
    ...sold(1, 'p1', 'A', 400 * LAKH),
  ])
  expect(paceOf(state, 'A')).toMatchObject({
    spent: 400 * LAKH,
    perPlace: 200 * LAKH,
    othersPerPlace: 250 * LAKH,
    average: 400 * LAKH,
    averageOfAll: 400 * LAKH,
    mustSpend: 350 * LAKH,
  })
  expect(paceOf(stateOf(rules, teams), 'A')).toMatchObject({ average: null, mustSpend: null })
})

test('OWNER-4 a rival can bid where the core would let it, in a pause too', () => {
  const opened: Draft[] = [...teams, ...pool, started, { type: 'LotOpened', lot: 1, player: 'p1', base: 50 * LAKH }]
  const bid = (team: string, amount: number): Draft => ({ type: 'BidPlaced', lot: 1, team, amount, floor: false })
  expect(ableRivals(stateOf(rules, teams), 'A')).toBeNull()
  expect(ableRivals(stateOf(rules, [...opened, { type: 'AuctionPaused', message: '' }]), 'A')).toEqual(['B'])
  expect(ableRivals(stateOf(rules, [...opened, bid('B', 800 * LAKH)]), 'A')).toEqual(['B'])
  // The next price is 925 lakh, and three places of 30 lakh are kept, so 910 is the limit.
  expect(ableRivals(stateOf(rules, [...opened, bid('B', 900 * LAKH)]), 'A')).toEqual([])
  expect(ableRivals(stateOf(rules, [...opened, bid('A', 900 * LAKH)]), 'A')).toEqual([])
})

test('OWNER-5 a bid that strands the squad says why; one that cannot strand it more does not', () => {
  // Three more places at real bases cost 40 + 30 + 30 lakh, though the cheapest base of the rules would keep but 90.
  const costly = [added('p1', 50 * LAKH), added('p2', 40 * LAKH), added('p4', 40 * LAKH), added('p5', 40 * LAKH)]
  const opened: Draft[] = [...teams, ...costly, started, { type: 'LotOpened', lot: 1, player: 'p1', base: 50 * LAKH }]
  const state = stateOf(rules, opened)
  expect(strandedBy(state, 'A', 880 * LAKH)).toBeNull()
  expect(strandedBy(state, 'A', 885 * LAKH)).toEqual({
    is: 'money',
    cheapest: 120 * LAKH,
    left: 115 * LAKH,
    needed: 3,
  })
  const few = stateOf(rules, [...opened.slice(0, 4), ...opened.slice(6)])
  expect(strandedBy(few, 'A', 900 * LAKH)).toBeNull()
})

test('OWNER-6 the list keeps its order and its maxima, and sets apart who is gone', () => {
  const list = withMaximum(withMaximum(withMaximum([], 'p1', 5), 'p2', 7), 'p3', 9)
  expect(withMaximum(list, 'p2', 8).map(({ player, max }) => [player, max])).toEqual([
    ['p1', 5],
    ['p2', 8],
    ['p3', 9],
  ])
  expect(withMaximum(list, 'p2', null).map(({ player }) => player)).toEqual(['p1', 'p3'])
  const order = (by: 1 | -1, player: string, shown = ['p1', 'p2', 'p3']) =>
    moved(list, player, by, shown).map((wish) => wish.player)
  expect(order(1, 'p1')).toEqual(['p2', 'p1', 'p3'])
  expect(order(-1, 'p3')).toEqual(['p1', 'p3', 'p2'])
  expect(order(-1, 'p1')).toEqual(['p1', 'p2', 'p3'])
  // Whoever is gone is stepped over.
  expect(order(1, 'p1', ['p1', 'p3'])).toEqual(['p2', 'p3', 'p1'])

  const state = stateOf(rules, [...teams, ...pool, started, ...sold(1, 'p2', 'B', 40 * LAKH)])
  expect(
    standOf(state, 'A', [{ player: 'p1', max: 900 * LAKH }, ...list.slice(1), { player: 'p4', max: 200 * LAKH }]),
  ).toEqual({
    open: [
      { player: 'p1', max: 900 * LAKH },
      { player: 'p3', max: 9 },
      { player: 'p4', max: 200 * LAKH },
    ],
    gone: [{ player: 'p2', max: 7 }],
    total: 1_100 * LAKH + 9,
    over: 100 * LAKH + 9,
  })
})

test('OWNER-6 a list that was kept without an order is read, the dearest first; what is no list is none', () => {
  expect(storedWishes('{"p1":5,"p2":7}')).toEqual([
    { player: 'p2', max: 7 },
    { player: 'p1', max: 5 },
  ])
  expect(storedWishes('[{"player":"p1","max":5}]')).toEqual([{ player: 'p1', max: 5 }])
  for (const text of [null, '', '[1]', '{"p1":-1}']) expect(storedWishes(text)).toEqual([])
})

test('OWNER-7 a bare figure is in lakh for rupees, and in the unit elsewhere', () => {
  expect(amountTyped('75', 'INR')).toBe(75 * LAKH)
  expect(amountTyped('62.5', 'PKR')).toBe(62.5 * LAKH)
  expect(amountTyped('2 cr', 'INR')).toBe(200 * LAKH)
  expect(amountTyped('191', 'USD')).toBe(19_100)
  for (const text of ['', 'much', '0', '-5', '1e9']) expect(amountTyped(text, 'INR'), text).toBeNull()
  expect(amountAsTyped(62.5 * LAKH, 'PKR')).toBe('62.5')
})

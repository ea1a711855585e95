import type { Roster } from '@gavel/api'
import { type AuctionState, createAuction, type Draft, type Entry, fold, LAKH, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { dearestOf } from '../home/dearest.ts'
import { poolOf, searchPool } from './pool.ts'

const rules = ruleSet('ipl-2026')
if (!rules) throw new Error('no rule set')
const base = 30 * LAKH

const player = (playerId: string, name: string, set: string): Roster['players'][number] => ({
  playerId,
  name,
  set,
  country: 'India',
  role: 'Batter',
  base,
  age: null,
  caps: null,
  photoUrl: null,
  stats: {},
})
const roster: Roster = {
  teams: [{ teamId: 'A', name: 'Harbour Herons', short: 'HH', colour: '#004ba0', logoUrl: null }],
  players: [
    player('p1', 'Renée Ødegaard', 'Batters'),
    player('p2', 'Kabir Oberoi', 'Marquee'),
    player('p3', 'Tomás Ríos', 'Batters'),
  ],
  sets: [
    { id: 'batters', name: 'Batters' },
    { id: 'marquee', name: 'Marquee' },
  ],
}
const sale = (lot: number, id: string, amount: number): Draft[] => [
  { type: 'LotOpened', lot, player: id, base },
  { type: 'BidPlaced', lot, team: 'A', amount, floor: false },
  { type: 'LotSold', lot, player: id, team: 'A', amount, bid: 0 },
]
const drafts: Draft[] = [
  createAuction('a1', rules),
  { type: 'TeamAdded', team: 'A', purse: rules.purse },
  { type: 'PlayerAdded', player: 'p2', base, set: 'marquee', overseas: false },
  { type: 'PlayerAdded', player: 'p3', base, set: 'batters', overseas: true },
  { type: 'PlayerAdded', player: 'p1', base, set: 'batters', overseas: null },
  { type: 'AuctionStarted' },
  ...sale(1, 'p2', 50 * LAKH),
  ...sale(2, 'p1', 50 * LAKH),
]
const state = fold(
  drafts.map((draft, at): Entry => ({ ...draft, seq: at + 1, atMs: at, by: 'u', cmd: '', sum: '' })),
) as AuctionState

const namesIn = (sets: ReturnType<typeof poolOf>) =>
  sets.map(({ name, players }) => [name, ...players.map((one) => one.name)])

test('PROGRAMME-1 the pool stands in the running order, with what became of each player', () => {
  const pool = poolOf(roster, state)
  expect(namesIn(pool)).toEqual([
    ['Marquee', 'Kabir Oberoi'],
    ['Batters', 'Tomás Ríos', 'Renée Ødegaard'],
  ])
  expect(pool[0]?.players[0]?.status).toMatchObject({ is: 'sold', team: 'A', amount: 50 * LAKH })
  expect(pool[1]?.players[0]).toMatchObject({ overseas: true, status: { is: 'waiting' } })
})

test('PROGRAMME-2 without the auction the pool stands as the roster lists it, and everybody waits', () => {
  const pool = poolOf(roster, null)
  expect(namesIn(pool)).toEqual([
    ['Batters', 'Renée Ødegaard', 'Tomás Ríos'],
    ['Marquee', 'Kabir Oberoi'],
  ])
  expect(pool.flatMap(({ players }) => players.map(({ status }) => status.is))).toEqual([
    'waiting',
    'waiting',
    'waiting',
  ])
})

test.each([
  ['rios', [['Batters', 'Tomás Ríos']]],
  ['india kab', [['Marquee', 'Kabir Oberoi']]],
  ['nobody', []],
])('PROGRAMME-3 looking for %j needs no accents and any part of the name, country or role', (wanted, found) => {
  expect(namesIn(searchPool(poolOf(roster, state), wanted))).toEqual(found)
})

test('HOME-1 results lead with the highest prices; of equal ones, with who was sold first', () => {
  expect(dearestOf(state, roster, 3).map(({ name, team }) => [name, team.short])).toEqual([
    ['Kabir Oberoi', 'HH'],
    ['Renée Ødegaard', 'HH'],
  ])
  expect(dearestOf(state, roster, 1)).toHaveLength(1)
})

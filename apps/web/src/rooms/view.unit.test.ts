import { type AuctionState, createAuction, type Draft, type Entry, evolve, fold, LAKH, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { directoryOf } from './directory.ts'
import { sentence } from './sentences.ts'
import { howSold } from './stages/drama.ts'
import { boardOf, countsOf, dearestSale, lastSales, teamRows, upcomingSets } from './view.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')
const base = 30 * LAKH
const sale = (lot: number, player: string, team: string, amount: number): Draft[] => [
  { type: 'LotOpened', lot, player, base },
  { type: 'BidPlaced', lot, team, amount, floor: false },
  { type: 'LotSold', lot, player, team, amount, bid: 0 },
]
const entriesOf = (drafts: readonly Draft[]) =>
  drafts.map((draft, at): Entry => ({ ...draft, seq: at + 1, atMs: at, by: 'u', cmd: '', sum: '' }))
const drafts: Draft[] = [
  createAuction('a1', rules),
  { type: 'TeamAdded', team: 'A', purse: rules.purse },
  { type: 'TeamAdded', team: 'B', purse: rules.purse },
  ...['p1', 'p2', 'p3'].map((player): Draft => ({ type: 'PlayerAdded', player, base, set: 'M1', overseas: false })),
  { type: 'AuctionStarted' },
  ...sale(1, 'p1', 'A', 50 * LAKH),
  ...sale(2, 'p2', 'B', 80 * LAKH),
]
const state = fold(entriesOf(drafts)) as AuctionState

test('PANEL-1 the board keeps the last lot until the next one opens', () => {
  expect(boardOf(state)).toMatchObject({ is: 'sold', lot: 2, player: 'p2', price: 80 * LAKH, leader: 'B', next: null })
  const opened = evolve(state, {
    type: 'LotOpened',
    lot: 3,
    player: 'p3',
    base,
    seq: state.seq + 1,
    atMs: 1,
    by: 'u',
    cmd: '',
    sum: '',
  })
  expect(boardOf(opened)).toMatchObject({ is: 'open', lot: 3, price: base, leader: null, next: base })
})

test('PANEL-5 a sale that was corrected or declared void stands as it is now', () => {
  const stamp = { seq: state.seq + 1, atMs: 1, by: 'u', cmd: '', sum: '' }
  const corrected = { type: 'SaleCorrected', correction: 1, player: 'p2', ...stamp } as const
  const moved = evolve(state, { ...corrected, to: { team: 'A', amount: 70 * LAKH } })
  expect(boardOf(moved)).toMatchObject({ is: 'sold', leader: 'A', price: 70 * LAKH })
  expect(howSold(moved, (team) => team)).toBe('Corrected since')
  expect(boardOf(evolve(state, { ...corrected, to: null }))).toMatchObject({ is: 'unsold', leader: null, price: base })
})

test('PANEL-2 an ended auction shows how it came out', () => {
  const ended = evolve(state, { type: 'AuctionEnded', seq: state.seq + 1, atMs: 1, by: 'u', cmd: '', sum: '' })
  expect(boardOf(ended)).toEqual({ is: 'idle' })
  expect(dearestSale(ended)).toMatchObject({ player: 'p2', team: 'B', amount: 80 * LAKH })
  expect(countsOf(ended)).toEqual({ sold: 2, unsold: 0, waiting: 1, retained: 0, spent: 130 * LAKH })
})

test('PANEL-3 teams stand by what is left, and sets without anybody waiting are left out', () => {
  expect(teamRows(state).map(({ id, left }) => [id, left])).toEqual([
    ['A', rules.purse - 50 * LAKH],
    ['B', rules.purse - 80 * LAKH],
  ])
  expect(upcomingSets(state)).toEqual([{ set: 'M1', players: ['p3'] }])
})

test('WORDS-1 every entry reads as a sentence, with names in place of ids', () => {
  const directory = directoryOf({
    teams: [{ teamId: 'B', name: 'Blue Herons', short: 'BH', colour: '#004ba0', logoUrl: null }],
    players: [
      { playerId: 'p2', name: 'Lalit Yadav', country: '', role: '', age: null, caps: null, photoUrl: null, stats: {} },
    ],
    sets: [{ id: 'M1', name: 'M1' }],
  })
  const said = entriesOf(drafts).map((entry) => sentence(entry, directory, 'INR'))
  expect(said.at(-1)).toBe('Lalit Yadav sold to Blue Herons for ₹80 lakh.')
  for (const words of said) expect(words).toMatch(/^[A-Z].+\.$/)
})

test('WORDS-1 a set that is called a set is not called one twice', () => {
  const names = ['M1', 'Set A', 'Uncapped batters 2']
  const directory = directoryOf({ teams: [], players: [], sets: names.map((name) => ({ id: name, name })) })
  expect(names.map(directory.set)).toEqual(['Set M1', 'Set A', 'Uncapped batters 2'])
  expect(directory.set('recalled')).toBe('Recalled players')
})

test('WORDS-1, NAMES-2 who has left the auction again still reads as a sentence, and is not asked for', () => {
  const directory = directoryOf({
    teams: [{ teamId: 'B', name: 'Blue Herons', short: 'BH', colour: '#004ba0', logoUrl: null }],
    players: [],
    sets: [],
  })
  const gone: Draft[] = [
    { type: 'TeamRemoved', team: 'A' },
    { type: 'PlayerRemoved', player: 'p1' },
    { type: 'PlayerEdited', player: 'p1', base, overseas: null },
    { type: 'PurseSet', team: 'B', purse: 80 * LAKH },
    { type: 'RulesChanged', rules },
    { type: 'PoolArranged', sets: [] },
    { type: 'NamesChanged' },
  ]
  expect(entriesOf(gone).map((entry) => sentence(entry, directory, 'INR'))).toEqual([
    'A team left.',
    'A player was taken out of the pool.',
    'A player has a base of ₹30 lakh.',
    'Blue Herons has a purse of ₹80 lakh.',
    'The auction goes by IPL 2025.',
    'The running order was arranged anew.',
    'A name or a picture was corrected.',
  ])
  expect(directory.missing([], ['B'])).toBe(0)
  expect(directory.missing(['p1', 'p2'], ['B'])).toBe(2)
  expect(directory.missing([], ['A'])).toBe(2)
  expect(directory.missing([], [])).toBe(1)
})

test('PANEL-4 the newest sales come first', () => {
  expect(lastSales(state, 5).map(({ player }) => player)).toEqual(['p2', 'p1'])
  expect(lastSales(state, 1)).toEqual([{ player: 'p2', team: 'B', amount: 80 * LAKH }])
})

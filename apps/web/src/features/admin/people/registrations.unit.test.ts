import type { Question } from '@gavel/registration'
import { expect, test } from 'vitest'
import {
  answersIn,
  categoryOf,
  decidable,
  type Entry,
  filtered,
  filtersFrom,
  nameOf,
  paidOf,
  searchFrom,
} from './registrations.ts'

const player = (id: string, name: string, status: Entry['status'], person = name): Entry => ({
  id,
  kind: 'player',
  status,
  reason: null,
  person,
  email: '',
  approved: false,
  createdAtMs: 0,
  updatedAtMs: 0,
  dueAtMs: null,
  born: null,
  age: null,
  category: null,
  answers: {},
  place: null,
  fee: null,
  seats: 1,
  paid: 1,
  unpaid: [],
  entryId: id,
  group: null,
  details: { kind: 'player', name, country: 'India', role: 'Batter', base: 100, age: null, caps: null, photoUrl: null },
})
const owner: Entry = {
  ...player('o1', 'Savitri Nambudiripad', 'awaiting'),
  kind: 'owner',
  details: { kind: 'owner', team: 'Backwater Herons', short: 'BWH', colour: '#006b3c' },
}
const entries = [
  owner,
  player('p1', 'Renée Ødegaard', 'awaiting'),
  player('p2', 'Kabir Oberoi', 'confirmed'),
  player('p3', 'Tomás Ríos', 'waitlisted'),
]
const ids = (list: Entry[]) => list.map(({ id }) => id)
const all = { q: '', state: '', kind: '', paid: '' }
const fee = { amount: 50_000, currency: 'INR' }

test('DESK-4 registrations are filtered by state, kind and words', () => {
  expect(ids(filtered(entries, all))).toEqual(['o1', 'p1', 'p2', 'p3'])
  expect(ids(filtered(entries, { ...all, state: 'awaiting' }))).toEqual(['o1', 'p1'])
  expect(ids(filtered(entries, { ...all, kind: 'player', q: 'rios' }))).toEqual(['p3'])
  expect(ids(filtered(entries, { ...all, q: 'heron savitri' }))).toEqual(['o1'])
})

test('DESK-4 filters are in the address, and an address that nobody wrote asks for all', () => {
  const filters = { q: 'a b', state: 'awaiting', kind: 'owner', paid: 'no' }
  expect(filtersFrom(new URLSearchParams(searchFrom(filters)))).toEqual(filters)
  expect(searchFrom(all)).toBe('')
  expect(filtersFrom(new URLSearchParams('state=asleep&kind=cat&paid=maybe'))).toEqual(all)
})

test('DESK-4 a decision is for those of the chosen that wait for it', () => {
  const chosen = new Set(['o1', 'p2', 'p3'])
  expect(ids(decidable(entries, chosen, 'approve'))).toEqual(['o1'])
  expect(ids(decidable(entries, chosen, 'reject'))).toEqual(['o1', 'p3'])
  expect(ids(decidable(entries, chosen, 'take-out'))).toEqual(['p2'])
})

test('DESK-4 an account that registers under another name is named by both', () => {
  expect(nameOf(player('p4', 'Kabir Oberoi', 'awaiting', 'K. Oberoi senior'))).toBe('Kabir Oberoi (K. Oberoi senior)')
  expect(nameOf(owner)).toBe('Savitri Nambudiripad')
})

test('DESK-4 a group is decided as a whole, by its captain’s entry; a member is taken out alone', () => {
  const member = { ...player('m1', 'Asha Rao', 'awaiting'), group: 'Kabir Oberoi' }
  const chosen = new Set(['m1'])
  expect(decidable([member], chosen, 'approve')).toEqual([])
  expect(decidable([member], chosen, 'reject')).toEqual([])
  expect(ids(decidable([{ ...member, status: 'confirmed' }], chosen, 'take-out'))).toEqual(['m1'])
  expect(ids(decidable([player('o1', 'Owing', 'owing')], new Set(['o1']), 'reject'))).toEqual(['o1'])
})

test('DESK-5 what is paid is told where something is to be paid, and can be looked for', () => {
  const owing = { ...player('p5', 'Asha Rao', 'owing'), fee, seats: 1, paid: 0 }
  const group = { ...player('p6', 'Kabir Oberoi', 'owing'), fee, seats: 4, paid: 3 }
  const settled = { ...player('p7', 'Tomás Ríos', 'confirmed'), fee, seats: 1, paid: 1 }
  const gone = { ...settled, id: 'p8', status: 'withdrawn' as const }
  expect([owing, group, settled].map((entry) => paidOf(entry)?.words)).toEqual(['Not paid', '3 of 4 paid', 'Paid'])
  expect([paidOf(gone), paidOf(player('p9', 'Free', 'confirmed'))]).toEqual([null, null])
  const every = [owing, group, settled, gone, ...entries]
  expect(ids(filtered(every, { ...all, paid: 'no' }))).toEqual(['p5', 'p6'])
  expect(ids(filtered(every, { ...all, paid: 'yes' }))).toEqual(['p7'])
})

test('DESK-5 answers are read as they were asked; what is asked no longer is not lost', () => {
  const questions: Question[] = [
    { id: 'keeps', words: 'Can you keep wicket?', required: true, asks: 'yes-no' },
    { id: 'free', words: 'Free from', required: false, asks: 'date', earliest: null, latest: null },
    { id: 'shirt', words: 'Shirt size', required: false, asks: 'text', maxLength: 5 },
  ]
  expect(answersIn({ answers: { keeps: false, free: '2026-11-02', 'old-one': 7 } }, questions)).toEqual([
    { words: 'Can you keep wicket?', answer: 'No' },
    { words: 'Free from', answer: '2 November 2026' },
    { words: 'Shirt size', answer: 'No answer' },
    { words: 'old-one', answer: '7' },
  ])
  const categories = [{ id: 'senior', name: 'Seniors', ages: { min: 35, max: null } }]
  expect(['senior', 'gone', null].map((category) => categoryOf({ category }, categories))).toEqual([
    'Seniors',
    'gone',
    null,
  ])
})

import { expect, test } from 'vitest'
import { decidable, type Entry, filtered, filtersFrom, nameOf, searchFrom } from './registrations.ts'

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
const all = { q: '', state: '', kind: '' }

test('DESK-4 registrations are filtered by state, kind and words', () => {
  expect(ids(filtered(entries, all))).toEqual(['o1', 'p1', 'p2', 'p3'])
  expect(ids(filtered(entries, { ...all, state: 'awaiting' }))).toEqual(['o1', 'p1'])
  expect(ids(filtered(entries, { ...all, kind: 'player', q: 'rios' }))).toEqual(['p3'])
  expect(ids(filtered(entries, { ...all, q: 'heron savitri' }))).toEqual(['o1'])
})

test('DESK-4 filters are in the address, and an address that nobody wrote asks for all', () => {
  const filters = { q: 'a b', state: 'awaiting', kind: 'owner' }
  expect(filtersFrom(new URLSearchParams(searchFrom(filters)))).toEqual(filters)
  expect(searchFrom(all)).toBe('')
  expect(filtersFrom(new URLSearchParams('state=asleep&kind=cat'))).toEqual(all)
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

import { CRORE, RULE_SETS } from '@gavel/auction'
import { expect, test } from 'vitest'
import { type DetailsOutput, detailsSchema } from '../event-fields.ts'
import { rulesInput } from '../rules/rules-schema.ts'
import { changedFields, sayChanges, updateOf } from './changes.ts'

const [rules] = RULE_SETS
if (!rules) throw new Error('no rules')

const before: DetailsOutput = detailsSchema('INR').parse({
  name: 'Harbour League 2026',
  startsAt: '2026-11-20T19:30',
  endsAt: '',
  timeZone: 'Asia/Kolkata',
  venue: 'Harbour Hall',
  description: '',
  nextSteps: '',
  players: '200',
  places: '8',
  listed: true,
  pool: true,
  room: true,
  delaySeconds: '0',
  approvePlayers: false,
  approveOwners: false,
  ...rulesInput({ ...rules, purse: 30 * CRORE, squad: { min: 11, max: 15 } }),
})
const told = { currency: 'INR', ruleSets: RULE_SETS }

test('DETAILS-1 nothing changed is nothing sent', () => {
  expect(changedFields(before, { ...before })).toEqual([])
  expect(updateOf(before, { ...before, lotSeconds: 99 })).toEqual({})
})

test('DETAILS-1 only what differs is sent, and rules go together', () => {
  expect(updateOf(before, { ...before, venue: 'Town Hall' })).toEqual({ venue: 'Town Hall' })
  expect(updateOf(before, { ...before, room: false })).toEqual({ shows: { listed: true, pool: true, room: false } })
  expect(updateOf(before, { ...before, purse: 25 * CRORE })).toMatchObject({
    ruleSetId: rules.id,
    rules: { purse: 25 * CRORE, squad: { min: 11, max: 15 } },
  })
})

test('DETAILS-1, LATE-1 the integrity delay is typed in seconds and said so', () => {
  const after = { ...before, delaySeconds: 30 }
  expect(updateOf(before, after)).toEqual({ delayMs: 30_000 })
  expect(sayChanges(before, after, told)).toEqual([
    { label: 'The public sees it late by', from: 'nothing', to: '30 seconds' },
  ])
})

test('DETAILS-1 another zone moves the moments, though the clock that was typed stays', () => {
  const after = { ...before, timeZone: 'Asia/Dubai', endsAt: '2026-11-20T23:00' }
  expect(updateOf(before, after)).toEqual({
    timeZone: 'Asia/Dubai',
    startsAtMs: Date.UTC(2026, 10, 20, 15, 30),
    endsAtMs: Date.UTC(2026, 10, 20, 19, 0),
  })
})

test('DETAILS-2 every change is said as from and to', () => {
  const after = {
    ...before,
    startsAt: '2026-11-21T18:00',
    purse: 25 * CRORE,
    overseasMax: null,
    listed: false,
    description: '# Hi',
  }
  expect(sayChanges(before, after, told)).toEqual([
    { label: 'Starts', from: 'Fri 20 Nov, 19:30 in Kolkata', to: 'Sat 21 Nov, 18:00 in Kolkata' },
    { label: 'Description', from: 'nothing', to: '4 characters' },
    { label: 'In lists and on the home page', from: 'shown', to: 'left out' },
    { label: 'Purse of a team', from: '₹30 crore', to: '₹25 crore' },
    { label: 'Overseas players', from: String(before.overseasMax), to: 'no limit' },
  ])
})

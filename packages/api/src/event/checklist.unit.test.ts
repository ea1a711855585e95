import { type Player, ruleSet, type Team } from '@gavel/auction'
import { expect, it } from 'vitest'
import { type ChecklistFacts, type ChecklistId, checklist } from './checklist.ts'

const rules = ruleSet('ipl-2026')
if (!rules) throw new Error('there are no rules for 2026')
const small = { ...rules, squad: { min: 2, max: 4 } }

const NOW_MS = 1_800_000_000_000
const player = (id: string, overseas: boolean | null = false): Player => ({
  id,
  base: 100,
  set: 's',
  overseas,
  categories: [],
  formerTeam: null,
  timesCalled: 0,
  status: { is: 'waiting' },
})
const team = (id: string): Team => ({
  ...{ id, purse: 1_000, spent: 0, squad: [], overseas: 0, cardsLost: 0, autopilot: 'off' },
})
const byId = <T extends { id: string }>(items: T[]) => Object.fromEntries(items.map((item) => [item.id, item]))

const bare: ChecklistFacts = {
  event: {
    name: 'Harbour Cup',
    startsAtMs: NOW_MS + 1,
    venue: '',
    status: 'draft',
    rulesSeenAtMs: null,
    auctioneerIds: [],
    rehearsedAtMs: null,
  },
  state: { rules: small, teams: {}, players: {}, paddles: {}, phase: { is: 'scheduled' } },
  teamNames: new Map([
    ['t1', 'Saffron Comets'],
    ['t2', 'Snowline Yaks'],
  ]),
  nowMs: NOW_MS,
}

const ready: ChecklistFacts = {
  ...bare,
  event: {
    ...bare.event,
    venue: 'Quay Park',
    status: 'published',
    rulesSeenAtMs: NOW_MS,
    auctioneerIds: ['u9'],
    rehearsedAtMs: NOW_MS,
  },
  state: {
    ...bare.state,
    teams: byId([team('t1'), team('t2')]),
    players: byId(['a', 'b', 'c', 'd'].map((id) => player(id))),
    paddles: { u1: 't1', u2: 't2' },
  },
}

const open = (facts: ChecklistFacts) => checklist(facts).flatMap(({ id, done }) => (done ? [] : [id]))
const words = (facts: ChecklistFacts, id: ChecklistId) => checklist(facts).find((item) => item.id === id)?.words

it('SETUP-1 an event that is ready has nothing open, and a new one everything but what its rules do not ask', () => {
  expect(open(ready)).toEqual([])
  expect(open(bare)).toEqual([
    'details',
    'rules',
    'teams',
    'paddles',
    'players',
    'enough-players',
    'auctioneer',
    'published',
    'rehearsed',
  ])
})

it('SETUP-1 each item is one or two sentences, and what an auction cannot do without is a must', () => {
  for (const facts of [bare, ready])
    for (const item of checklist(facts)) {
      expect(item.words, item.id).toMatch(/^[A-Z0-9].*\.$/s)
      expect(item.title.length, item.id).toBeLessThan(30)
    }
  const musts = checklist(bare).flatMap(({ id, need }) => (need === 'must' ? [id] : []))
  expect(musts).toEqual(['teams', 'players', 'auctioneer', 'published'])
})

it('SETUP-1 what is missing is named', () => {
  const one = { ...ready, state: { ...ready.state, teams: byId([team('t1')]) } }
  expect(words(one, 'teams')).toBe('An auction needs at least two teams; there is one.')
  const quiet = { ...ready, state: { ...ready.state, paddles: { u1: 't1' } } }
  expect(words(quiet, 'paddles')).toMatch(/^Nobody bids yet for Snowline Yaks:/)
  const few = { ...ready, state: { ...ready.state, players: byId([player('a'), player('b')]) } }
  expect(words(few, 'enough-players')).toBe('The smallest squads need 4 players; 2 wait in the pool.')
  const past = { ...ready, nowMs: ready.event.startsAtMs + 1, event: { ...ready.event, venue: '' } }
  expect(words(past, 'details')).toBe('People will look for the venue and a start that is still to come.')
})

it('SETUP-1 unknown nationalities matter only where overseas players are limited', () => {
  const state = { ...ready.state, players: byId([...'abcd'].map((id) => player(id, id === 'a' ? null : false))) }
  expect(open({ ...ready, state })).toEqual(['nationalities'])
  expect(words({ ...ready, state }, 'nationalities')).toMatch(/^1 player of unknown nationality/)
  expect(open({ ...ready, state: { ...state, rules: { ...small, overseasMax: null } } })).toEqual([])
})

it('SETUP-1 retained players fill squads, and whoever is sold or withdrawn waits no more', () => {
  const kept = { ...team('t1'), squad: ['a', 'b'] }
  const status = { is: 'retained', team: 't1', amount: 100, debit: 100 } as const
  const players = byId([...[...'ab'].map((id) => ({ ...player(id), status })), player('c'), player('d')])
  expect(open({ ...ready, state: { ...ready.state, teams: byId([kept, team('t2')]), players } })).toEqual([])
})

import type { EventSetup } from '@gavel/api'
import { expect, test } from 'vitest'
import { nextMove, standing } from './next-move.ts'

type Facts = Parameters<typeof nextMove>[0]
type Item = EventSetup['checklist'][number]

const item = (id: Item['id'], need: Item['need'], done: boolean): Item => ({ id, need, done, title: id, words: '' })

/** A desk on which everything is done but what is named. */
const desk = (status: Facts['event']['status'], phase: Facts['phase'], ...missing: Item['id'][]): Facts => ({
  event: { status } as Facts['event'],
  phase,
  checklist: [
    item('details', 'should', !missing.includes('details')),
    item('teams', 'must', !missing.includes('teams')),
    item('players', 'must', !missing.includes('players')),
    item('published', 'must', status !== 'draft'),
    item('rehearsed', 'should', !missing.includes('rehearsed')),
  ],
})

test.each<[string, Facts, ReturnType<typeof nextMove>['is'], string]>([
  [
    'an empty draft',
    desk('draft', 'scheduled', 'teams', 'players', 'rehearsed'),
    'mend',
    '3 things to do before the auction can start',
  ],
  [
    'a draft with teams and players',
    desk('draft', 'scheduled', 'details'),
    'publish',
    '1 thing to do before the auction can start',
  ],
  [
    'a published event without players',
    desk('published', 'scheduled', 'players'),
    'mend',
    '1 thing to do before the auction can start',
  ],
  ['one that was never rehearsed', desk('published', 'scheduled', 'rehearsed'), 'rehearse', 'Ready to start'],
  ['one with nothing but an optional thing open', desk('published', 'scheduled', 'details'), 'start', 'Ready to start'],
  ['a running auction', desk('live', 'running', 'details'), 'console', 'The auction is on'],
  ['a paused one', desk('live', 'paused'), 'console', 'The auction is paused'],
  ['an ended one', desk('finished', 'ended'), 'results', 'The auction is over'],
  [
    'an event that ended without an auction',
    desk('finished', 'scheduled', 'teams'),
    'nothing',
    'This event is finished',
  ],
  ['a cancelled event', desk('cancelled', 'scheduled', 'teams'), 'nothing', 'This event is cancelled'],
])('DESK-3 after %s comes one next step', (_, facts, is, words) => {
  expect(nextMove(facts).is).toBe(is)
  expect(standing(facts)).toBe(words)
})

test('DESK-3 what must be done is done in the order of the list', () => {
  expect(nextMove(desk('draft', 'scheduled', 'players', 'teams'))).toMatchObject({ is: 'mend', item: { id: 'teams' } })
})

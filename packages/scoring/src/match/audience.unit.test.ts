import { expect, test } from 'vitest'
import { cricketRules } from '../cricket/formats.ts'
import { matchEntryFor, matchStateFor } from './audience.ts'
import { createMatch } from './decide.ts'
import type { MatchDraft, MatchEntry } from './entries.ts'
import { foldMatch } from './evolve.ts'

const side = (name: string) => ({ team: name, players: [1, 2, 3].map((n) => `${name}${n}`) })
const ball = { type: 'Delivery', striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat: 2 } } as const
const device = 'a-phone'

/** A match with a lock that is taken over, a ball taken out and put back, and somebody who scores blind. */
const drafts: MatchDraft[] = [
  createMatch('m1', {
    sport: 'cricket',
    rules: cricketRules('community', { players: 3 }),
    setup: { sides: { home: side('h'), away: side('a') }, toss: null },
    origin: 'live',
  }),
  { type: 'LockTaken', device, from: null },
  { type: 'Played', device, play: { type: 'InningsStart', batting: 'home' } },
  { type: 'Played', device, play: ball },
  { type: 'Removed', device, of: 4 },
  { type: 'Restored', device, of: 4 },
  { type: 'Played', device, play: ball },
  { type: 'Removed', device, of: 7 },
  { type: 'LockTaken', device: 'a-tablet', from: { user: 'somebody', device } },
  { type: 'LockReleased', device: 'a-tablet' },
  { type: 'MatchEnded', as: { is: 'abandoned' } },
]
const entries = drafts.map(
  (draft, n): MatchEntry => ({ ...draft, seq: n + 1, atMs: n, by: 'somebody', cmd: `command-${n}`, sum: 'abc' }),
)

test('MATCHLIVE-3 what each audience folds of what it is given is the state as it is given', () => {
  for (let length = 1; length <= entries.length; length++) {
    const whole = foldMatch(entries.slice(0, length))
    if (!whole) throw new Error('no state')
    for (const audience of ['scorer', 'public'] as const) {
      const seen = foldMatch(entries.slice(0, length).map((entry) => matchEntryFor(audience, entry)))
      expect(seen).toEqual(matchStateFor(audience, whole))
    }
  }
})

test('MATCHLIVE-3 nothing that the public is given names a person who scores, or a device', () => {
  const given = entries.map((entry) => matchEntryFor('public', entry))
  expect(JSON.stringify([given, matchStateFor('public', foldMatch(entries) as never)])).not.toMatch(
    /somebody|a-phone|a-tablet|command-/,
  )
  expect(matchEntryFor('scorer', entries[3] as MatchEntry)).toMatchObject({ cmd: 'command-3', device, sum: '' })
})

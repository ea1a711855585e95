import type { MatchPhase } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { untilWords } from './before-match.tsx'
import { endedBoard } from './ending.ts'

const board = {
  rows: [{ side: 'home', score: '1', more: null, doing: 'serving' }] as const,
  says: 'Reds lead',
  details: [],
}
const names = { team: (side: 'home' | 'away') => (side === 'home' ? 'Reds' : 'Blues'), player: () => 'somebody' }
const ended = (as: Extract<MatchPhase, { is: 'ended' }>['as']): MatchPhase => ({ is: 'ended', as, atMs: 0 })

test('MATCHPAGE-8 the official’s last word stands over the score, and nobody does anything any more', () => {
  const says = (phase: MatchPhase) => endedBoard(board, phase, names).says
  expect(says({ is: 'live' })).toBe('Reds lead')
  expect(says(ended(null))).toBe('Reds lead')
  expect(says(ended({ is: 'abandoned' }))).toBe('Abandoned: no result')
  expect(says(ended({ is: 'awarded', to: 'away' }))).toBe('Awarded to Blues')
  expect(says(ended({ is: 'conceded', by: 'home' }))).toBe('Reds conceded: Blues won')
  expect(endedBoard(board, ended({ is: 'abandoned' }), names).rows[0]?.doing).toBeNull()
})

test('MATCHPAGE-9 how long it still is until a match is told in whole units', () => {
  const MINUTE = 60_000
  expect(untilWords(0)).toBe('It should begin any moment')
  expect(untilWords(20_000)).toBe('in 1 minute')
  expect(untilWords(90 * MINUTE)).toBe('in 90 minutes')
  expect(untilWords(5 * 60 * MINUTE)).toBe('in 5 hours')
  expect(untilWords(50 * 60 * MINUTE)).toBe('in 2 days')
})

import type { Consequence, MatchState } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { consequenceWords } from './consequence-words.ts'

const names = {
  team: (side: 'home' | 'away') => ({ home: 'Otters', away: 'Foxes' })[side],
  player: (player: string | null) => (player === 'p1' ? 'Arjun Sallow' : 'somebody'),
}

test('PAD-10 consequences are told in words: each number before and after, and each later ball that no longer fits', () => {
  const where = 'innings 1, over 3.2 (over 4, ball 2)'
  const list: Consequence[] = [
    { is: 'figure', of: 'innings 1', player: null, before: '24/1 in 3.2 overs', after: '23/1 in 3.2 overs' },
    { is: 'figure', of: 'innings 1 batting', player: 'p1', before: '12 (9) not out', after: null },
    { is: 'figure', of: 'result', player: null, before: 'in progress', after: 'home won by 3 runs' },
    { is: 'objection', at: 9, objection: { code: 'STRIKE', oddity: true, where, detail: { player: 'p1' } } },
  ]
  expect(consequenceWords({ sport: 'cricket' } as MatchState, list, names)).toEqual([
    'Innings 1: 24/1 in 3.2 overs → 23/1 in 3.2 overs',
    'Innings 1 batting, Arjun Sallow: 12 (9) not out → nothing',
    'Result: in progress → Otters won by 3 runs',
    `No longer fits. Innings 1, over 3.2 (over 4, ball 2): Arjun Sallow was not expected to face.`,
  ])
})

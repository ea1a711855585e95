import { expect, test } from 'vitest'
import { KABADDI_FORMATS, type KabaddiRules } from './rules.ts'
import { kabaddiTable } from './table.ts'

test('STAND-4 table points belong to the season', () => {
  const results = [
    { home: 'A', away: 'B', score: { home: 40, away: 33 }, winner: 'home' as const },
    { home: 'B', away: 'C', score: { home: 30, away: 30 }, winner: null },
    { home: 'C', away: 'A', score: { home: 20, away: 28 }, winner: 'away' as const },
  ]
  const table = (rules: KabaddiRules) =>
    kabaddiTable(rules.table, [], results).map(({ team, points }) => [team, points])
  expect(table(KABADDI_FORMATS.pkl)).toEqual([
    ['A', 10],
    ['B', 4],
    ['C', 3],
  ])
  expect(table(KABADDI_FORMATS['pkl-12'])).toEqual([
    ['A', 4],
    ['B', 1],
    ['C', 1],
  ])
})

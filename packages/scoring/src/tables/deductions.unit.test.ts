import { expect, test } from 'vitest'
import { badmintonTable } from '../badminton/table.ts'
import { Book } from '../cricket/given.ts'
import { cricketTable } from '../cricket/table.ts'
import { FOOTBALL_FORMATS } from '../football/rules.ts'
import { footballTable } from '../football/table.ts'
import { KABADDI_FORMATS } from '../kabaddi/rules.ts'
import { kabaddiTable } from '../kabaddi/table.ts'
import { VOLLEYBALL_FORMATS } from '../volleyball/rules.ts'
import { volleyballTable } from '../volleyball/table.ts'
import type { Deduction } from './deductions.ts'

const met = { home: 'A', away: 'B', winner: 'home' as const }
const sets = [
  { home: 25, away: 20 },
  { home: 25, away: 20 },
  { home: 25, away: 20 },
]
const chased = () => new Book('t20', { overs: 1 }).start().runs(0, 0, 0, 0, 0, 0).start('away').runs(1)

/** A has beaten B in each; what a win is worth. */
const TABLES = {
  football: (taken: readonly Deduction[]) =>
    footballTable(FOOTBALL_FORMATS.laws.table, [], [{ home: 'A', away: 'B', score: { home: 1, away: 0 } }], taken),
  badminton: (taken: readonly Deduction[]) => badmintonTable([], [{ ...met, games: sets.slice(1) }], taken),
  volleyball: (taken: readonly Deduction[]) =>
    volleyballTable(VOLLEYBALL_FORMATS.indoor, [], [{ ...met, sets }], taken),
  kabaddi: (taken: readonly Deduction[]) =>
    kabaddiTable(KABADDI_FORMATS.pkl.table, [], [{ ...met, score: { home: 40, away: 30 } }], taken),
  cricket: (taken: readonly Deduction[]) =>
    cricketTable([], [{ teams: { home: 'B', away: 'A' }, score: chased().score }], undefined, taken),
}

for (const [sport, table] of Object.entries(TABLES))
  test(`STAND-7 points are taken from a team before the order is made, in ${sport}`, () => {
    const [first] = table([])
    expect(first).toMatchObject({ team: 'A', deducted: 0 })
    const won = first?.points ?? 0
    const rows = table([
      { team: 'A', points: won, reason: 'two players were not registered' },
      { team: 'A', points: 1, reason: 'late at the ground' },
      { team: 'nobody', points: 5, reason: 'is in no table' },
    ])
    expect(rows.map(({ team, points, deducted }) => [team, points, deducted])).toEqual([
      ['B', 0, 0],
      ['A', -1, won + 1],
    ])
    // Nothing else of a row changes.
    const { points: _, deducted: __, ...rest } = rows[1] ?? first ?? { points: 0, deducted: 0 }
    expect(first).toMatchObject(rest)
    expect(table([{ team: 'B', points: -won - 1, reason: 'a match that was stopped' }])[0]).toMatchObject({
      team: 'B',
      points: won + 1,
      deducted: -won - 1,
    })
  })

import type { PlayerTotals } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { together } from './together.ts'

const season = (change: Partial<PlayerTotals>): PlayerTotals => ({
  player: 'p1',
  ...{ matches: 0, innings: 0, notOut: 0, runs: 0, balls: 0, fours: 0, sixes: 0, highest: 0, fifties: 0, hundreds: 0 },
  ...{ bowled: 0, conceded: 0, wickets: 0, maidens: 0, best: null, catches: 0, stumpings: 0, runOuts: 0 },
  ...change,
})

test('PROFILE-5 seasons add up, and their best is the best of all', () => {
  expect(together([])).toBeNull()
  const one = season({ matches: 3, runs: 90, balls: 60, highest: 61, wickets: 2, best: { wickets: 2, runs: 20 } })
  expect(together([one])).toEqual(one)
  const other = season({ player: 'p2', matches: 2, runs: 15, balls: 20, highest: 9, best: { wickets: 2, runs: 11 } })
  expect(together([one, other])).toEqual(
    season({ matches: 5, runs: 105, balls: 80, highest: 61, wickets: 2, best: { wickets: 2, runs: 11 } }),
  )
  expect(together([other, one, season({})])?.best).toEqual({ wickets: 2, runs: 11 })
})

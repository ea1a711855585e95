import { expect, test } from 'vitest'
import { file, imported, refused } from '../given-files.ts'

type Match = Record<string, unknown>

const match = (team1: string, team2: string, score: unknown, more: Match = {}): Match => ({
  round: 'Matchday 1',
  date: '2031-01-01',
  team1,
  team2,
  score,
  ...more,
})
const read = (matches: readonly Match[]) =>
  imported('football', 'f.json', file('f.json', JSON.stringify({ name: 'Cup', matches })))
const knockout = (matches: readonly Match[]) =>
  read(matches)
    .matches.filter(({ stage }) => stage.in === 'knockout')
    .map(({ round, winner }) => [round, winner])
const codes = (matches: readonly Match[]) =>
  read(matches).matches.flatMap((one) => one.anomalies.map((anomaly) => anomaly.code))

test('TALLY-2 a league has one table, and matches without a score are not counted', () => {
  const file = read([
    match('A', 'B', { ht: [1, 0], ft: [2, 1] }),
    match('B', 'C', { ft: [0, 0] }),
    match('C', 'A', {}),
    match('D', 'A', { ft: [] }),
    match('D', 'B', null),
    { round: 'Matchday 9', team1: 'C', team2: 'D' },
  ])
  expect([file.fixtures, file.matches.length]).toEqual([6, 2])
  expect(file.tables).toHaveLength(1)
  expect(file.tables[0]?.group).toBeNull()
  expect(file.tables[0]?.rows.map(({ team, played, points }) => [team, played, points])).toEqual([
    ['A', 1, 3],
    ['C', 1, 1],
    ['B', 2, 1],
    ['D', 0, 0],
  ])
})

test('TALLY-2 a tournament has a table for each group, however it names them, and a knock-out', () => {
  const byGroup = read([
    match('A', 'B', { ft: [1, 0] }, { group: 'Group B' }),
    match('C', 'D', { ft: [1, 0] }, { group: 'Group A' }),
    match('A', 'C', { ft: [2, 0] }, { round: 'Final' }),
  ])
  expect(byGroup.tables.map(({ group }) => group)).toEqual(['Group A', 'Group B'])
  const byRound = read([
    match('A', 'B', { ft: [1, 0] }, { round: 'Group A' }),
    match('C', 'D', { ft: [1, 0] }, { round: 'Group B, Matchday 2' }),
    match('A', 'C', { ft: [2, 0] }, { round: 'Round of 16' }),
  ])
  expect(byRound.tables.map(({ group }) => group)).toEqual(['Group A', 'Group B'])
  expect(
    knockout([
      match('A', 'B', { ft: [1, 0] }, { round: 'League, Matchday 1' }),
      match('A', 'B', { ft: [1, 0] }, { round: 'Playoffs, Matchday 1' }),
      match('A', 'B', { ft: [0, 1] }, { round: 'Finals, Quarterfinals' }),
    ]),
  ).toEqual([
    ['Playoffs, Matchday 1', 'home'],
    ['Finals, Quarterfinals', 'away'],
  ])
})

test('TALLY-2 the rounds of a cup are a knock-out, those of a league with play-offs are not', () => {
  const cup = [
    match('A', 'B', { ft: [1, 0] }, { round: 'Round 1' }),
    match('C', 'D', { ft: [1, 0] }, { round: 'Round 1' }),
    match('A', 'C', { ft: [1, 0] }, { round: 'Final' }),
  ]
  expect(knockout(cup)).toHaveLength(3)
  const league = [
    match('A', 'B', { ft: [1, 0] }, { round: 'Round 1' }),
    match('B', 'A', { ft: [1, 0] }, { round: 'Round 2' }),
    match('A', 'B', { ft: [3, 0] }, { round: 'Round 3' }),
    match('B', 'A', { ft: [0, 1] }, { round: 'Finals, Semifinals' }),
    match('B', 'A', { ft: [0, 1] }, { round: 'Round 4' }),
  ]
  expect(knockout(league)).toEqual([['Finals, Semifinals', 'away']])
})

test('RECORD-5 goals stand in their minutes where they make up the score', () => {
  const goals1 = [
    { name: 'Abe', minute: 90, offset: 2 },
    { name: 'Abe', minute: 12 },
  ]
  const goals2 = [
    { name: 'Bo', minute: '45+1', penalty: true },
    { name: 'Abe', minute: 60, owngoal: true },
  ]
  const [one] = read([match('A', 'B', { ht: [1, 1], ft: [2, 2] }, { goals1, goals2 })]).matches
  expect(one?.anomalies).toEqual([])
  expect(
    one?.state.plays.flatMap(({ play }) => (play.type === 'Goal' ? [[play.at?.minute, play.side, play.how]] : [])),
  ).toEqual([
    [12, 'home', 'goal'],
    [45, 'away', 'penalty'],
    [60, 'away', 'own'],
    [90, 'home', 'goal'],
  ])
  expect(one?.result.halfTime).toEqual({ home: 1, away: 1 })
})

test('RECORD-5 where the goals do not make up the score, the score counts', () => {
  const goals1 = [{ name: 'Abe', minute: 12 }]
  expect(codes([match('A', 'B', { ht: [0, 0], ft: [3, 0] }, { goals1, goals2: [] })])).toEqual(['GOALS_DIFFER'])
  expect(codes([match('A', 'B', { ht: [0, 0], ft: [1, 0] }, { goals1, goals2: [] })])).toEqual(['HALF_TIME_DIFFERS'])
  expect(read([match('A', 'B', { ft: [3, 0] }, { goals1 })]).matches[0]?.result.fullTime).toEqual({ home: 3, away: 0 })
  expect(codes([match('A', 'B', { ft: [1, 0] }, { goals1: [{ name: null, minute: null }] })])).toEqual([])
})

test('RECORD-5 extra time and kicks decide a knock-out; a first leg is looked up', () => {
  const final = match('A', 'B', { ht: [0, 0], ft: [1, 1], et: [2, 2], p: [3, 4] }, { round: 'Final' })
  const [one] = read([final]).matches
  expect(one).toMatchObject({
    winner: 'away',
    anomalies: [],
    result: { extraTime: { home: 2, away: 2 }, kicks: { home: 3, away: 4 } },
  })
  const legs = [
    match('B', 'A', { ft: [2, 1] }, { round: 'Finals, Semifinals' }),
    match('A', 'B', { ft: [1, 0], et: [1, 0], p: [5, 4] }, { round: 'Finals, Semifinals' }),
  ]
  expect(codes(legs)).toEqual([])
  expect(codes(legs.slice(1))).toEqual(['NOT_LEVEL'])
  expect(codes([match('A', 'B', { ft: [1, 1], et: [2, 1] }, { round: 'Final' })])).toEqual([])
  expect(codes([match('A', 'B', { ft: [1, 1], p: [2, 1] }, { round: 'Final' })])).toEqual([])
  expect(codes([match('A', 'B', { ft: [1, 1], et: [1, 1], p: [4, 4] }, { round: 'Final' })])).toEqual([
    'SHOOT_OUT_LEVEL',
  ])
})

test('RECORD-5 rounds, teams and scores of older files are read too', () => {
  const older = {
    name: 'Old',
    rounds: [
      {
        name: 'Matchday 1',
        matches: [
          {
            date: '2012-01-01',
            team1: { key: 'a', name: 'A' },
            team2: { name: 'B' },
            score1: 1,
            score2: 0,
            score1i: 0,
            score2i: 0,
          },
        ],
      },
      { name: 'Matchday 2', matches: [{ team1: { name: 'B' }, team2: { name: 'A' }, score1: null, score2: null }] },
    ],
  }
  const old = imported('football', 'o.json', file('o.json', JSON.stringify(older)))
  expect([old.fixtures, old.matches.length]).toEqual([2, 1])
  expect(old.tables[0]?.rows[0]).toMatchObject({ team: 'A', points: 3 })
})

test('RECORD-7 a bad score is refused by its match', () => {
  const bad = (one: Match) => refused(JSON.stringify({ name: 'Cup', matches: [match('A', 'B', { ft: [1, 0] }), one] }))
  expect(bad(match('A', 'B', { ft: [1, -1] }))).toMatchObject({
    code: 'BAD_VALUE',
    where: expect.stringContaining('match 2'),
  })
  expect(bad(match('A', 'B', { ft: [1, 1e9] })).where).toContain('match 2')
  expect(bad(match('A', 'B', { ht: [2, 0], ft: [1, 0] }))).toMatchObject({
    code: 'BAD_VALUE',
    where: 'match 2 (A v B)',
  })
  expect(bad(match('A', 'A', { ft: [1, 0] })).where).toBe('match 2 (A v A)')
  expect(bad({ round: 'x', score: { ft: [1, 0] } }).where).toContain('match 2')
  expect(bad(match('A', 'B', 'two to one')).where).toContain('match 2')
  expect(refused('{"name":"Cup","matches":[]}').code).toBe('NO_MATCH')
})

test('TALLY-2 a split season is one table, and a score after extra time alone is counted', () => {
  const split = read([
    match('A', 'B', { ft: [1, 0] }, { round: 'Regular Season, Matchday 1' }),
    match('A', 'B', { ft: [1, 0] }, { round: 'Relegation, Matchday 2' }),
  ])
  expect(split.tables.map(({ group, rows }) => [group, rows[0]?.points])).toEqual([[null, 6]])
  expect(read([match('A', 'B', { et: [2, 1] }, { round: 'Final' })]).matches[0]).toMatchObject({ winner: 'home' })
})

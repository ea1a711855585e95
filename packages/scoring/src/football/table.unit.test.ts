import { expect, test } from 'vitest'
import { headToHead } from '../tables/head-to-head.ts'
import { FOOTBALL_FORMATS, type FootballTable } from './rules.ts'
import { footballTable, type GoalsResult } from './table.ts'

const result = (home: string, away: string, h: number, a: number): GoalsResult => ({
  home,
  away,
  score: { home: h, away: a },
})
const order = (worth: FootballTable, results: readonly GoalsResult[]) =>
  footballTable(worth, [], results).map((row) => row.team)

const USUAL = FOOTBALL_FORMATS.laws.table
const MEETINGS = FOOTBALL_FORMATS['head-to-head'].table

test('STAND-1 points, then goal difference, goals and name', () => {
  const results = [result('A', 'B', 1, 0), result('C', 'D', 3, 1), result('E', 'F', 2, 1), result('B', 'F', 0, 0)]
  const table = footballTable(USUAL, ['G'], results)
  expect(
    table.map(({ team, played, won, level, lost, scored, conceded, points }) => [
      team,
      played,
      won,
      level,
      lost,
      scored,
      conceded,
      points,
    ]),
  ).toEqual([
    ['C', 1, 1, 0, 0, 3, 1, 3],
    ['E', 1, 1, 0, 0, 2, 1, 3],
    ['A', 1, 1, 0, 0, 1, 0, 3],
    ['F', 2, 0, 1, 1, 1, 2, 1],
    ['B', 2, 0, 1, 1, 0, 1, 1],
    ['G', 0, 0, 0, 0, 0, 0, 0],
    ['D', 1, 0, 0, 1, 1, 3, 0],
  ])
  expect(order(USUAL, [result('Bo', 'X', 1, 0), result('Ann', 'Y', 1, 0)])).toEqual(['Ann', 'Bo', 'X', 'Y'])
})

test('STAND-2 a head-to-head looks at the matches among level teams, and again among those it leaves level', () => {
  // A, B and C have six points each. A has the best goal difference, but lost to B; among the three B and C are level, and C beat B.
  const results = [
    result('A', 'D', 9, 0),
    result('B', 'D', 1, 0),
    result('C', 'D', 1, 0),
    result('B', 'A', 1, 0),
    result('A', 'C', 1, 0),
    result('C', 'B', 1, 0),
  ]
  expect(order(USUAL, results)).toEqual(['A', 'B', 'C', 'D'])
  expect(order(MEETINGS, results)).toEqual(['A', 'B', 'C', 'D'])
  const uneven = [...results.slice(0, 3), result('B', 'A', 2, 0), result('A', 'C', 1, 0), result('C', 'B', 1, 0)]
  expect(order(USUAL, uneven)).toEqual(['A', 'B', 'C', 'D'])
  expect(order(MEETINGS, uneven)).toEqual(['B', 'C', 'A', 'D'])
})

test('STAND-2 fair play tells apart what nothing else does', () => {
  const draw = { ...result('A', 'B', 1, 1), fairPlay: { home: 5, away: 2 } }
  expect(order({ ...USUAL, order: ['goal-difference', 'goals', 'head-to-head', 'fair-play'] }, [draw])).toEqual([
    'B',
    'A',
  ])
  expect(order(USUAL, [draw])).toEqual(['A', 'B'])
})

test('STAND-6 two teams head to head, whoever was at home', () => {
  const meetings = [
    { home: 'A', away: 'B', score: { home: 2, away: 1 }, winner: 'home' as const },
    { home: 'B', away: 'A', score: { home: 0, away: 0 }, winner: null },
    { home: 'B', away: 'A', score: { home: 3, away: 1 }, winner: 'home' as const },
    { home: 'A', away: 'C', score: { home: 9, away: 0 }, winner: 'home' as const },
  ]
  expect(headToHead(meetings, 'A', 'B')).toEqual({ played: 3, won: 1, level: 1, lost: 1, scored: 3, conceded: 4 })
  expect(headToHead(meetings, 'B', 'A')).toEqual({ played: 3, won: 1, level: 1, lost: 1, scored: 4, conceded: 3 })
  expect(headToHead(meetings, 'B', 'C').played).toBe(0)
})

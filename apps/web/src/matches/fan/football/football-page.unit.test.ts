import { FOOTBALL_FORMATS, type FootballPlay, type FootballSetup, football, type Period } from '@gavel/scoring'
import { expect, test } from 'vitest'
import type { Moments } from '../moments.ts'
import { footballBoard } from './board.ts'
import { footballEvents, footballNotes } from './events.ts'

const setup: FootballSetup = {
  ...{ knockout: true, aggregate: null, bench: { home: [], away: [] } },
  sides: { home: { team: 'h', players: [] }, away: { team: 'a', players: [] } },
}
const names = {
  team: (side: 'home' | 'away') => (side === 'home' ? 'Reds' : 'Blues'),
  player: (player: string | null) => player ?? 'somebody',
}

function moments(plays: readonly FootballPlay[]): Moments<'football'> {
  const start = football.begin(FOOTBALL_FORMATS.laws, setup)
  let score = start
  const all = plays.map((play, seq) => {
    const before = score
    score = football.apply(score, play)
    return { written: { seq, play, by: 'x', device: 'x', atMs: 0 }, before, after: score }
  })
  return { rules: FOOTBALL_FORMATS.laws, setup, start, order: all.map(({ written }) => written.seq), all }
}
const half = (period: Period, ...plays: FootballPlay[]): FootballPlay[] => [
  { type: 'PeriodStart', period },
  ...plays,
  { type: 'PeriodEnd', period },
]
const at = (minute: number, added = 0) => ({ minute, added })
const goal = (side: 'home' | 'away', scorer: string, minute: number, how: 'goal' | 'penalty' | 'own' = 'goal') =>
  ({ type: 'Goal', side, how, scorer, assist: null, at: at(minute) }) as const

const PLAYS: readonly FootballPlay[] = [
  ...half('first', goal('home', 'Sallow', 12), goal('away', 'Brook', 30, 'own')),
  ...half(
    'second',
    { type: 'Card', side: 'home', player: 'Sallow', colour: 'yellow', at: at(50) },
    { type: 'Substitution', side: 'away', changes: [{ off: 'Venn', on: 'Roy' }], concussion: false, at: at(60) },
    goal('home', 'Sallow', 80, 'penalty'),
  ),
]
const board = (plays: readonly FootballPlay[]) => {
  const { all } = moments(plays)
  return footballBoard(all.at(-1)?.after ?? football.begin(FOOTBALL_FORMATS.laws, setup), names, all)
}

test('MATCHPAGE-10 beneath either side stands who has scored and when', () => {
  expect(board(PLAYS).rows.map(({ score, under }) => [score, under])).toEqual([
    ['2', ['Sallow 12′, 80′ (pen)']],
    ['1', ['Brook 30′ (og)']],
  ])
  expect(board(PLAYS).says).toBe('Reds won 2-1')
  expect(board([]).says).toBe('Before kick-off')
})

test('MATCHPAGE-10 a shoot-out decides, and the score before it stays', () => {
  const level = [...half('first'), ...half('second'), ...half('extra-first'), ...half('extra-second')]
  const shot: FootballPlay[] = [
    ...level,
    { type: 'PeriodStart', period: 'kicks' },
    { type: 'ShootOut', scored: { home: 3, away: 4 } },
  ]
  expect(board(level).says).toBe('Level')
  expect(board(shot)).toMatchObject({ says: 'Blues won 4-3 on kicks', rows: [{ score: '0', more: '3 on kicks' }, {}] })
})

test('MATCHPAGE-10 the timeline has goals, cards, changes and ends in order, and a squad says what everybody did', () => {
  const events = footballEvents(moments(PLAYS), names)
  expect(
    events.map((event) => (event.is === 'end' ? event.words : `${event.minute} ${event.words.join(', ')}`)),
  ).toEqual([
    '12′ Sallow',
    '30′ Brook, own goal',
    'Half-time',
    '50′ Sallow, booked',
    '60′ Roy for Venn',
    '80′ Sallow, penalty',
    'Full time',
  ])
  const notes = footballNotes(moments(PLAYS))
  expect(notes.get('Sallow')).toEqual(['goal 12′', 'booked 50′', 'goal 80′'])
  expect([notes.get('Venn'), notes.get('Roy'), notes.get('Brook')]).toEqual([['off 60′'], ['on 60′'], ['own goal 30′']])
})

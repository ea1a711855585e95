import { describe, expect, test } from 'vitest'
import { NAMES, objection, played, sidesOf } from '../given-plays.ts'
import type { Side } from '../sport.ts'
import { badminton } from './badminton.ts'
import type { BadmintonPlay, BadmintonSetup } from './plays.ts'
import { BADMINTON_FORMATS, type BadmintonRules } from './rules.ts'
import { gameScores, serviceOf } from './score.ts'
import { badmintonSentence } from './sentences.ts'
import { badmintonTable } from './table.ts'
import { badmintonCalls, badmintonPoints } from './views.ts'

const USUAL: BadmintonRules = BADMINTON_FORMATS['3x21']
const SINGLES: BadmintonSetup = { discipline: 'singles', firstServer: 'home', sides: sidesOf(['ann'], ['bo']) }
const DOUBLES: BadmintonSetup = {
  discipline: 'doubles',
  firstServer: 'home',
  sides: sidesOf(['ann', 'abe'], ['bo', 'bea']),
}
const START: BadmintonPlay = { type: 'GameStart', server: 'ann', receiver: 'bo' }

const rally = (winner: Side): BadmintonPlay => ({ type: 'Rally', winner, serving: null, server: null })
/** `h` and `a` for each rally that home or away wins. */
const rallies = (winners: string): BadmintonPlay[] => [...winners].map((w) => rally(w === 'h' ? 'home' : 'away'))
const to = (home: number, away: number): BadmintonPlay[] => {
  const level = Math.min(home, away)
  return rallies('ha'.repeat(level) + 'h'.repeat(home - level) + 'a'.repeat(away - level))
}
const singles = (plays: readonly BadmintonPlay[], rules = USUAL) => played(badminton, rules, SINGLES, plays)
const doubles = (plays: readonly BadmintonPlay[]) => played(badminton, USUAL, DOUBLES, [START, ...plays])

test('SHUTTLE-1 a game goes to 21 two clear, and the 30th point wins at 29 all', () => {
  expect(singles(to(20, 19)).games).toEqual([])
  expect(singles(to(21, 19)).games).toEqual([{ home: 21, away: 19 }])
  expect(singles(to(20, 20)).games).toEqual([])
  expect(singles([...to(20, 20), rally('home')]).points).toEqual({ home: 21, away: 20 })
  expect(singles([...to(20, 20), ...rallies('hh')]).games).toEqual([{ home: 22, away: 20 }])
  expect(singles(to(29, 29)).points).toEqual({ home: 29, away: 29 })
  expect(singles([...to(29, 29), rally('away')]).games).toEqual([{ home: 29, away: 30 }])
})

test('SHUTTLE-1 two games win the match', () => {
  const score = singles([...to(21, 5), ...to(10, 21), ...to(21, 19)])
  expect(gameScores(score)).toHaveLength(3)
  expect(badminton.outcome(score)).toEqual({ is: 'ended', winner: 'home', kind: 'won' })
  expect(badminton.outcome(singles([...to(21, 5), ...to(10, 21)]))).toEqual({ is: 'open' })
})

test('SHUTTLE-2 targets, caps and the number of games are data', () => {
  expect(singles(to(15, 3), BADMINTON_FORMATS['3x15']).games).toHaveLength(1)
  expect(singles([...to(20, 20), rally('home')], BADMINTON_FORMATS['3x15']).games).toEqual([{ home: 21, away: 20 }])
  const five = singles(
    [...to(11, 2), ...to(2, 11), ...to(11, 2), ...to(2, 11), ...to(15, 14)],
    BADMINTON_FORMATS['5x11'],
  )
  expect(badminton.outcome(five)).toMatchObject({ winner: 'home' })
  const called = singles([...to(3, 7), { type: 'GameCalled' }, ...to(2, 1)], BADMINTON_FORMATS.called)
  expect(gameScores(called)).toEqual([
    { home: 3, away: 7 },
    { home: 2, away: 1 },
  ])
})

test('SHUTTLE-3 who wins a rally serves next, who wins a game serves first in the next', () => {
  expect(singles(rallies('h')).serving).toBe('home')
  expect(singles(rallies('ha')).serving).toBe('away')
  expect(singles(to(4, 21)).serving).toBe('away')
  expect(objection(badminton, doubles(to(21, 4)), { type: 'GameStart', server: 'bo', receiver: 'ann' })).toBe(
    'WRONG_SERVER',
  )
})

test('SHUTTLE-4 singles are served from the right at an even score, from the left at an odd one', () => {
  expect(serviceOf(singles([]))).toEqual({ side: 'home', court: 'right', server: 'ann', receiver: 'bo' })
  expect(serviceOf(singles(rallies('h')))).toMatchObject({ side: 'home', court: 'left' })
  expect(serviceOf(singles(rallies('hha')))).toMatchObject({ side: 'away', court: 'left', server: 'bo' })
})

test('SHUTTLE-5 a serving pair that wins changes courts, a receiving pair never does', () => {
  const served = (plays: string) => serviceOf(doubles(rallies(plays)))
  expect(served('')).toEqual({ side: 'home', court: 'right', server: 'ann', receiver: 'bo' })
  // Won on serve: Ann serves on from the left, to whoever stands across.
  expect(served('h')).toEqual({ side: 'home', court: 'left', server: 'ann', receiver: 'bea' })
  // Lost: away has an odd score, so its player in the left court serves: nobody of that pair has moved.
  expect(served('ha')).toEqual({ side: 'away', court: 'left', server: 'bea', receiver: 'ann' })
  expect(served('haa')).toEqual({ side: 'away', court: 'right', server: 'bea', receiver: 'abe' })
  // Home wins the service back at 2: its player in the right court serves.
  expect(served('haah')).toEqual({ side: 'home', court: 'right', server: 'abe', receiver: 'bea' })
})

test('SHUTTLE-6 a game of doubles begins with its server and receiver, of opposite sides', () => {
  const fresh = badminton.begin(USUAL, DOUBLES)
  expect(objection(badminton, fresh, rally('home'))).toBe('GAME_NOT_STARTED')
  expect(objection(badminton, fresh, { type: 'GameStart', server: 'ann', receiver: 'abe' })).toBe('SAME_SIDE')
  expect(objection(badminton, fresh, { type: 'GameStart', server: 'ann', receiver: 'zoe' })).toBe('UNKNOWN_PLAYER')
  expect(objection(badminton, doubles(rallies('h')), START)).toBe('GAME_UNDER_WAY')
  expect(objection(badminton, doubles(to(21, 0)), rally('home'))).toBe('GAME_NOT_STARTED')
})

describe('SHUTTLE-7 pauses and changes of ends', () => {
  const callsAfter = (plays: readonly BadmintonPlay[]) =>
    badmintonCalls(singles(plays.slice(0, -1)), singles(plays)).map((call) => call.kind)

  test('SHUTTLE-7 a pause when a side first reaches 11, and ends change there in the third game', () => {
    expect(callsAfter(to(11, 10))).toContain('interval')
    expect(callsAfter([...to(11, 10), rally('away')])).not.toContain('interval')
    expect(callsAfter(to(11, 10))).not.toContain('change-ends')
    const third = [...to(21, 0), ...to(0, 21), ...to(11, 3)]
    expect(callsAfter(third)).toEqual(['interval', 'change-ends'])
    expect(singles(third).endsChanged).toBe(true)
  })

  test('SHUTTLE-7 between games two minutes pass and ends change', () => {
    expect(callsAfter(to(21, 3))).toEqual(['game', 'between-games', 'change-ends'])
    expect(singles(to(21, 3)).endsChanged).toBe(true)
    expect(singles([...to(21, 3), ...to(3, 21)]).endsChanged).toBe(false)
  })

  test('SHUTTLE-7 game and match points are called', () => {
    expect(callsAfter(to(20, 3))).toContain('game-point')
    expect(callsAfter([...to(21, 3), ...to(20, 3)])).toContain('match-point')
    expect(callsAfter(to(20, 20))).not.toContain('game-point')
  })
})

test('SHUTTLE-8 a wrong server is an oddity, and wrong courts are put right while the score stands', () => {
  const wrong: BadmintonPlay = { type: 'Rally', winner: 'home', serving: 'away', server: 'bo' }
  expect(badminton.check(doubles(rallies('h')), wrong)).toMatchObject({ code: 'WRONG_SERVER', oddity: true })
  expect(badminton.check(doubles([]), { ...wrong, serving: 'home', server: 'abe' })).toMatchObject({ oddity: true })
  const score = doubles([...rallies('h'), { type: 'CourtsCorrected', side: 'home', right: 'ann' }])
  expect(score.points).toEqual({ home: 1, away: 0 })
  expect(serviceOf(score)?.server).toBe('abe')
})

test('SHUTTLE-9 a red card is a point to the other side, a black card or a retirement the match', () => {
  const card = (colour: 'yellow' | 'red' | 'black'): BadmintonPlay => ({
    type: 'Card',
    side: 'home',
    player: 'ann',
    colour,
  })
  expect(singles([card('yellow')]).points).toEqual({ home: 0, away: 0 })
  expect(singles([card('red')])).toMatchObject({ points: { home: 0, away: 1 }, serving: 'away' })
  expect(badminton.outcome(singles([card('black')]))).toEqual({ is: 'ended', winner: 'away', kind: 'awarded' })
  const retired = singles([...to(21, 3), { type: 'Retired', side: 'home', player: 'ann' }])
  expect(badminton.outcome(retired)).toMatchObject({ winner: 'away', kind: 'awarded' })
})

test('SPORT-2 nothing is scored after the end of a badminton match', () => {
  const over = singles([...to(21, 0), ...to(21, 0)])
  for (const play of [rally('home'), { type: 'Let' }, START] as const) {
    expect(objection(badminton, over, play)).toBe('AFTER_END')
    expect(badminton.apply(over, play)).toBe(over)
  }
})

test('SPORT-3 a place in badminton is a game and a rally', () => {
  expect(badminton.check(doubles([...to(21, 3)]), rally('home'))?.where).toBe('game 2, rally 1')
})

test('SPORT-5 commentary on a rally, an interval, a game and the match', () => {
  const words = (plays: readonly BadmintonPlay[]) =>
    badmintonSentence(singles(plays.slice(0, -1)), plays.at(-1) ?? { type: 'Let' }, NAMES)
  expect(words(rallies('h'))).toBe('Reds wins the rally: 1-0.')
  expect(words(rallies('ha'))).toBe('Blues wins the serve: 1 all.')
  expect(words(to(11, 9))).toBe('Reds wins the rally: 11-9, interval.')
  expect(words(to(21, 9))).toBe('Reds takes game 1, 21-9.')
  expect(words([...to(21, 9), ...to(20, 9)])).toBe('Reds wins the rally: 20-9, match point.')
  expect(words([...to(21, 9), ...to(21, 9)])).toBe('Match to Reds, 2-0 in games: 21-9 and 21-9.')
})

test('SHUTTLE-3 the points of a match know who served', () => {
  const points = badmintonPoints(USUAL, SINGLES, rallies('hah'))
  expect(points.map((point) => [point.serving, point.winner, point.score])).toEqual([
    ['home', 'home', { home: 1, away: 0 }],
    ['home', 'away', { home: 1, away: 1 }],
    ['away', 'home', { home: 2, away: 1 }],
  ])
})

test('STAND-5 a badminton table: a point a win, then games, then points', () => {
  const won = (home: string, away: string, ...games: [number, number][]) => ({
    home,
    away,
    games: games.map(([h, a]) => ({ home: h, away: a })),
    winner: 'home' as const,
  })
  const table = badmintonTable(
    ['Ann', 'Bo', 'Cy', 'Dee'],
    [
      won('Ann', 'Bo', [21, 5], [21, 5]),
      won('Bo', 'Cy', [21, 5], [5, 21], [21, 5]),
      won('Cy', 'Ann', [21, 5], [21, 19]),
    ],
  )
  expect(table.map((row) => [row.team, row.points, row.scored - row.conceded])).toEqual([
    ['Cy', 1, 1],
    ['Ann', 1, 0],
    ['Bo', 1, -1],
    ['Dee', 0, 0],
  ])
})

import { BADMINTON_FORMATS, type BadmintonPlay, type BadmintonSetup, badminton, type Side } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { callWords } from './calls.tsx'

const setup: BadmintonSetup = {
  ...{ discipline: 'singles', firstServer: 'home' },
  sides: { home: { team: 'h', players: ['h1'] }, away: { team: 'a', players: ['a1'] } },
}
const names = { team: (side: Side) => (side === 'home' ? 'Reds' : 'Blues'), player: () => 'somebody' }

/** The calls after so many rallies, each won by the side of its letter. */
function calls(rallies: string): string {
  let [before, after] = [
    badminton.begin(BADMINTON_FORMATS['3x21'], setup),
    badminton.begin(BADMINTON_FORMATS['3x21'], setup),
  ]
  let play: BadmintonPlay = { type: 'Let' }
  for (const letter of rallies) {
    play = { type: 'Rally', winner: letter === 'r' ? 'home' : 'away', serving: null, server: null }
    before = after
    after = badminton.apply(before, play)
  }
  return callWords({ written: { seq: 1, play, by: 'x', device: 'x', atMs: 0 }, before, after }, names).join(', ')
}
const won = (letter: string, count: number) => letter.repeat(count)

test('MATCHPAGE-11 the umpire’s calls are told in words: service, interval, points of a game and a match, ends', () => {
  expect(calls('r')).toBe('')
  expect(calls('b')).toBe('Service over')
  expect(calls(won('r', 11))).toBe('Interval of 60 seconds')
  expect(calls(won('r', 20))).toBe('Game point Reds')
  expect(calls(won('r', 21))).toBe('Game Reds, Pause of 2 minutes, Change ends')
  expect(calls(`${won('r', 21)}${won('r', 20)}`)).toBe('Match point Reds')
  expect(calls(`${won('r', 21)}${won('b', 21)}${won('b', 11)}`)).toBe('Interval of 60 seconds, Change ends')
  expect(calls(`${won('r', 21)}${won('r', 21)}`)).toBe('Match Reds')
  expect(callWords(undefined, names)).toEqual([])
})

import { cricketRules, type Innings } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { type Armed, armedWords, ballOfKeys, NOTHING_ARMED, pressed, runsOfKeys, totalOf } from './ball.ts'
import type { Crease } from './crease.ts'

const t20 = cricketRules('t20')
const hundred = cricketRules('hundred')
const crease: Crease = { innings: {} as Innings, striker: 's', nonStriker: 'n', bowler: 'b' }
const keys = (...down: Parameters<typeof pressed>[1][]): Armed => down.reduce(pressed, NOTHING_ARMED)

test('PAD-12 every extra and each lawful combination is two taps: the keys that are down, then the runs', () => {
  expect(runsOfKeys(keys('wide'), 0, t20)).toEqual({ bat: 0, wides: 1 })
  expect(runsOfKeys(keys('wide'), 4, t20)).toEqual({ bat: 0, wides: 5 })
  expect(runsOfKeys(keys('noBall'), 6, t20)).toEqual({ bat: 6, noBalls: 1 })
  expect(runsOfKeys(keys('noBall'), 0, hundred)).toEqual({ bat: 0, noBalls: 2 })
  expect(runsOfKeys(keys('noBall', 'bye'), 2, t20)).toEqual({ bat: 0, noBalls: 1, byes: 2 })
  expect(runsOfKeys(keys('noBall', 'legBye'), 1, t20)).toEqual({ bat: 0, noBalls: 1, legByes: 1 })
  expect(runsOfKeys(keys('bye'), 3, t20)).toEqual({ bat: 0, byes: 3 })
  expect(totalOf(runsOfKeys(keys('wide'), 2, t20))).toBe(3)
})

test('PAD-12 keys that do not go together let each other up, and a second press lets a key up', () => {
  expect(keys('wide', 'noBall')).toEqual({ call: 'noBall', off: null })
  expect(keys('bye', 'wide')).toEqual({ call: 'wide', off: null })
  expect(keys('wide', 'legBye')).toEqual({ call: null, off: 'legBye' })
  expect(keys('bye', 'legBye')).toEqual({ call: null, off: 'legBye' })
  expect(keys('noBall', 'noBall')).toEqual(NOTHING_ARMED)
  expect(armedWords(keys('noBall', 'bye'))).toBe('No-ball and byes: now how many they ran')
  expect(armedWords(NOTHING_ARMED)).toBeNull()
})

test('PAD-12 a four and a six are boundaries, also off a no-ball; six byes are run', () => {
  expect(ballOfKeys(crease, NOTHING_ARMED, 4, t20)).toMatchObject({ striker: 's', boundary: 4, runs: { bat: 4 } })
  expect(ballOfKeys(crease, keys('noBall'), 6, t20)).toMatchObject({ boundary: 6 })
  expect(ballOfKeys(crease, keys('wide'), 4, t20)).toMatchObject({ boundary: 4, runs: { wides: 5 } })
  expect(ballOfKeys(crease, keys('bye'), 6, t20)?.boundary).toBeUndefined()
  expect(ballOfKeys(crease, NOTHING_ARMED, 5, t20)?.boundary).toBeUndefined()
  expect(ballOfKeys({ ...crease, bowler: null }, NOTHING_ARMED, 1, t20)).toBeNull()
})

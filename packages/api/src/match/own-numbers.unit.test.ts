import { BADMINTON_FORMATS, FOOTBALL_FORMATS, KABADDI_FORMATS, VOLLEYBALL_FORMATS } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { badmintonNumbers, footballNumbers, kabaddiNumbers, volleyballNumbers } from './own-numbers.ts'

test('MATCHDESK-4 a format without numbers of one’s own is the format, and what is none of it is refused', () => {
  expect(footballNumbers.rules('laws', {})).toBe(FOOTBALL_FORMATS.laws)
  expect(footballNumbers.rules('laws', { overs: 20 })).toBeNull()
  expect(footballNumbers.rules('constructor', {})).toBeNull()
  expect(footballNumbers.rules('laws', { players: 1 })).toBeNull()
  expect(badmintonNumbers.rules('called', { points: 15 })).toBeNull()
  expect(badmintonNumbers.rules('3x21', { games: 2 })).toBeNull()
})

test('MATCHDESK-4 football: as many must be on the pitch as the Laws’ seven are of eleven, and changes without a limit have no windows', () => {
  const seven = footballNumbers.rules('laws', {
    players: 7,
    halfMinutes: 25,
    extraTimeMinutes: null,
    substitutions: null,
  })
  expect(seven).toMatchObject({ players: 7, minPlayers: 4, halfMinutes: 25, extraTimeMinutes: null, shootOutKicks: 5 })
  expect(seven?.substitutions).toMatchObject({ max: null, windows: null, concussion: 1 })
  expect(footballNumbers.rules('laws', { substitutions: 3 })?.substitutions).toMatchObject({ max: 3, windows: 3 })
})

test('MATCHDESK-4 badminton: cap and interval follow from the points as in every format of the federation', () => {
  for (const { id, target, cap, interval } of [
    BADMINTON_FORMATS['3x21'],
    BADMINTON_FORMATS['3x15'],
    BADMINTON_FORMATS['5x11'],
  ])
    expect(badmintonNumbers.rules(id, { points: target })).toMatchObject({ target, cap, interval })
  expect(badmintonNumbers.rules('3x21', { games: 1, points: 15 })).toMatchObject({ bestOf: 1, lastTarget: 15, cap: 21 })
})

test('MATCHDESK-4 volleyball: one set is played to the points of a set, and a win is worth what it is indoors', () => {
  expect(volleyballNumbers.rules('indoor', { sets: 1 })).toMatchObject({
    bestOf: 1,
    lastTarget: 25,
    changeEndsAt: 13,
    table: { points: [[3, 0]] },
  })
  expect(volleyballNumbers.rules('indoor', { sets: 3 })?.table.points).toEqual(
    VOLLEYBALL_FORMATS['best-of-3'].table.points,
  )
  expect(volleyballNumbers.rules('indoor', { sets: 5, points: 15 })).toMatchObject({
    target: 15,
    lastTarget: 15,
    changeEndsAt: 8,
  })
})

test('MATCHDESK-4 kabaddi: bonus and super tackle keep their share of the players', () => {
  expect(kabaddiNumbers.rules('pkl', { halfMinutes: 10 })).toMatchObject({
    halfMinutes: 10,
    bonusFrom: 6,
    superTackleMax: 3,
  })
  expect(kabaddiNumbers.rules('pkl', { players: 5 })).toMatchObject({ players: 5, bonusFrom: 4, superTackleMax: 2 })
  expect(kabaddiNumbers.rules('pkl', {})).toBe(KABADDI_FORMATS.pkl)
})

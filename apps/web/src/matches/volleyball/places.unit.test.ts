import { SPORTS, VOLLEYBALL_FORMATS, type VolleyballPlay, type VolleyballScore } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { leftSide, placesOf } from './places.ts'
import { pointAwayWords, setCalls } from './set-calls.ts'

const { volleyball } = SPORTS
const six = (letter: string) => Array.from({ length: 6 }, (_, n) => `${letter}${n + 1}`)
const setup = {
  sides: { home: { team: 'h', players: six('h') }, away: { team: 'a', players: six('a') } },
  ...{ liberos: { home: ['hL'], away: [] }, firstServer: null },
}
const start: VolleyballPlay = { type: 'SetStart', serving: 'home', lineups: { home: six('h'), away: six('a') } }
const rally = (winner: 'home' | 'away'): VolleyballPlay => ({ type: 'Rally', winner, serving: null, server: null })
const played = (plays: readonly VolleyballPlay[], format: keyof typeof VOLLEYBALL_FORMATS = 'indoor') =>
  plays.reduce<VolleyballScore>(
    (score, play) => volleyball.apply(score, play),
    volleyball.begin(VOLLEYBALL_FORMATS[format], setup),
  )
const names = { team: (side: string) => side, player: (player: string | null) => player ?? '' }
const at = (score: VolleyballScore, side: 'home' | 'away', onLeft: boolean) =>
  placesOf(score, side, onLeft).map(({ player, column, row }) => `${player} ${column},${row}`)

test('PAD-20 zone 1 is at the back and on a side’s right hand, on either end of the court', () => {
  const score = played([start])
  expect(at(score, 'home', true)).toEqual(['h1 1,3', 'h2 2,3', 'h3 2,2', 'h4 2,1', 'h5 1,1', 'h6 1,2'])
  expect(at(score, 'away', false)).toEqual(['a1 2,1', 'a2 1,1', 'a3 1,2', 'a4 1,3', 'a5 2,3', 'a6 2,2'])
  expect(
    placesOf(score, 'home', true)
      .map(({ serves }) => serves)
      .indexOf(true),
  ).toBe(0)
  expect(placesOf(score, 'away', false).some(({ serves }) => serves)).toBe(false)
})

test('PAD-20 a libero stands in the place of a player, and whoever wins the service has rotated', () => {
  const libero: VolleyballPlay = { type: 'LiberoIn', side: 'home', libero: 'hL', for: 'h6' }
  const score = played([start, libero, rally('away'), rally('home')])
  // Zone 6 has come to zone 5 by the rotation.
  expect(placesOf(score, 'home', true).find(({ player }) => player === 'hL')).toMatchObject({ zone: 5, for: 'h6' })
  expect(placesOf(score, 'home', true)[0]).toMatchObject({ player: 'h2', serves: true })
})

test('PAD-20 after a set the ends have changed, and whoever looks from the other side sees it the other way round', () => {
  const set = Array.from({ length: 25 }, () => rally('home'))
  expect(leftSide(played([start]))).toBe('home')
  expect(leftSide(played([start, ...set]))).toBe('away')
  expect(leftSide(played([start, ...set]), true)).toBe('home')
})

test('PAD-20 a set or match that is a point away, and ends that change, are called', () => {
  const to24 = Array.from({ length: 24 }, () => rally('home'))
  expect(pointAwayWords(played([start, ...to24]), names)).toBe('Set point home')
  expect(pointAwayWords(played([start, rally('away')]), names)).toBeNull()
  const before = played([start, ...to24])
  const after = volleyball.apply(before, rally('home'))
  expect(setCalls({ before, after }, names)).toEqual(['Change ends'])
})

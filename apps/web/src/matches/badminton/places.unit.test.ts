import { BADMINTON_FORMATS, type BadmintonPlay, type BadmintonSetup, badminton, type Side } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { endsOf, placesOf } from './places.ts'

const setup = (discipline: 'singles' | 'doubles'): BadmintonSetup => ({
  ...{ discipline, firstServer: 'home' },
  sides: {
    home: { team: 'h', players: discipline === 'singles' ? ['h1'] : ['h1', 'h2'] },
    away: { team: 'a', players: discipline === 'singles' ? ['a1'] : ['a1', 'a2'] },
  },
})
const after = (discipline: 'singles' | 'doubles', plays: readonly BadmintonPlay[]) =>
  plays.reduce(badminton.apply, badminton.begin(BADMINTON_FORMATS['3x21'], setup(discipline)))
const point = (winner: Side): BadmintonPlay => ({ type: 'Rally', winner, serving: null, server: null })

test('PAD-22 a single player stands in the court of the service, across from the server', () => {
  expect(placesOf(after('singles', []))?.courts).toMatchObject({
    home: { right: { player: 'h1', does: 'serves' }, left: { player: null } },
    away: { right: { player: 'a1', does: 'receives' }, left: { player: null } },
  })
  expect(placesOf(after('singles', [point('home')]))?.courts.home.left).toEqual({ player: 'h1', does: 'serves' })
})

test('PAD-22 a pair stands in its courts, and the ends are those after a change', () => {
  expect(placesOf(after('doubles', []))).toBeNull()
  const begun = after('doubles', [{ type: 'GameStart', server: 'h2', receiver: 'a1' }, point('home')])
  expect(placesOf(begun)?.courts).toEqual({
    home: { right: { player: 'h1', does: null }, left: { player: 'h2', does: 'serves' } },
    away: { right: { player: 'a1', does: null }, left: { player: 'a2', does: 'receives' } },
  })
  const second = after(
    'singles',
    Array.from({ length: 21 }, () => point('away')),
  )
  const places = placesOf(second)
  expect(places && endsOf(places)).toEqual(['away', 'home'])
})

import { CRORE, LAKH } from '@gavel/auction'
import { expect, test } from 'vitest'
import { asksOf, raised, whyNotAct } from './asks.ts'
import { hammered, lotWith, played, rulesOf, running } from './testing.ts'

const rules = rulesOf('ipl-2025')
const asked = hammered(
  lotWith(running(rules), 'p1', [
    ['B', 2 * CRORE],
    ['C', 6.5 * CRORE],
  ]),
)
const claimed = played(asked, { type: 'ClaimMatch', lot: 1, term: null, floorTeam: 'A' })

test('ASK-1 a team is asked what the room waits to hear from it, and nobody else is', () => {
  expect(asksOf(asked, 'A')).toMatchObject([{ is: 'claim', lot: 1, player: 'p1', amount: 6.5 * CRORE, cards: 6 }])
  expect(asksOf(asked, 'C')).toEqual([])
  expect(asksOf(claimed, 'A')).toEqual([])
  expect(asksOf(claimed, 'C')).toMatchObject([{ is: 'raise', amount: 6.5 * CRORE, range: { least: 6.75 * CRORE } }])
  const over = played(asked, { type: 'DeclineMatch', lot: 1, floorTeam: 'A' })
  for (const team of ['A', 'B', 'C']) expect(asksOf(over, team)).toEqual([])
})

test('ASK-2 an answer that the core would refuse says why beforehand, whoever holds the paddle', () => {
  expect(whyNotAct(asked, 'A', { type: 'ClaimMatch', lot: 1, term: null, floorTeam: null }, 0)).toBeNull()
  expect(whyNotAct(asked, 'B', { type: 'ClaimMatch', lot: 1, term: null, floorTeam: null }, 0)).toBe(
    'Your team is not being asked just now',
  )
  expect(whyNotAct(claimed, 'C', { type: 'RaiseMatch', lot: 1, amount: 8 * CRORE, floorTeam: null }, 0)).toBeNull()
  expect(whyNotAct(claimed, 'C', { type: 'RaiseMatch', lot: 1, amount: 8 * CRORE + 1, floorTeam: null }, 0)).toContain(
    'cannot be called',
  )
})

test('ASK-3 a raise stays on its grid and within what the team can pay', () => {
  const range = { least: 6.75 * CRORE, most: 8 * CRORE, grid: 25 * LAKH }
  expect(raised(range, 0)).toBe(6.75 * CRORE)
  expect(raised(range, 5)).toBe(8 * CRORE)
  expect(raised(range, 500)).toBe(8 * CRORE)
})

import { type AuctionState, CRORE, type Draft, evolve, LAKH, type Lot } from '@gavel/auction'
import { expect, test } from 'vitest'
import { boardOf, clockLengthMs } from '../view.ts'
import { dramaOf, howSold } from './drama.ts'
import { commitmentOf } from './seals.ts'
import { storyOf } from './story.ts'
import { hammered, lotWith, played, rulesOf, running } from './testing.ts'

const name = (team: string) => `Team ${team}`
const lotOf = (state: AuctionState): Lot => {
  if (!state.lot) throw new Error('no lot')
  return state.lot
}
const drama = (state: AuctionState) => dramaOf(state, lotOf(state), name)
const money = (crore: number) => Math.round(crore * CRORE)

const rules = rulesOf('ipl-2025')
const up = lotWith(running(rules), 'p1', [
  ['B', money(2)],
  ['C', money(15.75)],
])
const asked = hammered(up)

test('DRAMA-1 while a lot is bid for nothing is decided beside it', () => {
  expect(drama(up)).toBeNull()
  expect(boardOf(up)).toMatchObject({ is: 'open', stage: null, next: money(16) })
})

test('DRAMA-2 the right to match goes stage by stage: who is asked, with which cards, the raise, the answer', () => {
  expect(drama(asked)).toMatchObject({
    of: 'match',
    says: 'Team A: match ₹15.75 crore?',
    steps: [{ is: 'now' }, { is: 'later' }, { is: 'later' }],
    parts: [
      { team: 'A', is: 'asked', says: 'may match · 6 cards left' },
      { team: 'C', is: 'in', says: 'leads at ₹15.75 crore' },
    ],
  })
  const claimed = played(asked, { type: 'ClaimMatch', lot: 1, term: null, floorTeam: 'A' })
  expect(drama(claimed)).toMatchObject({
    says: 'Team C: one raise?',
    steps: [{ is: 'done' }, { is: 'now' }, { is: 'later' }],
    parts: [
      { team: 'A', says: 'uses its right at ₹15.75 crore' },
      { team: 'C', is: 'asked' },
    ],
  })
  const raised = played(claimed, { type: 'RaiseMatch', lot: 1, amount: money(18), floorTeam: 'C' })
  expect(drama(raised)).toMatchObject({
    says: 'Team A: match ₹18 crore?',
    parts: [
      { team: 'A', is: 'asked' },
      { team: 'C', says: 'raised from ₹15.75 crore to ₹18 crore' },
    ],
  })
  expect(boardOf(raised)).toMatchObject({ is: 'open', price: money(18), leader: 'C', next: null })
  const kept = played(raised, { type: 'KeepMatch', lot: 1, floorTeam: 'A' })
  expect(boardOf(kept)).toMatchObject({ is: 'sold', price: money(18), leader: 'A' })
  expect(howSold(kept, name)).toBe('Matched Team C')
})

test('DRAMA-3 a form without a raise has one step, and its card says for how long', () => {
  const pkl = rulesOf('pkl-12', { basePrices: [2 * CRORE], squad: { min: 1, max: 25 } })
  const offered = hammered(lotWith(running(pkl), 'p1', [['B', money(2)]]))
  expect(drama(offered)).toMatchObject({ says: 'Team A: match ₹2 crore?', steps: [{ is: 'now' }] })
  const matched = played(offered, { type: 'ClaimMatch', lot: 1, term: 'one season', floorTeam: 'A' })
  expect(boardOf(matched)).toMatchObject({ is: 'sold', leader: 'A', price: money(2) })
})

/** Purses so small that 2 crore is the end of them. */
const poor: Draft[] = ['A', 'B', 'C'].map((team) => ({ type: 'PurseSet', team, purse: money(2) + 17 * 30 * LAKH }))
const tied = hammered(lotWith(running(rules, poor), 'p2', [['B', money(2)]]))
const joined = played(
  tied,
  { type: 'JoinTieBreak', lot: 1, joins: true, floorTeam: 'A' },
  { type: 'JoinTieBreak', lot: 1, joins: false, floorTeam: 'C' },
)

/** The auction after two teams have sealed, each by its own paddle. */
function sealed(state: AuctionState, amounts: Readonly<Record<string, number>>): AuctionState {
  let now: AuctionState = { ...state, paddles: {} }
  for (const [team, amount] of Object.entries(amounts)) {
    const place = { auctionId: 'a1', lot: 1, round: roundOf(now), team }
    const commitment = commitmentOf(place, { amount, secret: SECRET })
    now = played(
      { ...now, paddles: { auctioneer: team } },
      { type: 'SealAmount', lot: 1, round: place.round, commitment },
    )
  }
  return now
}
const reveal = (state: AuctionState, team: string, amount: number): AuctionState =>
  played(
    { ...state, paddles: { auctioneer: team } },
    { type: 'RevealAmount', lot: 1, round: roundOf(state), amount, secret: SECRET },
  )
const roundOf = ({ lot }: AuctionState): number => (lot && 'round' in lot.stage ? lot.stage.round : 1)
const SECRET = '0123456789ABCDEF'

test('DRAMA-4 a tie-break shows who joins, who has sealed, and each amount only once it is revealed', () => {
  expect(drama(tied)).toMatchObject({
    of: 'tiebreak',
    says: 'Team A and Team C: also ₹2 crore?',
    parts: [{ team: 'B' }, { team: 'A', is: 'asked' }, { team: 'C', is: 'asked' }],
  })
  expect(drama(joined)).toMatchObject({
    says: '0 of 2 amounts sealed',
    parts: [
      { team: 'B', is: 'asked', says: 'to seal' },
      { team: 'A', is: 'asked' },
    ],
  })
  expect(clockLengthMs(joined)).toBe(rules.tieBreak?.sealMs)
  expect(drama(sealed(joined, { B: money(1) }))).toMatchObject({
    says: '1 of 2 amounts sealed',
    parts: [
      { is: 'sealed', amount: null },
      { is: 'asked', amount: null },
    ],
  })
  const closed = sealed(joined, { B: money(1), A: money(3) })
  expect(drama(closed)).toMatchObject({ says: 'The amounts are opened', parts: [{ amount: null }, { amount: null }] })
  const first = reveal(closed, 'B', money(1))
  expect(drama(first)).toMatchObject({
    says: '1 of 2 amounts revealed',
    parts: [
      { team: 'B', is: 'shown', says: '₹1 crore', best: true },
      { team: 'A', is: 'asked', amount: null, best: false },
    ],
  })
  const second = sealed(joined, { B: money(1), A: money(1) })
  expect(drama(reveal(reveal(second, 'A', money(1)), 'B', money(1)))?.means).toContain('Round 2')
})

test('DRAMA-5 what is closed says how it was bought where the hammer alone does not say it', () => {
  const closed = sealed(joined, { B: money(1), A: money(3) })
  const over = reveal(reveal(closed, 'B', money(1)), 'A', money(3))
  expect(boardOf(over)).toMatchObject({ is: 'sold', leader: 'A', price: money(2) })
  expect(howSold(over, name)).toBe('Tie-break: ₹3 crore more to the league')
  const plain = hammered(lotWith(running(rules), 'p2', [['B', money(2)]]))
  expect(howSold(plain, name)).toBeNull()
})

test('DRAMA-6 a lapsed amount and an earlier round stay in the story of the lot, for who comes late too', () => {
  const again = sealed(joined, { B: money(1), A: money(1) })
  const second = sealed(reveal(reveal(again, 'A', money(1)), 'B', money(1)), { B: money(1), A: money(1) })
  const lapsed = { type: 'AmountLapsed', lot: 1, round: 2, team: 'B', seq: second.seq + 1 } as const
  const late = evolve(second, { ...lapsed, atMs: 0, by: '', cmd: '', sum: '' })
  const round = ['SealingOpened', 'AmountSealed', 'AmountSealed', 'SealingClosed']
  expect(storyOf(late, 1).map(({ type }) => type)).toEqual([
    ...['TieBreakOffered', 'TieBreakAnswered', 'TieBreakAnswered', ...round, 'AmountRevealed', 'AmountRevealed'],
    ...[...round, 'AmountLapsed'],
  ])
  expect(storyOf(late, 1).at(-1)).toEqual(lapsed)
  expect(storyOf(late, 2)).toEqual([])
})

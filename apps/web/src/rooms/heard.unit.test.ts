import { type Draft, LAKH } from '@gavel/auction'
import { expect, test } from 'vitest'
import { announcementOf } from './announcements.ts'
import { added, directoryWith, entriesOf, rulesWith, sold, stateOf } from './given.ts'
import { heardOf, noiseOf } from './heard.ts'
import { offsetSaid } from './latency.tsx'
import { callOutsOf, spokenMoney } from './voice.ts'

const directory = directoryWith({ p1: 'Batter' })
const bid = (team: string, amount: number): Draft => ({ type: 'BidPlaced', lot: 1, team, amount, floor: false })
const announced = (...drafts: Draft[]) => announcementOf(entriesOf(drafts), directory, 'INR')
const called = (...drafts: Draft[]) => callOutsOf(entriesOf(drafts), directory, 'INR').map(({ words }) => words)

test('ANNOUNCE-1 of a run of bids the last is read, and an act with all that followed from it', () => {
  expect(announced(bid('A', 30 * LAKH), { type: 'GoingCalled', lot: 1, call: 1 }, bid('B', 35 * LAKH))).toEqual({
    words: 'Team B bid ₹35 lakh.',
    urgent: false,
  })
  const declined: Draft[] = [{ type: 'MatchDeclined', lot: 1, team: 'A' }, ...sold(1, 'p1', 'B', 35 * LAKH).slice(2)]
  expect(announced(...declined)).toEqual({
    words: 'Team A does not match. Player p1 sold to Team B for ₹35 lakh.',
    urgent: true,
  })
  expect(announced({ type: 'LotHeld', lot: 1, forMs: 500 })).toBeNull()
})

test('ANNOUNCE-2 the auctioneer’s line is read at once when it is said, and its end is not', () => {
  const line: Draft = { type: 'Announced', words: 'Five-minute break at nine' }
  expect(announced(line)).toEqual({ words: 'Announced: Five-minute break at nine', urgent: true })
  expect(called(bid('A', 30 * LAKH), line)).toEqual(['30 lakh, Team A.', 'Five-minute break at nine'])
  expect(announced({ type: 'Announced', words: null })).toBeNull()
  expect(called({ type: 'Announced', words: null })).toEqual([])
})

test('ANNOUNCE-1, AUTO-7 what is said for a team that is away is told from what it says', () => {
  const away: Draft[] = [
    { type: 'MatchClaimed', lot: 1, team: 'A', auto: true },
    { type: 'MatchRaised', lot: 1, team: 'B', amount: 35 * LAKH },
    { type: 'MatchDeclined', lot: 1, team: 'A', auto: true },
  ]
  expect(announced(...away)?.words).toBe(
    'Team A, away, uses its right to match. Team B raises to ₹35 lakh. Team A, away, does not match.',
  )
})

test('VOICE-1 money is called as it is spoken', () => {
  expect(spokenMoney(1_825 * LAKH, 'INR')).toBe('18 crore 25 lakh')
  expect(spokenMoney(2_700 * LAKH, 'INR')).toBe('27 crore')
  expect(spokenMoney(62.5 * LAKH, 'PKR')).toBe('62 and a half lakh')
  expect(spokenMoney(30 * LAKH, 'INR')).toBe('30 lakh')
  expect(spokenMoney(19_100, 'USD')).toBe('$191')
})

test('VOICE-2 of several call-outs that break in, the last is said with what came after it', () => {
  expect(called(bid('A', 30 * LAKH), bid('B', 35 * LAKH))).toEqual(['35 lakh, Team B.'])
  expect(called(...sold(1, 'p1', 'B', 35 * LAKH), { type: 'NamesCalled', round: 1, perTeam: 2 })).toEqual([
    'Sold! Player p1 to Team B, for 35 lakh.',
    'Names, please.',
  ])
  expect(called({ type: 'LotHeld', lot: 1, forMs: 500 })).toEqual([])
})

test('LATENCY-1 the clock’s difference is said as people would', () => {
  expect([0, 49, -49, 200, -1_240, 12_400].map(offsetSaid)).toEqual([
    'clock right',
    'clock right',
    'clock right',
    'clock 0.2 s behind',
    'clock 1.2 s ahead',
    'clock 12 s behind',
  ])
})

test('SOUND-1 a tick for a bid, a knock for the hammer, and a buzz for who is outbid or asked', () => {
  const match = {
    cardsByRetained: [1],
    caps: { capped: null, uncapped: null, overseas: null },
    ...{ raiseGrid: null, declineUsesCard: false, terms: [], answerMs: null },
  }
  const opened: Draft[] = [
    ...['A', 'B'].map((team): Draft => ({ type: 'TeamAdded', team, purse: 1_000 * LAKH })),
    added('p1', 30 * LAKH),
    { type: 'FormerTeamSet', player: 'p1', team: 'B' },
    { type: 'AuctionStarted' },
    { type: 'LotOpened', lot: 1, player: 'p1', base: 30 * LAKH },
  ]
  const steps: Draft[] = [
    bid('B', 30 * LAKH),
    bid('A', 35 * LAKH),
    { type: 'MatchOffered', lot: 1, holder: 'B', leader: 'A', amount: 35 * LAKH },
    { type: 'LotSold', lot: 1, player: 'p1', team: 'A', amount: 35 * LAKH, bid: 9 },
  ]
  const heard = [0, 1, 2, 3, 4].map((n) =>
    heardOf(stateOf(rulesWith({ match }), [...opened, ...steps.slice(0, n)]), 'B'),
  )
  const noises = heard.slice(1).map((now, at) => noiseOf(heard[at] ?? now, now))
  expect(noises).toEqual([
    { sound: 'tick', buzz: false },
    { sound: 'tick', buzz: true },
    { sound: 'knock', buzz: true },
    { sound: 'knock', buzz: false },
  ])
})

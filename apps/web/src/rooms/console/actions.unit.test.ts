import type { AuctionState, Draft, RuleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { rulesWith, stateOf } from '../given.ts'
import { ACTION_NAMES, ACTIONS, actionOfKey, actionsOf, floorAnswers } from './actions.ts'
import { comingUp } from './coming-up.ts'
import { wordsFor } from './said.ts'

const rules = rulesWith({ match: null, tieBreak: null })
const base: Draft[] = [
  { type: 'TeamAdded', team: 'A', purse: rules.purse },
  { type: 'TeamAdded', team: 'B', purse: rules.purse },
  { type: 'PlayerAdded', player: 'p1', base: 300_000_000, set: 'M1', overseas: false },
  { type: 'PlayerAdded', player: 'p2', base: 300_000_000, set: 'M1', overseas: false },
]
const under = (changes: Partial<RuleSet>, ...more: Draft[]): AuctionState =>
  stateOf({ ...rules, ...changes }, [...base, ...more])
const after = (...more: Draft[]): AuctionState => under({}, ...more)
const nobody = { player: null, namesPerTeam: 2 }
const started: Draft = { type: 'AuctionStarted' }
const opened: Draft = { type: 'LotOpened', lot: 1, player: 'p1', base: 300_000_000 }
const bid: Draft = { type: 'BidPlaced', lot: 1, team: 'A', amount: 300_000_000, floor: false }

test('CONSOLE-1 before the start only the start is on', () => {
  const actions = actionsOf(after(), nobody, null, 0)
  expect(actions.start.reason).toBeNull()
  expect(actions.open.reason).toBe('The auction has not started yet')
})

test('CONSOLE-2 open takes the chosen player, next the first in order', () => {
  const actions = actionsOf(after(started), { ...nobody, player: 'p2' }, null, 0)
  expect(actions.open.command).toEqual({ type: 'OpenLot', player: 'p2' })
  expect(actions.next.command).toEqual({ type: 'OpenLot', player: 'p1' })
})

test('CONSOLE-3 the hammer names the bid that it sells, and needs one', () => {
  expect(actionsOf(after(started, opened), nobody, null, 0).hammer).toEqual({
    command: null,
    reason: 'There is no bid on this player',
  })
  expect(actionsOf(after(started, opened, bid), nobody, null, 0).hammer).toEqual({
    command: { type: 'Hammer', lot: 1, bid: 8 },
    reason: null,
  })
})

test('CONSOLE-4 calls keep their order, and a player with a bid cannot go unsold', () => {
  const actions = actionsOf(after(started, opened, bid), nobody, null, 0)
  expect(actions.once.reason).toBeNull()
  expect(actions.twice.reason).toBe('Call going once before going twice')
  expect(actions.unsold.reason).toBe('There is a bid on this player')
})

test('CONSOLE-5 without a connection everything is off and says why', () => {
  const actions = actionsOf(after(started, opened, bid), nobody, 'Reconnecting', 0)
  expect(new Set(Object.values(actions).map(({ reason }) => reason))).toEqual(new Set(['Reconnecting']))
})

test('CONSOLE-6 `Sold` is said of what is sold, and a right to match of what is not yet', () => {
  const match = {
    cardsByRetained: [1],
    caps: { capped: null, uncapped: null, overseas: null },
    raiseGrid: null,
    declineUsesCard: false,
    terms: [],
    answerMs: null,
  }
  const hammer = { type: 'Hammer', lot: 1, bid: 8 } as const
  expect(wordsFor(after(started, opened, bid), 'hammer', hammer, 0).done).toBe('Sold')
  const former: Draft = { type: 'FormerTeamSet', player: 'p1', team: 'B' }
  const state = under({ match }, former, started, opened, bid)
  expect(wordsFor(state, 'hammer', { ...hammer, bid: 9 }, 0).done).toMatch(/right to match/)
})

test('CONSOLE-10 a key means one thing at a time', () => {
  const shared = ACTION_NAMES.filter((name) =>
    ACTION_NAMES.some((other) => other !== name && ACTIONS[other].key === ACTIONS[name].key),
  )
  expect(shared).toEqual(['pause', 'resume', 'callNames', 'closeNames'])
  expect(actionOfKey(after(started), 'p')).toBe('pause')
  expect(actionOfKey(after(started, { type: 'AuctionPaused', message: '' }), 'p')).toBe('resume')
  expect(actionOfKey(after(started, { type: 'NamesCalled', round: 1, perTeam: 2 }), 'c')).toBe('closeNames')
  expect(actionOfKey(after(started), 'q')).toBeNull()
})

test('CONSOLE-11 the last hammer is taken back until the next lot opens', () => {
  expect(actionsOf(after(started), nobody, null, 0).reopen.command).toBeNull()
  const sold: Draft = { type: 'LotSold', lot: 1, player: 'p1', team: 'A', amount: 300_000_000, bid: 8 }
  expect(actionsOf(after(started, opened, bid, sold), nobody, null, 0).reopen).toEqual({
    command: { type: 'ReopenLot', lot: 1 },
    reason: null,
  })
  const next: Draft = { type: 'LotOpened', lot: 2, player: 'p2', base: 300_000_000 }
  expect(actionsOf(after(started, opened, bid, sold, next), nobody, null, 0).reopen.reason).not.toBeNull()
})

test('CONSOLE-12 yes and no are those of the team that is asked; a raise is no yes', () => {
  expect(floorAnswers(after(started, opened, bid)).team).toBeNull()
  const match = {
    cardsByRetained: [1],
    caps: { capped: null, uncapped: null, overseas: null },
    raiseGrid: 25_000_000,
    declineUsesCard: false,
    terms: [],
    answerMs: null,
  }
  const former: Draft = { type: 'FormerTeamSet', player: 'p1', team: 'B' }
  const offered: Draft = { type: 'MatchOffered', lot: 1, holder: 'B', leader: 'A', amount: 300_000_000 }
  const asked = under({ match }, former, started, opened, bid, offered)
  expect(floorAnswers(asked)).toEqual({
    team: 'B',
    yes: { type: 'ClaimMatch', lot: 1, term: null, floorTeam: 'B' },
    no: { type: 'DeclineMatch', lot: 1, floorTeam: 'B' },
  })
  expect(actionsOf(asked, nobody, null, 0).yes.reason).toBeNull()
  const raising = under({ match }, former, started, opened, bid, offered, { type: 'MatchClaimed', lot: 1, team: 'B' })
  expect(floorAnswers(raising)).toEqual({
    team: 'A',
    yes: null,
    no: { type: 'RaiseMatch', lot: 1, amount: 300_000_000, floorTeam: 'A' },
  })
  const two = under(
    { match: { ...match, terms: ['one season', 'two seasons'] } },
    former,
    started,
    opened,
    bid,
    offered,
  )
  expect(floorAnswers(two)).toMatchObject({ team: 'B', yes: null })
})

test('CONSOLE-13 where it is a team’s turn, the player is put up for it at the base price', () => {
  const state = under({ nomination: { order: 'straight', turnMs: null } }, started)
  expect(state.turn?.team).toBe('A')
  expect(actionsOf(state, nobody, null, 0).next).toEqual({
    command: { type: 'NominatePlayer', player: 'p1', amount: 300_000_000, floorTeam: 'A' },
    reason: null,
  })
})

test('CONSOLE-14 names are called for and closed, and the chosen player is withdrawn or barred', () => {
  const actions = actionsOf(after(started), { player: 'p2', namesPerTeam: 3 }, null, 0)
  expect(actions.callNames).toEqual({ command: { type: 'CallForNames', perTeam: 3 }, reason: null })
  expect(actions.withdraw.command).toEqual({ type: 'WithdrawPlayer', player: 'p2', why: 'withdrawn' })
  expect(actions.bar.command).toEqual({ type: 'WithdrawPlayer', player: 'p2', why: 'ineligible' })
  expect(actionsOf(after(started), nobody, null, 0).withdraw.reason).toBe('Choose a player in the running order')
  const called = after(started, { type: 'NamesCalled', round: 1, perTeam: 3 })
  expect(actionsOf(called, nobody, null, 0).closeNames.reason).toBeNull()
})

test('CONSOLE-15 who comes next follows the core, after a call for names too', () => {
  expect(comingUp(after(started), 5)).toEqual(['p1', 'p2'])
  const named: Draft = { type: 'NamesClosed', round: 1, set: 'names-1', players: ['p2'] }
  expect(comingUp(after(started, { type: 'NamesCalled', round: 1, perTeam: 1 }, named), 5)).toEqual(['p2'])
  expect(comingUp(after(started), 1)).toEqual(['p1'])
})

import { type AuctionState, createAuction, type Draft, type Entry, fold, ruleSet } from '@gavel/auction'
import { expect, test } from 'vitest'
import { actionsOf } from './actions.ts'

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')
const base: Draft[] = [
  createAuction('a1', rules),
  { type: 'TeamAdded', team: 'A', purse: rules.purse },
  { type: 'TeamAdded', team: 'B', purse: rules.purse },
  { type: 'PlayerAdded', player: 'p1', base: 300_000_000, set: 'M1', overseas: false },
  { type: 'PlayerAdded', player: 'p2', base: 300_000_000, set: 'M1', overseas: false },
]
const after = (...more: Draft[]): AuctionState => {
  const entries = [...base, ...more].map(
    (draft, at): Entry => ({ ...draft, seq: at + 1, atMs: at, by: 'u', cmd: '', sum: '' }),
  )
  const state = fold(entries)
  if (!state) throw new Error('no state')
  return state
}
const started: Draft = { type: 'AuctionStarted' }
const opened: Draft = { type: 'LotOpened', lot: 1, player: 'p1', base: 300_000_000 }
const bid: Draft = { type: 'BidPlaced', lot: 1, team: 'A', amount: 300_000_000, floor: false }

test('CONSOLE-1 before the start only the start is on', () => {
  const actions = actionsOf(after(), null, null, 0)
  expect(actions.start.reason).toBeNull()
  expect(actions.open.reason).toBe('The auction has not started yet')
})

test('CONSOLE-2 open takes the chosen player, next the first in order', () => {
  const actions = actionsOf(after(started), 'p2', null, 0)
  expect(actions.open.command).toEqual({ type: 'OpenLot', player: 'p2' })
  expect(actions.next.command).toEqual({ type: 'OpenLot', player: 'p1' })
})

test('CONSOLE-3 the hammer names the bid that it sells, and needs one', () => {
  expect(actionsOf(after(started, opened), null, null, 0).hammer).toEqual({
    command: null,
    reason: 'There is no bid on this player',
  })
  expect(actionsOf(after(started, opened, bid), null, null, 0).hammer).toEqual({
    command: { type: 'Hammer', lot: 1, bid: 8 },
    reason: null,
  })
})

test('CONSOLE-4 calls keep their order, and a player with a bid cannot go unsold', () => {
  const actions = actionsOf(after(started, opened, bid), null, null, 0)
  expect(actions.once.reason).toBeNull()
  expect(actions.twice.reason).toBe('Call going once before going twice')
  expect(actions.unsold.reason).toBe('There is a bid on this player')
})

test('CONSOLE-5 without a connection everything is off and says why', () => {
  const actions = actionsOf(after(started, opened, bid), null, 'Reconnecting', 0)
  expect(new Set(Object.values(actions).map(({ reason }) => reason))).toEqual(new Set(['Reconnecting']))
})

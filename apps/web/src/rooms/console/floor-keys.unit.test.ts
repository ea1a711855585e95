import type { Draft } from '@gavel/auction'
import { expect, test } from 'vitest'
import { added, directoryWith, rulesWith, stateOf } from '../given.ts'
import { teamRows } from '../view.ts'
import { biddable, floorKeys } from './floor-keys.ts'

const rules = rulesWith({ openLots: 3, match: null, tieBreak: null, bidsDecidedBy: 'core' })
const base = 500_000_000
const teams = ['B', 'A'].map((team): Draft => ({ type: 'TeamAdded', team, purse: rules.purse }))
const opened = ['p1', 'p2'].map((player, at): Draft => ({ type: 'LotOpened', lot: at + 1, player, base }))
const board = (...more: Draft[]) =>
  stateOf(rules, [
    ...[...teams, added('p1', base), added('p2', base), { type: 'AuctionStarted' as const }],
    ...[...opened, ...more],
  ])

test('CONSOLE-9 letters go by the teams’ names', () => {
  expect([...floorKeys(board(), directoryWith({}))]).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ])
})

test('CONSOLE-20 a hand is raised for lots that are bid for, and limits are those of its lot', () => {
  const offered: Draft = { type: 'TieBreakOffered', lot: 2, teams: ['B'] }
  const bid: Draft = { type: 'BidPlaced', lot: 2, team: 'A', amount: base, floor: true }
  expect(biddable(board()).map(({ lot }) => lot)).toEqual([1, 2])
  expect(biddable(board(bid, offered)).map(({ lot }) => lot)).toEqual([1])
  const state = board(bid)
  const limitOn = (at: number) => teamRows(state, state.board[at]).find(({ id }) => id === 'A')?.limit ?? 0
  expect(limitOn(1) - limitOn(0)).toBeGreaterThan(0)
})

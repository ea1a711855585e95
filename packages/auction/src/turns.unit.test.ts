import { expect, test } from 'vitest'
import { dueCommands } from './due.ts'
import { type Room, runningRoom } from './given.ts'
import type { NominationRule } from './rule-set.ts'

const FANTASY = {
  nomination: { order: 'straight', turnMs: 30_000 },
  clock: { mode: 'clock', lotMs: 30_000, extendMs: 10_000 },
  bidsDecidedBy: 'core',
} as const
const room = (rules = {}) => runningRoom({ ...FANTASY, ...rules })
const by = (order: NominationRule['order']) => ({ nomination: { order, turnMs: 30_000 } })

const nominate = (at: Room, team: string, player: string, amount = 20) =>
  at.ask({ type: 'NominatePlayer', player, amount, floorTeam: team })

/** The team in turn names the next who waits, nobody bids more, and the time runs out: whose turn it was. */
function turnPlayed(at: Room): string | undefined {
  const team = at.state.turn?.team
  const player = Object.values(at.state.players).find(({ status }) => status.is === 'waiting')
  if (!team || !player) return undefined
  expect(nominate(at, team, player.id)).toBeNull()
  at.nowMs += 30_000
  at.does({ type: 'CloseLot', lot: at.lot.lot })
  return team
}

test('TURN-1 turns go round straight, or back and forth in a snake, from the first team on', () => {
  const straight = room()
  expect(straight.state.turn).toEqual({ n: 0, team: 't1', deadlineMs: 1_030_000 })
  expect([1, 2, 3, 4, 5].map(() => turnPlayed(straight))).toEqual(['t1', 't2', 't3', 't1', 't2'])
  const snake = room(by('snake'))
  expect([1, 2, 3, 4, 5].map(() => turnPlayed(snake))).toEqual(['t1', 't2', 't3', 't3', 't2'])
})

test('TURN-1 where the winner names, it is the team that bought last', () => {
  const at = room(by('winner'))
  expect(turnPlayed(at)).toBe('t1')
  expect(at.state.turn?.team).toBe('t1')
  expect(nominate(at, 't1', 'p2')).toBeNull()
  at.bid('t3', 30)
  at.nowMs += 30_000
  at.does({ type: 'CloseLot', lot: 2 })
  expect(at.state.turn?.team).toBe('t3')
})

test('TURN-1 where turns are free, any team names while there is room', () => {
  const at = room({ ...by('free'), openLots: 2 })
  expect(at.state.turn).toBeNull()
  expect(nominate(at, 't3', 'p2')).toBeNull()
  expect(nominate(at, 't3', 'p3')).toBeNull()
  expect(nominate(at, 't1', 'p4')?.code).toBe('LOT_OPEN')
})

test('TURN-2 a team with a full squad, or without the cheapest base, is passed over and nobody gains by it', () => {
  const at = room({ squad: { min: 1, max: 1 } })
  expect([1, 2].map(() => turnPlayed(at))).toEqual(['t1', 't2'])
  expect(at.state.turn?.team).toBe('t3')
  const poor = room({ squad: { min: 0, max: 4 } })
  nominate(poor, 't1', 'p1')
  poor.does({ type: 'PlaceBid', lot: 1, amount: 990, floorTeam: 't2' })
  poor.nowMs += 30_000
  poor.does({ type: 'CloseLot', lot: 1 })
  expect([1, 2, 3, 4].map(() => turnPlayed(poor))).toEqual(['t3', 't1', 't3', 't1'])
})

test('TURN-2 nobody has a turn while every place is taken, nobody waits, or every squad is full', () => {
  const full = room({ squad: { min: 1, max: 1 } })
  nominate(full, 't1', 'p1')
  expect(full.state.turn).toBeNull()
  full.nowMs += 30_000
  full.does({ type: 'CloseLot', lot: 1 })
  turnPlayed(full)
  turnPlayed(full)
  expect(full.state.turn).toBeNull()
  const empty = room()
  for (const n of [1, 2, 3, 4, 5, 6]) empty.does({ type: 'WithdrawPlayer', player: `p${n}` })
  expect(empty.state.turn).toBeNull()
  empty.does({ type: 'AddPlayers', players: [{ player: 'p7', base: 20, set: 's1', overseas: false }] })
  expect(empty.state.turn?.team).toBe('t1')
})

test('TURN-3 the team in turn opens a lot with its own first bid, checked as any bid', () => {
  const at = room()
  expect(nominate(at, 't2', 'p1')?.code).toBe('NOT_YOUR_TURN')
  expect(nominate(at, 't1', 'nobody')?.code).toBe('UNKNOWN_PLAYER')
  expect(nominate(at, 't1', 'p1', 10)).toEqual({ code: 'BELOW_MINIMUM', detail: { minimum: 20 } })
  expect(nominate(at, 't1', 'p1', 23)?.code).toBe('OFF_GRID')
  expect(nominate(at, 't1', 'p1', 990)?.code).toBe('LIMIT_EXCEEDED')
  expect(nominate(at, 't1', 'p1', 0)?.code).toBe('BAD_AMOUNT')
  at.does({ type: 'WithdrawPlayer', player: 'p2' })
  expect(nominate(at, 't1', 'p2')?.code).toBe('NOT_AVAILABLE')
  expect(at.ask({ type: 'NominatePlayer', by: 'u1', player: 'p1', amount: 45, floorTeam: null })).toBeNull()
  expect(at.lot).toMatchObject({ player: 'p1', bids: [{ team: 't1', amount: 45, floor: false, auto: false }] })
  expect(nominate(at, 't2', 'p3')?.code).toBe('LOT_OPEN')
  const plain = runningRoom()
  expect(nominate(plain, 't1', 'p1')?.code).toBe('NOT_ASKED')
})

test('TURN-4 a missed turn names the first of the team’s list who waits, else the first in order, at the base', () => {
  const at = room()
  at.does({
    type: 'SetAutopilot',
    by: 'u1',
    policy: 'off',
    maxima: [
      { player: 'p2', max: 10 },
      { player: 'p4', max: 60 },
    ],
  })
  expect(at.ask({ type: 'MissTurn', turn: 0 })?.code).toBe('TOO_EARLY')
  expect(dueCommands(at.state)).toEqual([{ atMs: 1_030_000, command: { type: 'MissTurn', by: 'system', turn: 0 } }])
  at.nowMs += 30_000
  expect(nominate(at, 't1', 'p1')?.code).toBe('TIME_UP')
  at.does({ type: 'MissTurn', turn: 0 })
  expect(at.lot).toMatchObject({ player: 'p4', bids: [{ team: 't1', amount: 20, auto: true }] })
  expect(at.ask({ type: 'MissTurn', turn: 0 })?.code).toBe('NOT_YOUR_TURN')
  at.nowMs += 30_000
  at.does({ type: 'CloseLot', lot: 1 })
  at.nowMs += 30_000
  at.does({ type: 'MissTurn', turn: 1 })
  expect(at.lot).toMatchObject({ player: 'p1', bids: [{ team: 't2', amount: 20 }] })
})

test('TURN-4 whom the team may not buy is not named for it; if it can buy nobody, the next is put up without a bid', () => {
  const at = room({ overseasMax: 0 })
  for (const n of [1, 2, 3, 4]) at.does({ type: 'WithdrawPlayer', player: `p${n}` })
  at.nowMs += 30_000
  at.does({ type: 'MissTurn', turn: 0 })
  expect(at.lot).toMatchObject({ player: 'p6', bids: [{ team: 't1' }] })
  at.nowMs += 30_000
  at.does({ type: 'CloseLot', lot: 1 })
  at.nowMs += 30_000
  at.does({ type: 'MissTurn', turn: 1 })
  expect(at.lot).toMatchObject({ player: 'p5', bids: [] })
})

test('TURN-5 a pause keeps what is left of a turn, and the auctioneer who puts a player up takes it', () => {
  const at = room()
  at.nowMs += 10_000
  at.does({ type: 'PauseAuction', message: '' })
  expect(nominate(at, 't1', 'p1')?.code).toBe('PAUSED')
  at.nowMs += 500_000
  at.does({ type: 'ResumeAuction' })
  expect(at.state.turn).toEqual({ n: 0, team: 't1', deadlineMs: at.nowMs + 20_000 })
  at.does({ type: 'OpenLot', player: 'p3' }, { type: 'PassLot', lot: 1 })
  expect(at.state.turn).toMatchObject({ n: 1, team: 't2' })
  const untimed = room({ nomination: { order: 'straight', turnMs: null } })
  expect(untimed.state.turn?.deadlineMs).toBeNull()
  expect(untimed.ask({ type: 'MissTurn', turn: 0 })?.code).toBe('TOO_EARLY')
})

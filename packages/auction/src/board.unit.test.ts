import { expect, test } from 'vitest'
import { dueCommands, turningTimes } from './due.ts'
import { type Room, runningRoom } from './given.ts'
import { moneyLimit, standing } from './limits.ts'
import { openLot } from './state.ts'

const SLOW = { openLots: 3, clock: { mode: 'clock', lotMs: 60_000, extendMs: 30_000 } } as const
const board = (rules = {}) =>
  runningRoom({ ...SLOW, ...rules }).does({ type: 'OpenLot', player: 'p1' }, { type: 'OpenLot', player: 'p2' })
const bid = (room: Room, lot: number, team: string, amount: number) =>
  room.ask({ type: 'PlaceBid', lot, amount, floorTeam: team })
const leading = (room: Room, lot: number) => openLot(room.state, lot)?.bids.at(-1)
const limitOf = (room: Room, team: string, lot: number) => {
  const { state } = room
  return moneyLimit(state, standing(state, state.teams[team] ?? expect.fail(), lot))
}

test('BOARD-1 several lots are open at once, each with its own clock and bids, up to the places of the rules', () => {
  const room = board()
  room.nowMs += 1_000
  room.does({ type: 'OpenLot', player: 'p3' })
  expect(room.ask({ type: 'OpenLot', player: 'p4' })?.code).toBe('LOT_OPEN')
  expect(room.state.lot).toBeNull()
  expect(room.state.board.map(({ lot, player, deadlineMs }) => [lot, player, deadlineMs])).toEqual([
    [1, 'p1', 1_060_000],
    [2, 'p2', 1_060_000],
    [3, 'p3', 1_061_000],
  ])
  expect(bid(room, 2, 't1', 20)).toBeNull()
  expect(bid(room, 1, 't1', 20)).toBeNull()
  expect(bid(room, 2, 't1', 30)?.code).toBe('ALREADY_LEADING')
  expect(bid(room, 9, 't1', 20)?.code).toBe('WRONG_LOT')
  room.nowMs += 50_000
  expect(bid(room, 2, 't2', 30)).toBeNull()
  expect(room.state.board.map(({ deadlineMs }) => deadlineMs)).toEqual([1_060_000, 1_081_000, 1_061_000])
})

test('BOARD-2 what a team leads with is reserved on every other lot, money and places', () => {
  const room = board({ squad: { min: 2, max: 2 } })
  expect(limitOf(room, 't1', 2)).toBe(980)
  room.does({ type: 'PlaceBid', lot: 1, amount: 700, floorTeam: 't1' })
  expect(limitOf(room, 't1', 2)).toBe(300)
  expect(bid(room, 2, 't1', 350)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 300, open: 1 } })
  room.does({ type: 'PlaceBid', lot: 2, amount: 300, floorTeam: 't1' }, { type: 'OpenLot', player: 'p3' })
  expect(bid(room, 3, 't1', 20)?.code).toBe('SQUAD_FULL')
  room.does({ type: 'PlaceBid', lot: 1, amount: 750, floorTeam: 't2' })
  expect(bid(room, 3, 't1', 20)).toBeNull()
})

test('BOARD-2 overseas places are reserved too', () => {
  const room = runningRoom(SLOW)
  room.does({ type: 'AddPlayers', players: [{ player: 'x', base: 20, set: 's1', overseas: true }] })
  room.does({ type: 'OpenLot', player: 'p5' }, { type: 'OpenLot', player: 'x' })
  expect(bid(room, 1, 't1', 20)).toBeNull()
  expect(bid(room, 2, 't1', 20)?.code).toBe('OVERSEAS_FULL')
})

test('BOARD-3 each lot ends by its own clock, and a pause keeps what is left on each', () => {
  const room = board()
  bid(room, 1, 't1', 20)
  room.nowMs += 40_000
  bid(room, 2, 't2', 20)
  room.does({ type: 'PauseAuction', message: 'night' })
  expect(dueCommands(room.state)).toEqual([])
  room.nowMs += 9_000_000
  room.does({ type: 'ResumeAuction' })
  const from = room.nowMs
  expect(dueCommands(room.state)).toEqual([
    { atMs: from + 20_000, command: { type: 'CloseLot', by: 'system', lot: 1 } },
    { atMs: from + 30_000, command: { type: 'CloseLot', by: 'system', lot: 2 } },
  ])
  expect(turningTimes(room.state)).toEqual([from + 20_000, from + 30_000])
  room.nowMs += 20_000
  expect(room.ask({ type: 'CloseLot', lot: 2 })?.code).toBe('TOO_EARLY')
  room.does({ type: 'CloseLot', lot: 1 })
  expect(room.state.players.p1?.status).toMatchObject({ is: 'sold', team: 't1', amount: 20, lot: 1 })
  expect(room.state.board.map(({ lot }) => lot)).toEqual([2])
  expect(room.ask({ type: 'CloseLot', lot: 1 })?.code).toBe('WRONG_LOT')
  room.nowMs += 10_000
  room.does({ type: 'CloseLot', lot: 2 })
  expect(room.state.board).toEqual([])
})

test('BOARD-4 a retraction gives the lead to the last bid that its team can still pay', () => {
  const room = board()
  for (const [team, amount] of [
    ['t3', 500],
    ['t1', 600],
    ['t2', 650],
  ] as const)
    room.does({ type: 'PlaceBid', lot: 1, amount, floorTeam: team })
  room.does({ type: 'PlaceBid', lot: 2, amount: 700, floorTeam: 't1' })
  room.does({ type: 'RetractBid', lot: 1, bid: leading(room, 1)?.seq ?? 0 })
  expect(leading(room, 1)).toMatchObject({ team: 't3', amount: 500 })
  room.does({ type: 'RetractBid', lot: 1, bid: leading(room, 1)?.seq ?? 0 })
  expect(openLot(room.state, 1)?.bids).toEqual([])
})

test('BOARD-5 an auction with an open lot on the board does not end', () => {
  const room = board()
  expect(room.ask({ type: 'EndAuction' })?.code).toBe('LOT_OPEN')
  room.does({ type: 'PassLot', lot: 2 }, { type: 'PassLot', lot: 1 }, { type: 'EndAuction' })
  expect(dueCommands(room.state)).toEqual([])
})

test('BOARD-6, BID-4 a hand raised in the hall is a bid for the lot that is named, and is taken back from it alone', () => {
  const room = board({ bidsDecidedBy: 'core' })
  expect(bid(room, 2, 't2', 20)).toBeNull()
  expect(leading(room, 2)).toMatchObject({ team: 't2', amount: 20, floor: true })
  expect(leading(room, 1)).toBeUndefined()
  expect(bid(room, 1, 't9', 20)?.code).toBe('UNKNOWN_TEAM')
  expect(bid(room, 2, 't2', 30)?.code).toBe('ALREADY_LEADING')
  expect(bid(room, 1, 't2', 20)).toBeNull()
  expect(room.ask({ type: 'RetractBid', lot: 1, bid: leading(room, 2)?.seq ?? 0 })?.code).toBe('NEW_BID')
  room.does({ type: 'RetractBid', lot: 2, bid: leading(room, 2)?.seq ?? 0 })
  expect(leading(room, 2)).toBeUndefined()
  expect(leading(room, 1)).toMatchObject({ team: 't2', floor: true })
})

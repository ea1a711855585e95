import { expect, test } from 'vitest'
import { MAX_BATCH, MAX_POOL } from './commands.ts'
import { Room, runningRoom, scheduledRoom } from './given.ts'
import { shortSquads } from './limits.ts'
import { nextUp } from './next.ts'

const CLOCK = { clock: { mode: 'clock', lotMs: 10_000, extendMs: 3_000 } } as const
const open = (rules = {}) => runningRoom(rules).does({ type: 'OpenLot', player: 'p1' })
const leading = (room: Room) => room.lot.bids.at(-1)?.seq ?? 0

test('LOT-1 one lot at a time, numbered in order', () => {
  const room = open()
  expect(room.ask({ type: 'OpenLot', player: 'p2' })?.code).toBe('LOT_OPEN')
  room.does({ type: 'PassLot', lot: 1 }, { type: 'OpenLot', player: 'p2' })
  expect(room.lot.lot).toBe(2)
  expect(room.ask({ type: 'EndAuction' })?.code).toBe('LOT_OPEN')
})

test('LOT-2, SQUAD-5 only a waiting player is put up, so nobody is sold twice', () => {
  const room = open()
  room.bid('t1', 20)
  room.does({ type: 'Hammer', lot: 1, bid: leading(room) })
  expect(room.ask({ type: 'OpenLot', player: 'p1' })?.code).toBe('NOT_AVAILABLE')
  expect(room.ask({ type: 'OpenLot', player: 'nobody' })?.code).toBe('UNKNOWN_PLAYER')
  expect(room.ask({ type: 'WithdrawPlayer', player: 'p1' })?.code).toBe('NOT_AVAILABLE')
})

test('LOT-3 going once comes before going twice and is about the leading bid', () => {
  const room = open()
  expect(room.ask({ type: 'CallGoing', lot: 1, call: 2, bid: null })?.code).toBe('OUT_OF_TURN')
  expect(room.ask({ type: 'CallGoing', lot: 1, call: 1, bid: 9 })?.code).toBe('NO_BID')
  room.does({ type: 'CallGoing', lot: 1, call: 1, bid: null })
  room.bid('t1', 20)
  expect(room.ask({ type: 'CallGoing', lot: 1, call: 1, bid: null })).toEqual({
    code: 'NEW_BID',
    detail: { bid: leading(room), amount: 20 },
  })
})

test('LOT-4 a hammer sells the bid it names, never a newer one', () => {
  const room = open()
  expect(room.ask({ type: 'Hammer', lot: 1, bid: 1 })?.code).toBe('NO_BID')
  room.bid('t1', 20)
  const seen = leading(room)
  room.bid('t2', 30)
  expect(room.ask({ type: 'Hammer', lot: 1, bid: seen })?.code).toBe('NEW_BID')
  room.does({ type: 'Hammer', lot: 1, bid: leading(room) })
  expect(room.state.players.p1?.status).toMatchObject({ is: 'sold', team: 't2', amount: 30, lot: 1 })
  expect(room.state.lastLot?.sold).toMatchObject({ team: 't2', amount: 30 })
  expect(room.ask({ type: 'Hammer', lot: 1, bid: seen })?.code).toBe('NO_LOT')
})

test('LOT-5 a lot is passed only without a bid', () => {
  const room = open()
  room.bid('t1', 20)
  expect(room.ask({ type: 'PassLot', lot: 1 })?.code).toBe('HAS_BID')
  room.does({ type: 'RetractBid', lot: 1, bid: leading(room) }, { type: 'PassLot', lot: 1 })
  expect(room.state.players.p1?.status).toEqual({ is: 'unsold', lot: 1 })
})

test('LOT-6 the leading bid is retracted, in the pause too, and the one before leads', () => {
  const room = open()
  room.bid('t1', 20)
  const first = leading(room)
  room.bid('t2', 30)
  expect(room.ask({ type: 'RetractBid', lot: 1, bid: first })?.code).toBe('NEW_BID')
  room.does({ type: 'PauseAuction', message: 'a wrong paddle' }, { type: 'RetractBid', lot: 1, bid: leading(room) })
  expect(leading(room)).toBe(first)
  room.does({ type: 'ResumeAuction' })
  expect(room.bid('t1', 30)?.code).toBe('ALREADY_LEADING')
  expect(room.bid('t2', 30)).toBeNull()
  room.does({ type: 'Hammer', lot: 1, bid: leading(room) })
  expect(room.ask({ type: 'RetractBid', lot: 1, bid: first })?.code).toBe('NO_LOT')
})

test('CLOCK-1 without a clock nothing but the hammer ends a lot', () => {
  const room = open()
  room.nowMs += 1e9
  expect(room.ask({ type: 'CloseLot', lot: 1 })?.code).toBe('TOO_EARLY')
  expect(room.lot.deadlineMs).toBeNull()
})

test('CLOCK-3 a late bid moves the deadline, an early one does not bring it nearer', () => {
  const room = open(CLOCK)
  const deadline = room.nowMs + 10_000
  room.bid('t1', 20)
  expect(room.lot.deadlineMs).toBe(deadline)
  room.nowMs += 9_000
  room.bid('t2', 30)
  expect(room.lot.deadlineMs).toBe(deadline + 2_000)
  room.does({ type: 'RetractBid', lot: 1, bid: leading(room) })
  expect(room.lot.deadlineMs).toBe(room.nowMs + 10_000)
})

test('CLOCK-4 a pause keeps what was left', () => {
  const room = open(CLOCK)
  room.nowMs += 4_000
  room.does({ type: 'PauseAuction', message: 'rain' })
  expect(room.lot.deadlineMs).toBeNull()
  room.nowMs += 60_000
  room.does({ type: 'ResumeAuction' })
  expect(room.lot.deadlineMs).toBe(room.nowMs + 6_000)
})

test('ORDER-1, ORDER-2 players and sets are called in a running order that can be changed', () => {
  const room = runningRoom().does({
    type: 'AddPlayers',
    players: ['q1', 'q2'].map((player) => ({ player, base: 20, set: 's2', overseas: null })),
  })
  expect(nextUp(room.state)).toBe('p1')
  room.does({ type: 'MoveSet', set: 's2', before: 's1' })
  expect(nextUp(room.state)).toBe('q1')
  room.does({ type: 'MovePlayer', player: 'p3', set: 's2', before: 'q1' })
  expect(nextUp(room.state)).toBe('p3')
  expect(room.state.sets.map((s) => s.players)).toEqual([
    ['p3', 'q1', 'q2'],
    ['p1', 'p2', 'p4', 'p5', 'p6'],
  ])
  expect(room.ask({ type: 'MovePlayer', player: 'p1', set: 's2', before: 'p2' })?.code).toBe('UNKNOWN_PLAYER')
  expect(room.ask({ type: 'MoveSet', set: 's9', before: null })?.code).toBe('UNKNOWN_SET')
  room.does({ type: 'OpenLot', player: 'p3' })
  expect(room.ask({ type: 'MovePlayer', player: 'p3', set: 's1', before: null })?.code).toBe('NOT_AVAILABLE')
})

test('RECALL-1 a recalled player waits after all sets and is a new lot at the same base', () => {
  const room = open().does({ type: 'PassLot', lot: 1 })
  expect(room.ask({ type: 'OpenLot', player: 'p1' })?.code).toBe('NOT_AVAILABLE')
  expect(room.ask({ type: 'RecallPlayers', players: ['p2'] })?.code).toBe('NOT_AVAILABLE')
  room.does({ type: 'RecallPlayers', players: ['p1'] })
  expect(nextUp(room.state)).toBe('p2')
  for (const [i, player] of ['p2', 'p3', 'p4', 'p5', 'p6'].entries())
    room.does({ type: 'OpenLot', player }, { type: 'PassLot', lot: i + 2 })
  expect(nextUp(room.state)).toBe('p1')
  room.does({ type: 'OpenLot', player: 'p1' })
  expect(room.lot).toMatchObject({ lot: 7, base: 20 })
  expect(room.state.players.p1?.timesCalled).toBe(2)
})

test('POOL-1 names are added once, in bounded batches, and a withdrawn player is never put up', () => {
  const room = runningRoom()
  const player = (n: number) => ({ player: `n${n}`, base: 20, set: 's', overseas: null })
  const batch = (from: number, n: number) =>
    ({ type: 'AddPlayers', players: Array.from({ length: n }, (_, i) => player(from + i)) }) as const
  expect(room.ask({ type: 'AddPlayers', players: [{ ...player(1), player: 'p1' }] })?.code).toBe('DUPLICATE')
  expect(room.ask({ type: 'AddPlayers', players: [player(1), player(1)] })?.code).toBe('DUPLICATE')
  expect(room.ask({ type: 'AddPlayers', players: [{ ...player(1), base: 0 }] })?.code).toBe('BAD_AMOUNT')
  expect(room.ask(batch(0, MAX_BATCH + 1))).toEqual({ code: 'POOL_FULL', detail: { max: MAX_BATCH } })
  for (let from = 0; from + MAX_BATCH < MAX_POOL; from += MAX_BATCH) room.does(batch(from, MAX_BATCH))
  expect(room.ask(batch(MAX_POOL, MAX_BATCH))).toEqual({ code: 'POOL_FULL', detail: { max: MAX_POOL } })
  room.does({ type: 'WithdrawPlayer', player: 'p1' })
  expect(room.ask({ type: 'OpenLot', player: 'p1' })?.code).toBe('NOT_AVAILABLE')
  expect(nextUp(room.state)).toBe('p2')
})

test('ROOM-1 an auction starts once, with two teams, and teams join only before', () => {
  const room = new Room().does({ type: 'AddTeam', team: 't1', purse: 100 })
  expect(room.ask({ type: 'StartAuction' })?.code).toBe('NOT_ENOUGH_TEAMS')
  expect(room.ask({ type: 'AddTeam', team: 't1', purse: 100 })?.code).toBe('DUPLICATE')
  room.does({ type: 'AddTeam', team: 't2', purse: 100 }, { type: 'StartAuction' })
  expect(room.ask({ type: 'StartAuction' })?.code).toBe('ALREADY_STARTED')
  expect(room.ask({ type: 'AddTeam', team: 't3', purse: 100 })?.code).toBe('ALREADY_STARTED')
  room.does({ type: 'PauseAuction', message: '' })
  expect(room.ask({ type: 'AddTeam', team: 't3', purse: 100 })?.code).toBe('ALREADY_STARTED')
})

test('ROOM-2 a paddle moves when granted again and ends when revoked', () => {
  const room = open()
  room.does({ type: 'GrantPaddle', user: 'u1', team: 't2' })
  room.does({ type: 'PlaceBid', by: 'u1', lot: 1, amount: 20, floorTeam: null })
  expect(room.lot.bids[0]?.team).toBe('t2')
  expect(room.ask({ type: 'GrantPaddle', user: 'u1', team: 't2' })?.code).toBe('DUPLICATE')
  room.does({ type: 'RevokePaddle', user: 'u1' })
  expect(room.ask({ type: 'RevokePaddle', user: 'u1' })?.code).toBe('NOT_A_PADDLE')
})

test('ROOM-3 the pause stops bids, calls and hammers', () => {
  const room = open()
  room.bid('t1', 20)
  const bid = leading(room)
  room.does({ type: 'PauseAuction', message: 'tea' })
  expect(room.ask({ type: 'PauseAuction', message: '' })?.code).toBe('PAUSED')
  expect(room.bid('t2', 30)?.code).toBe('PAUSED')
  expect(room.ask({ type: 'CallGoing', lot: 1, call: 1, bid })?.code).toBe('PAUSED')
  expect(room.ask({ type: 'Hammer', lot: 1, bid })?.code).toBe('PAUSED')
  room.does({ type: 'ResumeAuction' })
  expect(room.ask({ type: 'ResumeAuction' })?.code).toBe('NOT_PAUSED')
})

test('ROOM-6 a pause that lasts takes another message, and keeps what was left on the clock', () => {
  const room = open(CLOCK)
  room.nowMs += 4_000
  room.does({ type: 'PauseAuction', message: '' })
  room.nowMs += 60_000
  room.does({ type: 'PauseAuction', message: 'Tea until nine' })
  expect(room.state.phase).toEqual({ is: 'paused', message: 'Tea until nine', remainingMs: 6_000 })
  for (const message of ['', 'Tea until nine'])
    expect(room.ask({ type: 'PauseAuction', message })?.code, message).toBe('PAUSED')
  room.does({ type: 'ResumeAuction' })
  expect(room.lot.deadlineMs).toBe(room.nowMs + 6_000)
})

test('END-1, END-2 ending never requires the squad minimum, reports who is short, and is final', () => {
  const room = open()
  room.bid('t1', 20)
  room.does({ type: 'Hammer', lot: 1, bid: leading(room) }, { type: 'EndAuction' })
  expect(shortSquads(room.state)).toEqual([
    { team: 't1', held: 1, min: 2 },
    { team: 't2', held: 0, min: 2 },
    { team: 't3', held: 0, min: 2 },
  ])
  for (const type of ['StartAuction', 'PauseAuction', 'ResumeAuction', 'EndAuction'] as const)
    expect(room.ask({ type, message: '' })?.code).toBe('ENDED')
  expect(room.ask({ type: 'GrantPaddle', user: 'x', team: 't1' })?.code).toBe('ENDED')
})

test('END-1 an auction that has not begun can be ended, and is never started then', () => {
  const room = scheduledRoom().does({ type: 'EndAuction' })
  expect(room.state.phase.is).toBe('ended')
  expect(room.ask({ type: 'StartAuction' })?.code).toBe('ENDED')
})

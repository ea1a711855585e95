import { expect, test } from 'vitest'
import { createAuction, decide } from './decide.ts'
import { bidRefusal } from './decide-bids.ts'
import { evolve } from './evolve.ts'
import { Room, runningRoom, SMALL_RULES } from './given.ts'
import { moneyLimit, unknownNationality } from './limits.ts'
import { purseLeft, type Team } from './state.ts'

const open = (player = 'p1', rules = {}) => runningRoom(rules).does({ type: 'OpenLot', player })

test.each([0, -5, 1.5, 1e308, Number.NaN, 1e14, '0x1F4', '150'])('BID-1 an amount of %s is refused', (amount) => {
  expect(open().bid('t1', amount as number)?.code).toBe('BAD_AMOUNT')
})

test('BID-2 no bid before the start, in the pause, after the end, or without a lot', () => {
  const bid = { type: 'PlaceBid', lot: 1, amount: 20, floorTeam: 't1' } as const
  expect(new Room().ask(bid)?.code).toBe('NOT_STARTED')
  const room = runningRoom()
  expect(room.ask(bid)?.code).toBe('NO_LOT')
  expect(room.does({ type: 'PauseAuction', message: '' }).ask(bid)?.code).toBe('PAUSED')
  expect(room.does({ type: 'EndAuction' }).ask(bid)?.code).toBe('ENDED')
})

test('BID-2 a late click never bids on the next lot', () => {
  const room = open()
  room.does({ type: 'PassLot', lot: 1 }, { type: 'OpenLot', player: 'p2' })
  expect(room.ask({ type: 'PlaceBid', lot: 1, amount: 20, floorTeam: 't1' })?.code).toBe('WRONG_LOT')
  expect(room.lot.bids).toEqual([])
})

test('BID-3, HOLD-1 a held lot takes no bid for 500 ms, and the auctioneer ends it sooner', () => {
  const room = open().does({ type: 'HoldLot', lot: 1 })
  expect(room.bid('t1', 20)?.code).toBe('HELD')
  room.nowMs += 499
  expect(room.bid('t1', 20)?.code).toBe('HELD')
  room.nowMs += 1
  expect(room.bid('t1', 20)).toBeNull()
  room.does({ type: 'HoldLot', lot: 1 }, { type: 'CallGoing', lot: 1, call: 1, bid: room.lot.bids[0]?.seq ?? 0 })
  expect(room.bid('t2', 30)).toBeNull()
})

test('BID-4 a paddle bids for its own team, the floor for any team that exists', () => {
  const room = open()
  expect(room.ask({ type: 'PlaceBid', by: 'stranger', lot: 1, amount: 20, floorTeam: null })?.code).toBe('NOT_A_PADDLE')
  expect(room.bid('t9', 20)?.code).toBe('UNKNOWN_TEAM')
  room.does({ type: 'PlaceBid', by: 'u2', lot: 1, amount: 20, floorTeam: null })
  expect(room.lot.bids.at(-1)).toMatchObject({ team: 't2', floor: false })
  room.does({ type: 'PlaceBid', lot: 1, amount: 30, floorTeam: 't1' })
  expect(room.lot.bids.at(-1)).toMatchObject({ team: 't1', floor: true })
})

test('BID-5, CLOCK-2 a bid at the deadline is too late, and closing before it too early', () => {
  const room = open('p1', { clock: { mode: 'clock', lotMs: 10_000, extendMs: 3_000 } })
  room.nowMs += 9_999
  expect(room.ask({ type: 'CloseLot', lot: 1 })?.code).toBe('TOO_EARLY')
  expect(room.bid('t1', 20)).toBeNull()
  room.nowMs += 3_000
  expect(room.bid('t2', 30)?.code).toBe('TIME_UP')
  room.does({ type: 'CloseLot', lot: 1 })
  expect(room.state.players.p1?.status).toMatchObject({ is: 'sold', team: 't1', amount: 20, lot: 1 })
  room.does({ type: 'OpenLot', player: 'p2' })
  room.nowMs += 10_000
  room.does({ type: 'CloseLot', lot: 2 })
  expect(room.state.players.p2?.status.is).toBe('unsold')
})

test('BID-6 a team does not outbid itself', () => {
  const room = open()
  expect(room.bid('t1', 20)).toBeNull()
  expect(room.bid('t1', 30)?.code).toBe('ALREADY_LEADING')
})

test('BID-7 first the base price, then the ladder or a jump on the grid', () => {
  const room = open()
  expect(room.bid('t1', 10)).toEqual({ code: 'BELOW_MINIMUM', detail: { minimum: 20 } })
  expect(room.bid('t1', 20)).toBeNull()
  expect(room.bid('t2', 25)).toEqual({ code: 'BELOW_MINIMUM', detail: { minimum: 30 } })
  expect(room.bid('t2', 33)).toEqual({ code: 'OFF_GRID', detail: { minimum: 30 } })
  expect(room.bid('t2', 45)).toBeNull()
  expect(room.bid('t1', 50)).toBeNull()
})

test('BID-8 a bid during going twice returns the lot to bidding', () => {
  const room = open()
  room.bid('t1', 20)
  const bid = room.lot.bids[0]?.seq ?? 0
  room.does({ type: 'CallGoing', lot: 1, call: 1, bid }, { type: 'CallGoing', lot: 1, call: 2, bid })
  expect(room.lot.going).toBe(2)
  expect(room.bid('t2', 30)).toBeNull()
  expect(room.lot.going).toBe(0)
})

test('PURSE-2 with 200 left, a base of 1 and 10 open places the limit is 191', () => {
  const state = { players: {}, rules: { ...SMALL_RULES, basePrices: [1], squad: { min: 10, max: 10 } } }
  const team: Team = { id: 't1', purse: 200, spent: 0, squad: [], overseas: 0, cardsLost: 0, autopilot: 'off' }
  expect(moneyLimit(state, team)).toBe(191)
  expect(moneyLimit(state, { ...team, squad: Array(9).fill('p') })).toBe(200)
  expect(moneyLimit(state, { ...team, squad: Array(10).fill('p') })).toBe(200)
  expect(moneyLimit(state, { ...team, spent: 195 })).toBe(0)
})

test('PURSE-2 one step over the limit is refused with the limit', () => {
  const room = open()
  expect(room.bid('t1', 985)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 980, open: 2 } })
  expect(room.bid('t1', 980)).toBeNull()
})

test('PURSE-1, SQUAD-3 retained players count in purse, squad and caps, and only before the start', () => {
  const room = new Room().does(
    { type: 'AddTeam', team: 't1', purse: 1_000 },
    { type: 'AddTeam', team: 't2', purse: 1_000 },
    { type: 'AddPlayers', players: ['a', 'b'].map((player) => ({ player, base: 20, set: 's', overseas: true })) },
    { type: 'RetainPlayer', player: 'a', team: 't1', amount: 300 },
  )
  expect(room.state.teams.t1).toMatchObject({ spent: 300, squad: ['a'], overseas: 1 })
  expect(Object.values(room.state.teams).map(purseLeft)).toEqual([700, 1_000])
  expect(room.ask({ type: 'RetainPlayer', player: 'b', team: 't1', amount: 20 })?.code).toBe('OVERSEAS_FULL')
  expect(room.ask({ type: 'RetainPlayer', player: 'a', team: 't2', amount: 20 })?.code).toBe('NOT_AVAILABLE')
  expect(room.ask({ type: 'RetainPlayer', player: 'b', team: 't2', amount: 990 })?.code).toBe('LIMIT_EXCEEDED')
  expect(room.ask({ type: 'RetainPlayer', player: 'b', team: 't9', amount: 20 })?.code).toBe('UNKNOWN_TEAM')
  room.does({ type: 'StartAuction' })
  expect(room.ask({ type: 'RetainPlayer', player: 'b', team: 't2', amount: 20 })?.code).toBe('ALREADY_STARTED')
})

test('SQUAD-1 a full squad bids no more', () => {
  const room = runningRoom({ squad: { min: 1, max: 1 } }).does({ type: 'OpenLot', player: 'p1' })
  room.bid('t1', 20)
  room.does({ type: 'Hammer', lot: 1, bid: room.lot.bids[0]?.seq ?? 0 }, { type: 'OpenLot', player: 'p2' })
  expect(room.bid('t1', 20)).toEqual({ code: 'SQUAD_FULL', detail: { held: 1, max: 1 } })
})

test('SQUAD-2 the overseas cap holds for overseas players alone', () => {
  const room = runningRoom({ overseasMax: 0 }).does({ type: 'OpenLot', player: 'p5' })
  expect(room.bid('t1', 20)).toEqual({ code: 'OVERSEAS_FULL', detail: { held: 0, max: 0 } })
  room.does({ type: 'PassLot', lot: 1 }, { type: 'OpenLot', player: 'p1' })
  expect(room.bid('t1', 20)).toBeNull()
})

test('SQUAD-4 an unknown nationality counts in no cap and is listed', () => {
  const room = runningRoom({ overseasMax: 0 }).does({ type: 'OpenLot', player: 'p6' })
  expect(room.bid('t1', 20)).toBeNull()
  room.does({ type: 'Hammer', lot: 1, bid: room.lot.bids[0]?.seq ?? 0 })
  expect(room.state.teams.t1?.overseas).toBe(0)
  expect(unknownNationality(room.state)).toEqual(['p6'])
})

test('a screen asks without a user: the same answer as the command gives', () => {
  const room = open()
  expect(bidRefusal(room.state, { lot: 1, team: 't1', amount: 10, floor: false }, room.nowMs)?.code).toBe(
    'BELOW_MINIMUM',
  )
  expect(bidRefusal(room.state, { lot: 1, team: undefined, amount: 20, floor: false }, room.nowMs)?.code).toBe(
    'NOT_A_PADDLE',
  )
})

test('a log with a gap, or of another beginning, is a bug and throws', () => {
  const first = { ...createAuction('a1', SMALL_RULES), seq: 1, atMs: 1, by: '', cmd: '', sum: '' }
  const state = evolve(null, first)
  expect(() => evolve(state, { ...first, seq: 3 })).toThrow('does not follow')
  expect(() => evolve(state, { ...first, seq: 2 })).toThrow('created once')
  expect(() => evolve(null, { type: 'Hidden', seq: 1, atMs: 1 })).toThrow('begins with')
  expect(decide(state, { type: 'StartAuction', by: 'x' }, 1)).toEqual({ refusal: { code: 'NOT_ENOUGH_TEAMS' } })
})

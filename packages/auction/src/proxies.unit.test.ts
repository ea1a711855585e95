import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Room, runningRoom } from './given.ts'
import { hasHidden } from './hidden.ts'
import { hotFields } from './hot.ts'
import { nextPrice, priceReached } from './ladder.ts'
import { minimumBid } from './next.ts'
import { leadingBid } from './state.ts'

const PROXIES = { proxies: true, bidsDecidedBy: 'core' } as const
const open = (rules = {}) => runningRoom({ ...PROXIES, ...rules }).does({ type: 'OpenLot', player: 'p1' })
const proxy = (room: Room, user: string, max: number | null, lot = 1) =>
  room.ask({ type: 'SetProxy', by: user, lot, max })
const list = (room: Room, user: string, maxima: Record<string, number>, policy: 'off' | 'pass' | 'bid' = 'bid') =>
  room.ask({
    ...{ type: 'SetAutopilot', by: user, policy },
    maxima: Object.entries(maxima).map(([player, max]) => ({ player, max })),
  })
const takeBack = (room: Room) => room.does({ type: 'RetractBid', lot: 1, bid: leadingBid(room.lot)?.seq ?? 0 })
const bids = (room: Room) => room.lot.bids.map(({ team, amount, auto }) => `${team} ${amount}${auto ? ' auto' : ''}`)

test('PROXY-1 a hidden maximum is left, replaced and taken back, checked as a bid is', () => {
  expect(proxy(runningRoom().does({ type: 'OpenLot', player: 'p1' }), 'u1', 100)?.code).toBe('NO_PROXIES')
  const room = open({ clock: { mode: 'clock', lotMs: 10_000, extendMs: 1_000 } })
  expect(proxy(room, 'u1', 0)?.code).toBe('BAD_AMOUNT')
  expect(proxy(room, 'fan', 100)?.code).toBe('NOT_A_PADDLE')
  expect(proxy(room, 'u1', 100, 2)?.code).toBe('WRONG_LOT')
  expect(proxy(room, 'u1', 19)).toEqual({ code: 'BELOW_MINIMUM', detail: { minimum: 20 } })
  expect(proxy(room, 'u1', 981)).toEqual({ code: 'LIMIT_EXCEEDED', detail: { limit: 980, open: 2 } })
  expect(proxy(room, 'u1', null)?.code).toBe('NOTHING_CHANGES')
  expect(proxy(room, 'u1', 83)).toBeNull()
  expect(proxy(room, 'u1', 83)?.code).toBe('NOTHING_CHANGES')
  expect(proxy(room, 'u1', 90)).toBeNull()
  expect(room.lot.proxies).toMatchObject([{ team: 't1', max: 90 }])
  room.does({ type: 'PauseAuction', message: '' })
  expect(proxy(room, 'u1', 95)?.code).toBe('PAUSED')
  expect(proxy(room, 'u1', null)).toBeNull()
  room.does({ type: 'ResumeAuction' }, { type: 'HoldLot', lot: 1 })
  expect(proxy(room, 'u1', 95)?.code).toBe('HELD')
  room.nowMs += 10_000
  expect(proxy(room, 'u1', 95)?.code).toBe('TIME_UP')
  room.does({ type: 'CloseLot', lot: 1 })
  expect(proxy(room, 'u1', 95)?.code).toBe('NO_LOT')
})

test('PROXY-2 alone it bids the next price, and answers each bid by one step', () => {
  const room = open()
  proxy(room, 'u1', 100)
  expect(bids(room)).toEqual(['t1 20 auto'])
  room.bid('t2', 30)
  expect(bids(room)).toEqual(['t1 20 auto', 't2 30', 't1 40 auto'])
  room.bid('t2', 95)
  expect(bids(room).slice(3)).toEqual(['t2 95', 't1 100 auto'])
})

test('PROXY-2 of two the higher leads, one step above the second', () => {
  const room = open()
  proxy(room, 'u1', 100)
  proxy(room, 'u2', 64)
  expect(bids(room)).toEqual(['t1 20 auto', 't2 60 auto', 't1 70 auto'])
  proxy(room, 'u3', 400)
  expect(bids(room).slice(3)).toEqual(['t3 110 auto'])
  expect(leadingBid(room.lot)?.team).toBe('t3')
})

test('PROXY-2 it never bids above its maximum, though one step above the second would be', () => {
  const room = open()
  proxy(room, 'u1', 68)
  proxy(room, 'u2', 64)
  expect(bids(room)).toEqual(['t1 20 auto', 't2 50 auto', 't1 60 auto'])
})

test('PROXY-2 its bids lie on the ladder also where no jumps are allowed', () => {
  const room = open({ jumpGrid: null })
  proxy(room, 'u1', 400)
  proxy(room, 'u2', 270)
  expect(bids(room)).toEqual(['t1 20 auto', 't2 250 auto', 't1 300 auto'])
  expect(room.bid('t3', 400)?.code).toBe('OFF_GRID')
})

test('PROXY-3 of equals the earlier leads at the full price, and a change is as late as it is made', () => {
  const room = open()
  proxy(room, 'u1', 80)
  proxy(room, 'u2', 80)
  expect(bids(room)).toEqual(['t1 20 auto', 't2 70 auto', 't1 80 auto'])
  const changed = open({ jumpGrid: null })
  proxy(changed, 'u1', 60)
  proxy(changed, 'u2', 50)
  expect(leadingBid(changed.lot)).toMatchObject({ team: 't1', amount: 60 })
  proxy(changed, 'u2', 100)
  proxy(changed, 'u1', 100)
  expect(leadingBid(changed.lot)).toMatchObject({ team: 't2', amount: 100 })
})

test('PROXY-3 a leader one step below an equal maximum goes up to it alone', () => {
  const room = open()
  proxy(room, 'u1', 30)
  proxy(room, 'u2', 30)
  expect(bids(room)).toEqual(['t1 20 auto', 't1 30 auto'])
})

test('PROXY-4 a purchase elsewhere lowers what it bids', () => {
  const room = runningRoom({ ...PROXIES, openLots: 2 }).does(
    { type: 'OpenLot', player: 'p1' },
    { type: 'OpenLot', player: 'p2' },
  )
  expect(proxy(room, 'u1', 900)).toBeNull()
  room.does({ type: 'PlaceBid', lot: 2, amount: 800, floorTeam: 't1' })
  room.does({ type: 'PlaceBid', lot: 1, amount: 205, floorTeam: 't2' })
  const on = (lot: number) => room.state.board.find((open) => open.lot === lot)
  expect(leadingBid(on(1) ?? expect.fail())).toMatchObject({ team: 't2', amount: 205 })
  // Outbid on the other lot, its money is free again, and the answer follows in the same step.
  room.does({ type: 'PlaceBid', lot: 2, amount: 850, floorTeam: 't3' })
  expect(leadingBid(on(1) ?? expect.fail())).toMatchObject({ team: 't1', amount: 250, auto: true })
})

test('PROXY-5 a bid by hand at the maximum beats it', () => {
  const room = open()
  proxy(room, 'u1', 80)
  expect(room.bid('t2', 80)).toBeNull()
  expect(bids(room)).toEqual(['t1 20 auto', 't2 80'])
})

test('PROXY-6 a retraction is not answered, the next act is', () => {
  const room = open()
  proxy(room, 'u1', 80)
  room.bid('t2', 30)
  takeBack(room)
  expect(bids(room)).toEqual(['t1 20 auto', 't2 30'])
  takeBack(room)
  expect(bids(room)).toEqual(['t1 20 auto'])
  room.bid('t3', 40)
  expect(bids(room)).toEqual(['t1 20 auto', 't3 40', 't1 50 auto'])
  takeBack(room)
  const bid = leadingBid(room.lot)?.seq ?? 0
  room.does({ type: 'HoldLot', lot: 1 }, { type: 'CallGoing', lot: 1, call: 1, bid })
  expect(bids(room).at(-1)).toBe('t1 50 auto')
  expect(room.lot.going).toBe(0)
})

test('PROXY-6 a clock ends no lot while somebody hidden would still bid', () => {
  const room = open({ clock: { mode: 'clock', lotMs: 10_000, extendMs: 1_000 } })
  proxy(room, 'u1', 80)
  room.bid('t2', 30)
  takeBack(room)
  room.nowMs += 10_000
  room.does({ type: 'CloseLot', lot: 1 })
  expect(bids(room).at(-1)).toBe('t1 40 auto')
  expect(room.lot.deadlineMs).toBe(room.nowMs + 1_000)
  room.nowMs += 1_000
  room.does({ type: 'CloseLot', lot: 1 })
  expect(room.state.players.p1?.status).toMatchObject({ is: 'sold', team: 't1', amount: 40 })
})

test('PROXY-7 a lot with anything hidden is the core’s to decide', () => {
  const room = runningRoom({ proxies: true }).does({ type: 'OpenLot', player: 'p1' })
  expect([hasHidden(room.state, room.lot), hotFields(room.state).path]).toEqual([false, 'script'])
  proxy(room, 'u1', 100)
  expect([hasHidden(room.state, room.lot), hotFields(room.state).path]).toEqual([true, 'core'])
  proxy(room, 'u1', null)
  list(room, 'u2', { p1: 200, p3: 50 })
  expect([hasHidden(room.state, room.lot), hotFields(room.state).path]).toEqual([true, 'core'])
  list(room, 'u2', { p3: 50 })
  expect([hasHidden(room.state, room.lot), hotFields(room.state).path]).toEqual([false, 'script'])
})

test('AUTO-1 the list and the policy are the team’s own, and only what changes is written', () => {
  const room = runningRoom()
  expect(list(room, 'fan', {})?.code).toBe('NOT_A_PADDLE')
  expect(list(room, 'u1', { p9: 50 })?.code).toBe('UNKNOWN_PLAYER')
  expect(list(room, 'u1', { p1: 0 })?.code).toBe('BAD_AMOUNT')
  const twice = [1, 2].map(() => ({ player: 'p1', max: 50 }))
  expect(room.ask({ type: 'SetAutopilot', by: 'u1', policy: 'bid', maxima: twice })?.code).toBe('DUPLICATE')
  const since = room.entries.length
  expect(list(room, 'u1', { p2: 60, p1: 50 }, 'pass')).toBeNull()
  expect(list(room, 'u1', { p2: 60, p1: 50 }, 'bid')).toBeNull()
  expect(list(room, 'u1', { p2: 60, p1: 50 }, 'bid')?.code).toBe('NOTHING_CHANGES')
  expect(list(room, 'u1', { p1: 50, p2: 60 }, 'bid')).toBeNull()
  expect(room.entries.slice(since).map(({ type }) => type)).toEqual([
    'MaximaSet',
    'AutopilotSet',
    'AutopilotSet',
    'MaximaSet',
  ])
  expect(room.state.maxima.t1?.map(({ player, max }) => [player, max])).toEqual([
    ['p1', 50],
    ['p2', 60],
  ])
})

test('AUTO-2 it bids from the opening on under every rule set, and neither off nor pass bids', () => {
  const room = runningRoom()
  list(room, 'u1', { p1: 60 })
  list(room, 'u2', { p1: 40 }, 'pass')
  list(room, 'u3', { p1: 45 }, 'off')
  room.does({ type: 'OpenLot', player: 'p1' })
  expect(bids(room)).toEqual(['t1 20 auto'])
  room.bid('t2', 30)
  expect(bids(room).at(-1)).toBe('t1 40 auto')
  list(room, 'u3', { p1: 45 })
  expect(bids(room).slice(-1)).toEqual(['t1 40 auto'])
  list(room, 'u3', { p1: 52 })
  expect(bids(room).slice(-2)).toEqual(['t3 50 auto', 't1 60 auto'])
})

test('AUTO-2 a maximum on the lot itself goes before the list', () => {
  const room = runningRoom(PROXIES)
  list(room, 'u1', { p1: 200 })
  room.does({ type: 'OpenLot', player: 'p1' })
  proxy(room, 'u1', 40)
  room.bid('t2', 45)
  expect(bids(room)).toEqual(['t1 20 auto', 't2 45'])
})

test('AUTO-3 of equal maxima on lists the one that has stood longer leads', () => {
  const room = runningRoom()
  list(room, 'u2', { p1: 60 })
  list(room, 'u1', { p1: 60 })
  list(room, 'u2', { p3: 50, p1: 60 })
  room.does({ type: 'OpenLot', player: 'p1' })
  expect(bids(room)).toEqual(['t1 50 auto', 't2 60 auto'])
  const changed = runningRoom()
  list(changed, 'u2', { p1: 60 })
  list(changed, 'u1', { p1: 60 })
  list(changed, 'u2', { p1: 50 })
  list(changed, 'u2', { p1: 60 })
  changed.does({ type: 'OpenLot', player: 'p1' })
  expect(leadingBid(changed.lot)?.team).toBe('t1')
})

test('AUTO-4 its people bid by hand all the same', () => {
  const room = runningRoom()
  list(room, 'u1', { p1: 30 })
  room.does({ type: 'OpenLot', player: 'p1' })
  room.bid('t2', 30)
  expect(room.ask({ type: 'PlaceBid', by: 'u1', lot: 1, amount: 40, floorTeam: null })).toBeNull()
  expect(bids(room)).toEqual(['t1 20 auto', 't2 30', 't1 40'])
})

test('PROXY-2 the highest price within a maximum is the one that single steps lead to, however many they are', () => {
  const bands = fc.array(fc.record({ from: fc.integer({ min: 1, max: 200 }), step: fc.integer({ min: 1, max: 30 }) }))
  fc.assert(
    fc.property(bands, fc.nat({ max: 300 }), fc.nat({ max: 500 }), (more, price, max) => {
      const ladder = [{ from: 0, step: 7 }, ...more.toSorted((a, b) => a.from - b.from)]
      let last = price
      while (nextPrice({ ladder }, last) <= max) last = nextPrice({ ladder }, last)
      expect(priceReached({ ladder }, price, max)).toBe(last)
    }),
    { numRuns: 500 },
  )
  expect(priceReached({ ladder: [{ from: 0, step: 1 }] }, 1, 1e13)).toBe(1e13)
})

const setOf = { user: fc.integer({ min: 1, max: 3 }), max: fc.integer({ min: 15, max: 300 }) }
const set = fc.record(setOf)

test('PROXY-2, PROXY-3 in whatever order they come, the highest leads at the second price and a step', () => {
  const each = fc.uniqueArray(set, { selector: ({ user }) => user, minLength: 1 })
  fc.assert(
    fc.property(each, fc.constantFrom(null, 5), (sets, jumpGrid) => {
      const room = open({ jumpGrid })
      for (const { user, max } of sets) proxy(room, `u${user}`, max)
      const [first, second] = room.lot.proxies.toSorted((a, b) => b.max - a.max || a.seq - b.seq)
      if (!first) {
        expect(room.lot.bids).toEqual([])
        return
      }
      const { rules } = room.state
      const above = second && nextPrice(rules, priceReached(rules, 20, second.max))
      const amount = above === undefined ? 20 : Math.min(above, priceReached(rules, 20, first.max))
      expect(leadingBid(room.lot)).toMatchObject({ team: first.team, amount })
    }),
    { numRuns: 500 },
  )
})

test('PROXY-2, PROXY-4, PROXY-5 after every bid and change nobody hidden could still raise, and nobody went above the own maximum', () => {
  const act = fc.record({ by: fc.constantFrom('proxy', 'hand', 'back'), ...setOf })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const room = open()
      for (const { by, user, max } of acts) {
        const before = room.lot.bids.length
        if (by === 'hand') room.bid(`t${user}`, max - (max % 10))
        else proxy(room, `u${user}`, by === 'back' ? null : max)
        const leading = leadingBid(room.lot)
        const next = minimumBid(room.state.rules, room.lot)
        for (const { team, max: hidden } of room.lot.proxies)
          if (team !== leading?.team) expect(hidden).toBeLessThan(next)
        for (const { team, amount, auto } of room.lot.bids.slice(before))
          if (auto) expect(amount).toBeLessThanOrEqual(room.lot.proxies.find((p) => p.team === team)?.max ?? 0)
      }
    }),
    { numRuns: 300 },
  )
})

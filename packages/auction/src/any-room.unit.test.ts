// Properties of rooms where the core bids and teams put players up, under every mixture of block or board, clocks, turns, hidden maxima and calls for names.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dueCommands, turningTimes } from './due.ts'
import { type Room, SMALL_RULES } from './given.ts'
import { plan, played } from './given-night.ts'
import { hiddenMaxima } from './hidden.ts'
import { nextPrice } from './ladder.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { minimumBid } from './next.ts'
import { type ClockRule, PLAIN, type RuleSet } from './rule-set.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, leadingBid, openLots } from './state.ts'
import { mayName } from './turns.ts'

// Hundreds of auctions of a hundred acts each, and the machine may be busy with other things.
vi.setConfig({ testTimeout: 60_000 })

const RUNS = 150

const mixture = fc
  .record({
    openLots: fc.constantFrom(1, 3),
    clock: fc.constantFrom<ClockRule[]>(PLAIN.clock, { mode: 'clock', lotMs: 10_000, extendMs: 3_000 }),
    nomination: fc.option(
      fc.record({
        order: fc.constantFrom('straight', 'snake', 'winner', 'free'),
        turnMs: fc.constantFrom(5_000, null),
      }),
    ),
    proxies: fc.boolean(),
    jumpGrid: fc.constantFrom(5, null),
    recallFloor: fc.constantFrom(10, null),
    categories: fc.constantFrom([], [{ id: 'junior', label: 'junior', min: 1, max: null }]),
  })
  .map((forms): RuleSet => ({ ...SMALL_RULES, ...forms }))

/** Every state on the way through such an auction; `acted`: whether anything happened since the one before. */
function always(look: (room: Room, acted: boolean) => void) {
  fc.assert(
    fc.property(mixture, plan, (rules, night) => {
      let seen = 0
      for (const room of played(rules, night)) {
        look(room, room.entries.length > seen)
        seen = room.entries.length
      }
    }),
    { numRuns: RUNS },
  )
}

/** A reopened lot stands as it stood at the hammer, and so perhaps after a retraction. */
const UNANSWERED: ReadonlySet<string> = new Set(['BidRetracted', 'LotReopened', 'LotHeld', 'Announced'])

const waits = (state: AuctionState) => Object.values(state.players).some(({ status }) => status.is === 'waiting')

test('PROXY-4, PROXY-6, AUTO-2 after every act that is answered, nobody hidden could still raise a lot', () => {
  always(({ state, nowMs, entries }, acted) => {
    const last = entries.at(-1)?.type
    if (state.phase.is !== 'running' || !acted || UNANSWERED.has(last ?? '')) return
    for (const lot of openLots(state)) {
      const still = (lot.heldUntilMs ?? 0) > nowMs || (lot.deadlineMs ?? Number.POSITIVE_INFINITY) <= nowMs
      if (lot.stage.is !== 'bidding' || still) continue
      const minimum = minimumBid(state.rules, lot)
      for (const { team: id, max } of hiddenMaxima(state, lot)) {
        const team = state.teams[id] ?? expect.fail(id)
        if (id === leadingBid(lot)?.team || max < minimum) continue
        const as = standing(state, team, lot.lot)
        expect(purchaseRefusal(state, as, playerOf(state, lot.player), minimum)).not.toBeNull()
      }
    }
  })
})

test('PROXY-2, BID-7 what the core bids lies on the ladder, and a price only rises', () => {
  always(({ state }) => {
    for (const { bids, base } of openLots(state))
      for (const [i, { amount, auto }] of bids.entries()) {
        const before = bids[i - 1]
        const minimum = before ? nextPrice(state.rules, before.amount) : base
        expect(amount).toBeGreaterThanOrEqual(minimum)
        let price = minimum
        while (price < amount) price = nextPrice(state.rules, price)
        if (auto) expect(price).toBe(amount)
      }
  })
})

test('BOARD-1, TURN-1, TURN-2 no more lots than places; whoever has a turn can use it, and somebody has one wherever anybody can', () => {
  always(({ state }) => {
    const { nomination, openLots: places } = state.rules
    expect(openLots(state).length).toBeLessThanOrEqual(places)
    expect(state.lot === null || state.board.length === 0).toBe(true)
    if (state.phase.is !== 'running') return
    if (nomination === null || nomination.order === 'free') {
      expect(state.turn).toBeNull()
      return
    }
    const able = Object.keys(state.teams).filter((id) => mayName(state, id))
    const due = openLots(state).length < places && waits(state) && able.length > 0
    expect(able.includes(state.turn?.team ?? '')).toBe(due)
  })
})

test('BOARD-3, TURN-5 every clock that runs is asked for, none runs in a pause, and none waits for a lot that has ended', () => {
  always(({ state }) => {
    const due = dueCommands(state)
    expect(due.every(({ atMs }) => turningTimes(state).includes(atMs))).toBe(true)
    if (state.phase.is !== 'running') {
      expect(due).toEqual([])
      expect(state.turn?.deadlineMs ?? null).toBeNull()
      return
    }
    const { clock, nomination } = state.rules
    const clocked = clock.mode === 'clock' ? openLots(state).filter(({ stage }) => stage.is === 'bidding') : []
    for (const { lot } of clocked)
      expect(due.some(({ command }) => command.type === 'CloseLot' && command.lot === lot)).toBe(true)
    const turns = due.filter(({ command }) => command.type === 'MissTurn')
    expect(turns.length).toBe(state.turn && nomination?.turnMs ? 1 : 0)
  })
})

test('ROUND-3, ORDER-1 the running order names every player once, in the player’s own set', () => {
  always(({ state }) => {
    expect(state.sets.flatMap((set) => set.players).toSorted()).toEqual(Object.keys(state.players).toSorted())
    for (const set of state.sets) for (const id of set.players) expect(state.players[id]?.set).toBe(set.id)
    expect(new Set(state.sets.map(({ id }) => id)).size).toBe(state.sets.length)
  })
})

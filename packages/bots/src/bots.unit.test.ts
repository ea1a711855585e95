import { type AuctionState, leadingBid, type RuleSet, ruleSet } from '@gavel/auction'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { auctioneerPauseMs } from './auctioneer.ts'
import { playNight } from './pools.ts'
import { createRng } from './rng.ts'
import type { Simulated } from './simulate.ts'
import { TEMPERS, type Temper, temperOf } from './tempers.ts'
import { THINK_MS, thinkMs } from './think.ts'

const ipl = ruleSet('ipl-2025')
if (!ipl) throw new Error('no rules')
const NIGHT = { rules: ipl, teams: 8, players: 210 }
// A night is thousands of decisions, and the machine may be busy with other things.
vi.setConfig({ testTimeout: 60_000 })

const played = new Map<string, Simulated>()
/** The night of a seed, played once for all tests that look at it. */
const night = (seed: string): Simulated => {
  const known = played.get(seed) ?? playNight({ ...NIGHT, seed })
  played.set(seed, known)
  return known
}

const average = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length)
const pricesOf = ({ players }: AuctionState, team: string) =>
  Object.values(players).flatMap(({ status }) => (status.is === 'sold' && status.team === team ? [status.amount] : []))
const teamsOf = ({ state, tempers }: Simulated, temper: Temper) =>
  Object.values(state.teams).filter(({ id }) => tempers[id] === temper)
const bidsOf = ({ entries }: Simulated) => entries.filter((entry) => entry.type === 'BidPlaced')

describe('a night of bots', () => {
  test('BOT-1 whatever the rules, every bid is lawful, the night ends, and no team is beyond its purse or its squad', () => {
    const rules = fc
      .record({
        purse: fc.integer({ min: 200, max: 100_000 }),
        min: fc.integer({ min: 0, max: 6 }),
        more: fc.integer({ min: 1, max: 6 }),
        overseasMax: fc.option(fc.integer({ min: 0, max: 3 })),
        jumpGrid: fc.constantFrom(null, 5, 10),
      })
      .map(
        ({ purse, min, more, overseasMax, jumpGrid }): RuleSet => ({
          ...ipl,
          purse,
          squad: { min, max: min + more },
          overseasMax,
          jumpGrid,
          basePrices: [20, 50, 100],
          ladder: [
            { from: 0, step: 10 },
            { from: 200, step: 50 },
          ],
        }),
      )
    const cast = fc.record({
      rules,
      teams: fc.integer({ min: 2, max: 6 }),
      players: fc.integer({ min: 1, max: 40 }),
      seed: fc.string({ minLength: 1, maxLength: 8 }),
    })
    fc.assert(
      fc.property(cast, (asked) => {
        // A bid that the core refuses throws.
        const { state } = playNight(asked)
        expect(state.phase.is).toBe('ended')
        for (const team of Object.values(state.teams)) {
          expect(team.spent).toBeLessThanOrEqual(team.purse)
          expect(team.squad.length).toBeLessThanOrEqual(asked.rules.squad.max)
          if (asked.rules.overseasMax !== null) expect(team.overseas).toBeLessThanOrEqual(asked.rules.overseasMax)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('BOT-1 the same seed plays the same night, another one another', () => {
    expect(playNight({ ...NIGHT, seed: 'a' }).entries).toEqual(night('a').entries)
    expect(bidsOf(night('b'))).not.toEqual(bidsOf(night('a')))
  })

  test.each(['a', 'b', 'c', 'd', 'e'])(
    'BOT-2 with enough players in the pool every team fills its smallest squad (seed %s)',
    (seed) => {
      const { state } = night(seed)
      for (const team of Object.values(state.teams)) expect(team.squad.length).toBeGreaterThanOrEqual(ipl.squad.min)
    },
  )

  test.each(['a', 'b', 'c'])(
    'BOT-3 it looks like a night of people: rises, drop-outs, players whom nobody wants (seed %s)',
    (seed) => {
      const { state } = night(seed)
      const bids = bidsOf(night(seed))
      const lots = [...Map.groupBy(bids, ({ lot }) => lot).values()]
      const contested = lots.filter((lot) => new Set(lot.map(({ team }) => team)).size > 1)
      expect(contested.length).toBeGreaterThan(lots.length / 3)
      expect(lots.some((lot) => new Set(lot.map(({ team }) => team)).size > 3)).toBe(true)
      const statuses = Object.values(state.players).map(({ status }) => status.is)
      expect(statuses.filter((is) => is === 'unsold').length).toBeGreaterThan(10)
      expect(statuses.filter((is) => is === 'sold').length).toBeGreaterThan(130)
      expect(new Set(bids.map(({ amount }) => amount)).size).toBeGreaterThan(50)
    },
  )
})

test('BOT-2 tempers differ: star hunters pay for few, squad fillers are many for little, the cautious keep money', () => {
  const nights = ['a', 'b', 'c', 'd', 'e'].map(night)
  const dearest = (temper: Temper) =>
    average(nights.flatMap((one) => teamsOf(one, temper).map(({ id }) => Math.max(...pricesOf(one.state, id)))))
  const squad = (temper: Temper) =>
    average(nights.flatMap((one) => teamsOf(one, temper).map((team) => team.squad.length)))
  const spent = (temper: Temper) =>
    average(nights.flatMap((one) => teamsOf(one, temper).map((team) => team.spent / team.purse)))
  expect(dearest('star-hunter')).toBeGreaterThan(dearest('squad-filler') * 1.3)
  expect(squad('squad-filler')).toBeGreaterThan(squad('star-hunter') + 2)
  expect(spent('keen')).toBeGreaterThan(spent('cautious'))
  const shared = Array.from({ length: 8 }, (_, index) => temperOf('any', index))
  expect(TEMPERS.map((temper) => shared.filter((one) => one === temper).length)).toEqual([2, 2, 2, 2])
})

const IDLE = { deadlineMs: null, heldUntilMs: null, proxies: [], leftMs: null, story: [] }

test('BOT-3 everybody thinks 0.4 to 2.5 seconds, and the auctioneer waits longer than anybody thinks', () => {
  const rng = createRng('pace')
  for (const going of [0, 1, 2] as const) {
    const thoughts = TEMPERS.flatMap((temper) =>
      Array.from({ length: 500 }, () => thinkMs({ going }, { temper, seed: 's' }, rng)),
    )
    expect(Math.min(...thoughts)).toBeGreaterThanOrEqual(THINK_MS.least)
    expect(Math.max(...thoughts)).toBeLessThanOrEqual(THINK_MS.most)
    const { state } = night('a')
    const open = state.lastLot && { ...state.lastLot, going, stage: { is: 'bidding' as const }, ...IDLE }
    const pauses = Array.from({ length: 500 }, () => auctioneerPauseMs({ ...state, lot: open }, rng))
    expect(Math.min(...pauses)).toBeGreaterThan(Math.max(...thoughts))
  }
})

test('BOT-4 the auctioneer follows the running order, calls twice before each hammer, and asks for names once', () => {
  const small: RuleSet = {
    ...ipl,
    purse: 100_000,
    squad: { min: 3, max: 4 },
    basePrices: [20],
    ladder: [{ from: 0, step: 10 }],
  }
  const { state } = playNight({ rules: small, teams: 3, players: 20, seed: 'order' })
  const lots = Object.values(state.players).map(({ timesCalled }) => timesCalled)
  expect(Math.max(...lots)).toBeLessThanOrEqual(4)
  expect(Math.min(...lots)).toBe(1)
  expect(state.lot).toBeNull()
  expect(state.lastLot && leadingBid(state.lastLot)?.team).toBe(state.lastLot?.sold?.team)
})

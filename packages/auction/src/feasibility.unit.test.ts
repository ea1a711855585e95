import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Feasibility, feasibility, strandedWords } from './feasibility.ts'
import { Room, SMALL_RULES } from './given.ts'
import { LAKH } from './money.ts'
import { countsIn, heldIn } from './places.ts'
import type { CategoryRule, RuleSet } from './rule-set.ts'
import { hil2026 } from './rule-sets/hil-2026.ts'
import { psl2026 } from './rule-sets/psl-2026.ts'
import { type AuctionState, type Player, purseLeft, type Team } from './state.ts'

type Offered = { base: number; overseas: boolean; categories: readonly string[] }

/** A running auction of two teams over players p1, p2 ...; t1 has retained the first `held` of them at their base. */
function auction(rules: RuleSet, players: readonly Offered[], held = 0, purse = rules.purse): Room {
  const room = new Room(rules)
    .does({ type: 'AddTeam', team: 't1', purse }, { type: 'AddTeam', team: 't2', purse })
    .does({
      type: 'AddPlayers',
      players: players.map((player, n) => ({ player: `p${n + 1}`, set: 's', ...player })),
    })
  for (let n = 1; n <= held; n += 1)
    room.does({ type: 'RetainPlayer', player: `p${n}`, team: 't1', amount: players[n - 1]?.base ?? 1 })
  return room.does({ type: 'StartAuction' })
}

const team = (state: AuctionState): Team => {
  if (!state.teams.t1) throw new Error('no team')
  return state.teams.t1
}
const offered = (base: number, ...categories: string[]): Offered => ({ base, overseas: false, categories })
const JUNIOR: CategoryRule = { id: 'junior', label: 'junior', min: 1, max: null }
const why = (answer: Feasibility) => (answer.ok ? null : answer.why)

test('FEASIBLE-1 the smallest squad is priced at the real base prices of those who are left', () => {
  const { state } = auction(SMALL_RULES, [offered(300), offered(400), offered(500)])
  expect(feasibility(state, team(state))).toEqual({ ok: true, cheapest: 700, spare: 300 })
  // The limit of PURSE-2 keeps no more than the cheapest base of the rules.
  expect(feasibility(state, team(state), { bid: { player: 'p3', amount: 700 } })).toEqual({
    ...{ ok: true, cheapest: 300, spare: 0 },
  })
  expect(feasibility(state, team(state), { bid: { player: 'p3', amount: 710 } })).toEqual({
    ok: false,
    why: { is: 'money', cheapest: 300, left: 290, needed: 1 },
  })
})

test('FEASIBLE-1 unsold players count, for they may be recalled; withdrawn and bought ones do not', () => {
  const room = auction(SMALL_RULES, [offered(20), offered(20), offered(20)])
  room.does({ type: 'OpenLot', player: 'p1' }, { type: 'PassLot', lot: 1 }, { type: 'WithdrawPlayer', player: 'p2' })
  expect(feasibility(room.state, team(room.state))).toMatchObject({ ok: true, cheapest: 40 })
  room.does({ type: 'OpenLot', player: 'p3' })
  room.bid('t2', 20)
  room.does({ type: 'Hammer', lot: 2, bid: room.entries.length })
  expect(why(feasibility(room.state, team(room.state)))).toEqual({ is: 'players', left: 1, needed: 2 })
})

test('FEASIBLE-2 each reason is told with its numbers', () => {
  const rules = { ...SMALL_RULES, categories: [{ ...JUNIOR, min: 2 }] }
  const few = auction(rules, [offered(20, 'junior'), offered(20), offered(20)]).state
  expect(why(feasibility(few, team(few)))).toEqual({ is: 'category', label: 'junior', left: 1, needed: 2 })

  const juniors = [offered(20, 'junior'), offered(20, 'junior'), offered(20)]
  const narrow = auction({ ...rules, squad: { min: 2, max: 2 } }, juniors).state
  const bid = { player: 'p3', amount: 20 }
  expect(why(feasibility(narrow, team(narrow), { bid }))).toEqual({ is: 'places', open: 1, needed: 2 })

  const overseas = { base: 20, overseas: true, categories: [] }
  const capped = auction(SMALL_RULES, [overseas, overseas, overseas]).state
  expect(why(feasibility(capped, team(capped)))).toEqual({ is: 'caps', needed: 2 })
})

test.each([
  [
    { is: 'places', open: 1, needed: 2 },
    'The squad has 1 place left, and the rules ask for 2 players of kinds that it lacks.',
  ],
  [{ is: 'players', left: 1, needed: 2 }, '2 players are still needed, and 1 is left.'],
  [{ is: 'category', label: 'junior', left: 0, needed: 1 }, '1 more junior player is needed, and 0 are left.'],
  [{ is: 'caps', needed: 2 }, 'The caps leave no way to fill 2 places from the players who are left.'],
  [
    { is: 'money', cheapest: 90 * LAKH, left: 60 * LAKH, needed: 3 },
    'To fill 3 places costs at least ₹90 lakh, and ₹60 lakh would be left.',
  ],
] as const)('FEASIBLE-2 %j is said in words', (stranded, words) => {
  expect(strandedWords(stranded, 'INR')).toBe(words)
})

test('FEASIBLE-3 leads on other open lots count as bought', () => {
  const rules = { ...SMALL_RULES, openLots: 2, bidsDecidedBy: 'core' as const }
  const room = auction(rules, [offered(20), offered(20), offered(500)])
  room.does({ type: 'OpenLot', player: 'p1' }, { type: 'OpenLot', player: 'p2' })
  room.does({ type: 'PlaceBid', lot: 1, amount: 600, floorTeam: 't1' })
  expect(feasibility(room.state, team(room.state))).toEqual({ ok: true, cheapest: 20, spare: 380 })
})

const RULES: RuleSet = {
  ...SMALL_RULES,
  squad: { min: 3, max: 5 },
  overseasMax: 2,
  categories: [JUNIOR, { id: 'keeper', label: 'keeper', min: 1, max: 2 }],
}

test('FEASIBLE-4 the answer is that of trying every choice of players', () => {
  const player = fc.record({
    base: fc.integer({ min: 1, max: 30 }),
    overseas: fc.boolean(),
    categories: fc.subarray(['junior', 'keeper']),
  })
  fc.assert(
    fc.property(fc.array(player, { maxLength: 9 }), fc.integer({ min: 0, max: 2 }), (players, held) => {
      const room = auction(RULES, [])
      const state: AuctionState = {
        ...room.state,
        players: Object.fromEntries(players.map((one, n) => [`p${n}`, playerOf(one, `p${n}`)])),
      }
      const squad = players.slice(0, held).map((_, n) => `p${n}`)
      const with_ = {
        ...team(state),
        purse: 60,
        squad,
        overseas: squad.filter((id) => state.players[id]?.overseas).length,
      }
      fc.pre(lawful(state, with_, []))
      const best = bestOf(state, with_)
      const answer = feasibility(state, with_)
      if (best === null) expect(answer.ok).toBe(false)
      else if (best > purseLeft(with_)) expect(why(answer)).toMatchObject({ is: 'money', cheapest: best })
      else expect(answer).toEqual({ ok: true, cheapest: best, spare: purseLeft(with_) - best })
    }),
    { numRuns: 300 },
  )
})

function playerOf({ base, overseas, categories }: Offered, id: string): Player {
  return { id, base, set: 's', overseas, categories, formerTeam: null, timesCalled: 0, status: { is: 'waiting' } }
}

/** The cheapest lawful choice, by trying all. */
function bestOf(state: AuctionState, team: Team): number | null {
  const pool = Object.values(state.players).filter(({ id }) => !team.squad.includes(id))
  let best: number | null = null
  for (let choice = 0; choice < 2 ** pool.length; choice += 1) {
    const taken = pool.filter((_, n) => choice & (1 << n))
    const squad = [...team.squad, ...taken.map(({ id }) => id)]
    const whole = { ...team, squad }
    const enough = state.rules.categories.every(({ id, min }) => heldIn(state, whole, id) >= min)
    if (squad.length < state.rules.squad.min || !enough || !lawful(state, team, taken)) continue
    const cost = taken.reduce((sum, { base }) => sum + base, 0)
    if (best === null || cost < best) best = cost
  }
  return best
}

function lawful(state: AuctionState, team: Team, taken: readonly Player[]): boolean {
  const { squad, overseasMax, categories } = state.rules
  const all = [...team.squad.map((id) => state.players[id]).filter((one) => one !== undefined), ...taken]
  const within = (id: string, max: number | null) =>
    max === null || all.filter((one) => countsIn(one, id)).length <= max
  return (
    all.length <= squad.max && within('overseas', overseasMax) && categories.every(({ id, max }) => within(id, max))
  )
}

test.each([hil2026, psl2026])('FEASIBLE-4 $name is answered for 500 players too', (rules) => {
  const room = auction(
    rules,
    Array.from({ length: 500 }, (_, n) => ({
      base: rules.basePrices[n % rules.basePrices.length] ?? 1,
      overseas: n % 3 === 0,
      categories: ['keeper', 'junior', 'emerging'].filter((_, at) => n % (at + 4) === 0),
    })),
  )
  const { state } = room
  expect(feasibility(state, team(state)).ok).toBe(true)
  const answer = feasibility(state, team(state), { bid: { player: 'p1', amount: 20 * LAKH } })
  expect(answer.ok).toBe(true)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Room, SMALL_RULES } from './given.ts'
import { plan, played } from './given-night.ts'
import { hotFields } from './hot.ts'
import { moneyLimit, openPlaces, purchaseRefusal, spendShort, squadRefusal, standing } from './limits.ts'
import { countsIn, missingAfter } from './places.ts'
import { type CategoryRule, type RuleSet, reservePerPlace } from './rule-set.ts'
import { hil2026 } from './rule-sets/hil-2026.ts'
import { psl2026 } from './rule-sets/psl-2026.ts'
import { type Player, purseLeft, type Team } from './state.ts'

const JUNIOR: CategoryRule = { id: 'junior', label: 'junior', min: 2, max: 3 }
const KEEPER: CategoryRule = { id: 'keeper', label: 'keeper', min: 1, max: null }

/** j1 to j4 are juniors, k1 and k2 keepers, kj both, n1 to n6 neither. Squads of 2 to 4, cheapest base 20. */
function pool(categories: readonly CategoryRule[], rules: Partial<RuleSet> = {}): Room {
  const kinds: [string, number, string[]][] = [
    ['j', 4, ['junior']],
    ['k', 2, ['keeper']],
    ['kj', 1, ['keeper', 'junior']],
    ['n', 6, []],
  ]
  return new Room({ ...SMALL_RULES, categories, ...rules }).does(
    { type: 'AddTeam', team: 't1', purse: 1_000 },
    { type: 'AddTeam', team: 't2', purse: 1_000 },
    {
      type: 'AddPlayers',
      players: kinds.flatMap(([name, count, given]) =>
        Array.from({ length: count }, (_, n) => ({
          ...{ player: `${name}${n + 1}`, base: 20, set: 's', overseas: false },
          categories: given,
        })),
      ),
    },
  )
}

const kind = (...categories: string[]): Pick<Player, 'overseas' | 'categories'> => ({ overseas: false, categories })
const team = ({ state }: Room): Team => {
  if (!state.teams.t1) throw new Error('no team')
  return state.teams.t1
}
const retain = (...players: string[]) =>
  players.map((player) => ({ type: 'RetainPlayer', player, team: 't1', amount: 10 }) as const)

test('CATEGORY-1 overseas counts by nationality, every other category by what was given', () => {
  expect(countsIn({ overseas: true, categories: [] }, 'overseas')).toBe(true)
  expect(countsIn({ overseas: null, categories: ['overseas'] }, 'overseas')).toBe(false)
  expect(countsIn(kind('junior'), 'junior')).toBe(true)
  expect(countsIn(kind('junior'), 'keeper')).toBe(false)
})

test('CATEGORY-2 a squad holds no more of a category than the rules allow', () => {
  const room = pool([JUNIOR]).does(...retain('j1', 'j2', 'j3'))
  expect(squadRefusal(room.state, team(room), kind('junior'))).toEqual({
    ...{ code: 'CATEGORY_FULL', detail: { held: 3, max: 3 } },
    category: 'junior',
  })
  expect(squadRefusal(room.state, team(room), kind())).toBeNull()
})

test('CATEGORY-3 the last places are kept for players whom the rules ask for', () => {
  const room = pool([JUNIOR, KEEPER]).does(...retain('n1'))
  // Four places, three of them for two juniors and a keeper: n1 took the free one.
  expect(squadRefusal(room.state, team(room), kind())).toEqual({
    code: 'PLACES_KEPT',
    detail: { open: 2, needed: 3 },
  })
  expect(room.ask({ type: 'RetainPlayer', player: 'n2', team: 't1', amount: 10 })?.code).toBe('PLACES_KEPT')
  expect(squadRefusal(room.state, team(room), kind('junior'))).toBeNull()
  expect(squadRefusal(room.state, team(room), kind('keeper'))).toBeNull()
})

test('CATEGORY-3 a place of a missing player keeps the cheapest base in the purse, beyond the smallest squad too', () => {
  const room = pool([JUNIOR, KEEPER], { squad: { min: 2, max: 6 } })
  // The smallest squad leaves one place after this one; the missing three are more.
  expect(moneyLimit(room.state, team(room))).toBe(1_000 - 3 * 20)
  expect(moneyLimit(room.state, team(room), kind('junior'))).toBe(1_000 - 2 * 20)
  expect(moneyLimit(room.state, team(room), kind('junior', 'keeper'))).toBe(1_000 - 20)
  expect(openPlaces(room.state, team(room), kind())).toBe(3)
  expect(purchaseRefusal(room.state, team(room), kind(), 941)).toEqual({
    code: 'LIMIT_EXCEEDED',
    detail: { limit: 940, open: 3 },
  })
})

test('CATEGORY-3 nothing is kept for players of whom there is none to be had', () => {
  const room = pool([KEEPER])
  expect(moneyLimit(room.state, team(room), kind())).toBe(980)
  for (const player of ['k1', 'k2', 'kj1']) room.does({ type: 'WithdrawPlayer', player })
  room.does(...retain('n1', 'n2', 'n3'))
  expect(squadRefusal(room.state, team(room), kind())).toBeNull()
})

test('CATEGORY-3 the store is told the limit for the player on the block', () => {
  const room = pool([JUNIOR, KEEPER], { squad: { min: 2, max: 6 } })
  const limit = (player: string) => {
    room.does({ type: 'OpenLot', player })
    const said = hotFields(room.state)['t:t1']
    room.does({ type: 'PassLot', lot: room.lot.lot })
    return said
  }
  room.does({ type: 'StartAuction' })
  expect([limit('n1'), limit('j1'), limit('kj1')]).toEqual(['ok:940:3', 'ok:960:2', 'ok:980:2'])
})

test.each([hil2026, psl2026])(
  'CATEGORY-3 under $name every squad always has the places and the money for those whom it lacks',
  (rules) => {
    fc.assert(
      fc.property(plan, (night) => {
        // A correction may leave a squad that no bid could have made.
        const acts = night.acts.filter(({ kind }) => kind !== 'correct')
        for (const { state } of played(rules, { ...night, acts }))
          for (const one of Object.values(state.teams)) {
            const as = standing(state, one, 0)
            const lacks = missingAfter(state, as)
            expect(lacks).toBeLessThanOrEqual(state.rules.squad.max - as.squad.length)
            expect(lacks * reservePerPlace(state.rules)).toBeLessThanOrEqual(purseLeft(as))
          }
      }),
      { numRuns: 15 },
    )
  },
  60_000,
)

test('CATEGORY-4 a team that lacks players whom the rules ask for may always bid for them', () => {
  const lacks = pool([JUNIOR, KEEPER], { squad: { min: 2, max: 3 } })
  // Rules that were tightened by hand: every place is asked for, and one more.
  const tight = { ...lacks.state, rules: { ...lacks.state.rules, squad: { min: 2, max: 2 } } }
  expect(squadRefusal(tight, team(lacks), kind('keeper'))).toBeNull()
  expect(squadRefusal(tight, team(lacks), kind())?.code).toBe('PLACES_KEPT')
})

test('CATEGORY-5 the PSL asks for 5 players from overseas and 2 uncapped under 23, the HIL for 2 keepers and 3 juniors', () => {
  const asked = ({ categories }: RuleSet) => categories.map(({ id, min }) => [id, min])
  expect([...asked(psl2026), ...asked(hil2026)]).toEqual([
    ['overseas', 5],
    ['emerging', 2],
    ['keeper', 2],
    ['junior', 3],
  ])
})

test('SPEND-1 a team that has spent less than its part of the purse is reported, and stopped by nothing', () => {
  const room = pool([], { minSpendPercent: 75 }).does(...retain('n1'))
  room.does({ type: 'RetainPlayer', player: 'n2', team: 't2', amount: 750 })
  expect(spendShort(room.state)).toEqual([{ team: 't1', spent: 10, least: 750 }])
  expect(room.does({ type: 'StartAuction' }).ask({ type: 'EndAuction' })).toBeNull()
  expect(spendShort(pool([]).state)).toEqual([])
})

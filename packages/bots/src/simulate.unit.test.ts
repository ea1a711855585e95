import { type AuctionState, evolve, fold, heldIn, openLots, RULE_SETS, type RuleSet } from '@gavel/auction'
import { describe, expect, test, vi } from 'vitest'
import { playNight, poolOf, scaledDown } from './pools.ts'
import { type Simulated, simulate } from './simulate.ts'

// A night is thousands of decisions, and the machine may be busy with other things.
vi.setConfig({ testTimeout: 60_000 })

const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const TEAMS = 4

const short = (rules: RuleSet, seed: string, poor = false): Simulated =>
  playNight({ rules: scaledDown(rules, { poor }), teams: TEAMS, players: 40, seed })

/** What must hold after every entry, whatever the rules. */
function expectSound(state: AuctionState): void {
  const { rules } = state
  for (const team of Object.values(state.teams)) {
    expect(team.spent).toBeLessThanOrEqual(team.purse)
    expect(team.squad.length).toBeLessThanOrEqual(rules.squad.max)
    if (rules.overseasMax !== null) expect(team.overseas).toBeLessThanOrEqual(rules.overseasMax)
    for (const { id, max } of rules.categories)
      if (max !== null) expect(heldIn(state, team, id)).toBeLessThanOrEqual(max)
  }
  for (const lot of openLots(state)) {
    const amounts = lot.bids.map(({ amount }) => amount)
    expect(amounts).toEqual([...new Set(amounts)].toSorted((a, b) => a - b))
  }
}

describe.each(RULE_SETS.map((rules) => [rules.id, rules] as const))('a simulated night of %s', (_, rules) => {
  test('SIM-2 keeps every team within its purse and its squad after every entry', () => {
    for (const seed of SEEDS)
      for (const poor of [false, true]) {
        let state: AuctionState | null = null
        for (const entry of short(rules, seed, poor).entries) {
          state = evolve(state, entry)
          if (entry.type === 'LotSold' || entry.type === 'BidPlaced') expectSound(state)
        }
        expect(state?.phase.is).toBe('ended')
      }
  })

  test('SIM-3 fills every squad to its minimum where the pool allows it', () => {
    for (const seed of SEEDS) {
      const { state } = short(rules, seed)
      for (const team of Object.values(state.teams)) {
        expect([seed, team.squad.length >= state.rules.squad.min]).toEqual([seed, true])
        for (const { id, min } of state.rules.categories) expect(heldIn(state, team, id)).toBeGreaterThanOrEqual(min)
      }
    }
  })

  test('SIM-1 is the same for the same seed and another for another; its log folds to its end', () => {
    const night = short(rules, 'a')
    expect(short(rules, 'a').entries).toEqual(night.entries)
    expect(short(rules, 'b').entries).not.toEqual(night.entries)
    expect(fold(night.entries)).toEqual(night.state)
    const times = night.entries.map(({ atMs }) => atMs)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })
})

test.each(RULE_SETS.map((rules) => [rules.id, rules] as const))(
  'SIM-2, SIM-3 a real number of players and teams under %s ends within limits and with whole squads',
  (_, rules) => {
    const { state } = playNight({ rules, teams: 5, players: 260, seed: rules.id })
    expectSound(state)
    for (const team of Object.values(state.teams)) expect(team.squad.length).toBeGreaterThanOrEqual(rules.squad.min)
  },
)

test('BOT-5, BOT-6 every stage of a lot comes up somewhere: matches, raises, tie-breaks, lapses, names, turns, hidden maxima', () => {
  const seen = new Set<string>()
  for (const rules of RULE_SETS)
    for (const seed of SEEDS)
      for (const poor of [false, true]) for (const { type } of short(rules, seed, poor).entries) seen.add(type)
  for (const type of [
    ...['MatchOffered', 'MatchClaimed', 'MatchRaised', 'MatchDeclined'],
    ...['TieBreakOffered', 'TieBreakAnswered', 'SealingOpened', 'AmountSealed', 'SealingClosed', 'AmountRevealed'],
    ...['NamesCalled', 'PlayersNamed', 'NamesClosed', 'PlayerRecalled', 'ProxySet'],
  ])
    expect([type, seen.has(type)]).toEqual([type, true])
})

test('SIM-1 players who were retained are in their squads from the start', () => {
  const [rules] = RULE_SETS
  if (!rules) throw new Error('no rules')
  const players = poolOf(rules, 60, 2, 'kept').map((player) => ({ ...player, overseas: false }))
  const amount = rules.basePrices.at(-1) ?? 1
  const { state } = simulate({
    rules: { ...rules, squad: { min: 3, max: 5 } },
    players,
    teams: [{ team: 't0' }, { team: 't1' }],
    seed: 'kept',
    retained: [{ player: 'p0', team: 't0', amount }],
  })
  expect(state.players.p0?.status).toMatchObject({ is: 'retained', team: 't0' })
})

// Pools and auctions for this package's tests.
import type { NewPlayer, RuleSet } from '@gavel/auction'
import { createRng } from './rng.ts'
import { type Simulated, simulate } from './simulate.ts'

const CATEGORIES = ['uncapped', 'emerging', 'junior', 'keeper']

/** Players of every kind: bases that the rules allow, three of ten from overseas, categories, and last season's team for some. */
export function poolOf(rules: RuleSet, players: number, teams: number, seed: string): NewPlayer[] {
  const rng = createRng(`${seed}:pool`)
  return Array.from({ length: players }, (_, n) => ({
    player: `p${n}`,
    base: rules.basePrices[Math.floor(rng() ** 2 * rules.basePrices.length)] ?? 1,
    set: `s${Math.floor(n / 8)}`,
    overseas: rng() < 0.3,
    categories: CATEGORIES.filter(() => rng() < 0.35),
    formerTeam: rng() < 0.5 ? `t${Math.floor(rng() * teams)}` : null,
  }))
}

export type Night = { rules: RuleSet; teams: number; players: number; seed: string }

export function playNight({ rules, teams, players, seed }: Night): Simulated {
  return simulate({
    rules,
    players: poolOf(rules, players, teams, seed),
    teams: Array.from({ length: teams }, (_, n) => ({ team: `t${n}` })),
    seed,
  })
}

/**
 * A rule set for a short night: squads of three to five with as much money for a place as in the real one, or `poor` with hardly more than the
 * cheapest players cost and long steps, where purses come to their end on the same step.
 */
export function scaledDown(rules: RuleSet, { poor = false } = {}): RuleSet {
  const min = Math.min(3, rules.squad.min)
  const [cheapest = 1] = rules.basePrices
  const perPlace = poor ? cheapest * 6 : Math.floor(rules.purse / Math.max(1, rules.squad.min))
  return {
    ...rules,
    squad: { min, max: min + 2 },
    purse: perPlace * Math.max(1, min),
    ...(poor ? { ladder: [{ from: 0, step: cheapest * 3 }], jumpGrid: null } : {}),
    categories: rules.categories.map((rule) => ({
      ...rule,
      min: Math.min(rule.min, 1),
      max: rule.max && rule.max + 1,
    })),
  }
}

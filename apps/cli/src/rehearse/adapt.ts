import { type Amount, type RetentionRule, type RuleSet, reservePerPlace, retentionCosts } from '@gavel/auction'
import { type Cast, type CastPlayer, type Guess, inLakh } from './cast.ts'

/** The rules under which what really happened is lawful, with each change told. Prices are never changed. */
export type Adapted = { rules: RuleSet; purses: Map<string, Amount>; guesses: Guess[] }

/**
 * A recorded auction may break the rules it is rehearsed under (another year's purse, a squad that the file shows larger). Then the rehearsal's own
 * copy of the rules gives way, as little as it must, in this order: largest squad, overseas cap, retentions, the purse of the team concerned, smallest squad.
 */
export function adaptRules(rules: RuleSet, cast: Cast): Adapted {
  const guesses: Guess[] = []
  const told = (text: string) => guesses.push({ kind: 'rules', text })
  const squads = Map.groupBy(inOrder(cast.players), (p) => p.team)
  let { squad, overseasMax } = rules

  const most = Math.max(...[...squads.values()].map((s) => s.length))
  if (most > squad.max) {
    told(`A squad of the file has ${most} players: the rehearsal allows ${most} instead of ${squad.max}.`)
    squad = { ...squad, max: most }
  }
  const overseas = Math.max(...[...squads.values()].map((s) => s.filter((p) => p.listed.overseas === true).length))
  if (overseasMax !== null && overseas > overseasMax) {
    told(
      `A squad of the file has ${overseas} overseas players: the rehearsal allows ${overseas} instead of ${overseasMax}.`,
    )
    overseasMax = overseas
  }
  const { retention } = rules
  const kept = retention && inLimits(retention, [...squads.values()]) ? retention : null
  if (retention !== kept)
    told(
      `A team of the file retained more than ${rules.name} allows: retentions have no limit, and cost what was paid.`,
    )
  if (rules.categories.length > 0)
    told('What kinds of players a squad must hold is not asked for, because the file is what happened.')
  const purses = new Map<string, Amount>()
  let min = squad.min
  for (const team of cast.teams) {
    const bought = squads.get(team) ?? []
    const costs = costsOf(kept, bought)
    const total = costs.reduce((sum, cost) => sum + cost, 0)
    const purse = Math.max(rules.purse, total)
    if (purse > rules.purse) {
      told(`${team} spent ${inLakh(total)} in the file: its purse is that instead of ${inLakh(rules.purse)}.`)
      purses.set(team, purse)
    }
    min = Math.min(min, lawfulMinimum(rules, purse, costs))
  }
  if (min < squad.min) {
    told(`A team’s money does not pay for a squad of ${squad.min}: the rehearsal asks for ${min}.`)
    squad = { ...squad, min }
  }
  // Who bought whom is known: no sealed amounts decide it again.
  const lawful = { ...rules, squad, overseasMax, retention: kept, categories: [], tieBreak: null }
  return { rules: lawful, purses, guesses }
}

/** Retained players enter first, then the lots are called in order. */
function inOrder(players: readonly CastPlayer[]): CastPlayer[] {
  const held = (outcome: 'retained' | 'sold') => players.filter((p) => p.outcome === outcome)
  return [...held('retained'), ...lotOrder(held('sold'))]
}

/** The order of calling: set after set as they first appear, in each its players as listed. */
export function lotOrder(players: readonly CastPlayer[]): CastPlayer[] {
  return [...Map.groupBy(players, (p) => p.set).values()].flat()
}

/** What each player of a squad took from its purse, retained ones first. */
function costsOf(retention: RetentionRule | null, squad: readonly CastPlayer[]): Amount[] {
  const kept = squad.filter((p) => p.outcome === 'retained')
  const paid = kept.map((p) => ({ amount: p.price ?? 0, uncapped: p.listed.capped === false }))
  return [...retentionCosts(retention, paid), ...squad.slice(kept.length).map((p) => p.price ?? 0)]
}

/** Whether every squad's retained players are within the rule. */
function inLimits({ max, caps }: RetentionRule, squads: readonly (readonly CastPlayer[])[]): boolean {
  return squads.every((squad) => {
    const kept = squad.filter((p) => p.outcome === 'retained')
    const uncapped = kept.filter((p) => p.listed.capped === false).length
    const overseas = kept.filter((p) => p.listed.overseas === true).length
    const within = (count: number, cap: number | null) => cap === null || count <= cap
    return (
      kept.length <= max &&
      within(kept.length - uncapped, caps.capped) &&
      within(uncapped, caps.uncapped) &&
      within(overseas, caps.overseas)
    )
  })
}

/** The largest minimum squad whose reserve (PURSE-2) leaves enough for each of these purchases, in this order. */
function lawfulMinimum(rules: RuleSet, purse: Amount, costs: readonly Amount[]): number {
  let left = purse
  let min = rules.squad.min
  costs.forEach((cost, i) => {
    left -= cost
    min = Math.min(min, i + 1 + Math.floor(left / reservePerPlace(rules)))
  })
  return min
}

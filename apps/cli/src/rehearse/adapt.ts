import { type Amount, type RuleSet, reservePerPlace } from '@gavel/auction'
import { type Cast, type CastPlayer, type Guess, inLakh } from './cast.ts'

/** The rules under which what really happened is lawful, with each change told. Prices are never changed. */
export type Adapted = { rules: RuleSet; purses: Map<string, Amount>; guesses: Guess[] }

/**
 * A recorded auction may break the rules it is rehearsed under (another year's purse, a squad that the file shows larger). Then the rehearsal's own
 * copy of the rules gives way, as little as it must, in this order: largest squad, overseas cap, the purse of the team concerned, smallest squad.
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
  const purses = new Map<string, Amount>()
  let min = squad.min
  for (const team of cast.teams) {
    const bought = squads.get(team) ?? []
    const total = bought.reduce((sum, p) => sum + (p.price ?? 0), 0)
    const purse = Math.max(rules.purse, total)
    if (purse > rules.purse) {
      told(`${team} spent ${inLakh(total)} in the file: its purse is that instead of ${inLakh(rules.purse)}.`)
      purses.set(team, purse)
    }
    min = Math.min(min, lawfulMinimum(rules, purse, bought))
  }
  if (min < squad.min) {
    told(`A team’s money does not pay for a squad of ${squad.min}: the rehearsal asks for ${min}.`)
    squad = { ...squad, min }
  }
  return { rules: { ...rules, squad, overseasMax }, purses, guesses }
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

/** The largest minimum squad whose reserve (PURSE-2) leaves enough for each of these purchases, in this order. */
function lawfulMinimum(rules: RuleSet, purse: Amount, bought: readonly CastPlayer[]): number {
  let left = purse
  let min = rules.squad.min
  bought.forEach((player, i) => {
    left -= player.price ?? 0
    min = Math.min(min, i + 1 + Math.floor(left / reservePerPlace(rules)))
  })
  return min
}

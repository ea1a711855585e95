import { MAX_TEAMS, type NewPlayer, type RuleSet, reservePerPlace } from '@gavel/auction'
import { categoriesOf, type ListedPlayer, type PlayerList } from '@gavel/player-list'
import { Failure } from '../failure.ts'
import { type Guess, inLakh } from '../rehearse/cast.ts'

/** Who takes part in a simulation: players by the rows of their list, teams by their names. */
export type SimulationCast = {
  players: NewPlayer[]
  teams: string[]
  /** By player id. */
  listed: ReadonlyMap<string, ListedPlayer>
  guesses: Guess[]
}

/**
 * The players of a list and so many teams. Teams are called as the list calls last season's, the most frequent ones, so that they may match
 * prices; where it names fewer, they are numbered.
 *
 * @throws Failure for a number of teams that no auction can have, or a list without anybody to put up.
 */
export function castFromList(list: PlayerList, rules: RuleSet, teamCount: number): SimulationCast {
  if (teamCount < 2 || teamCount > MAX_TEAMS) throw new Failure(`An auction has 2 to ${MAX_TEAMS} teams.`)
  const called = list.players.filter(({ outcome }) => outcome !== 'retained')
  if (called.length === 0) throw new Failure('The list holds nobody who could be put up.')
  const guesses: Guess[] = list.warnings.map((text) => ({ kind: 'list', text }))
  for (const { row, reason } of list.refused)
    guesses.push({ kind: 'list', text: `Row ${row} of the list was left out: ${reason}` })
  const kept = list.players.length - called.length
  if (kept > 0) guesses.push({ kind: 'retained', text: `Players who were retained (${kept}) are left out.` })
  const cheapest = reservePerPlace(rules)
  const baseless = called.filter(({ base }) => base === null).length
  if (baseless > 0)
    guesses.push({
      kind: 'base',
      text: `Players without a base price (${baseless}) start at the lowest of ${rules.name}, ${inLakh(cheapest)}.`,
    })
  const dearest = Math.max(cheapest, ...rules.basePrices)
  const above = called.filter(({ base }) => base !== null && base > dearest).length
  if (above > 0)
    guesses.push({
      kind: 'base',
      text: `Players with a base price above the highest of ${rules.name} (${above}) start at that, ${inLakh(dearest)}.`,
    })
  const teams = teamNames(called, teamCount)
  const players = called.map((player): NewPlayer => {
    const { row, base, set, role, overseas, capped, age, formerTeam } = player
    return {
      player: `L${row}`,
      base: Math.min(base ?? cheapest, dearest),
      set: set ?? role ?? 'Players',
      overseas,
      categories: categoriesOf({ capped, role: role ?? '', age }),
      formerTeam: formerTeam !== null && teams.includes(formerTeam) ? formerTeam : null,
    }
  })
  return { players, teams, listed: new Map(called.map((player) => [`L${player.row}`, player])), guesses }
}

function teamNames(players: readonly ListedPlayer[], count: number): string[] {
  const named = Map.groupBy(
    players.flatMap(({ formerTeam }) => formerTeam ?? []),
    (team) => team,
  )
  const frequent = [...named.entries()].toSorted((a, b) => b[1].length - a[1].length).slice(0, count)
  const names = frequent.map(([name]) => name).toSorted((a, b) => a.localeCompare(b, 'en'))
  for (let n = names.length + 1; names.length < count; n += 1) names.push(`Team ${n}`)
  return names
}

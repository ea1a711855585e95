import { RULE_SETS, type RuleSet, ruleSet } from '@gavel/auction'
import { type Guess, RehearsalError } from './cast.ts'

/** The rules of a rehearsal, and the one year that it is about, where that is known. */
export type ChosenRules = { rules: RuleSet; year: number | null; guesses: Guess[] }

/** The part of a rule set's id that says the league, and the number that says when. */
const leagueOf = (id: string): string => id.replace(/-\d+$/, '')
const yearOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0)
/** Leagues whose rule sets are of years, so that a file of some year may be meant for them. */
const LEAGUES = [...new Set(RULE_SETS.filter(({ id }) => yearOf(id) > 1_900).map(({ id }) => leagueOf(id)))]

/**
 * The rule set for a rehearsal: the one asked for; else that of the league and the year that `names` (of files, the most telling first) hold, or the
 * nearest that there is (without a league, the IPL's); else `ipl-2025`. A name with several years tells none, unless no other name tells one: then its last counts.
 *
 * @throws RehearsalError for an id that no rule set has.
 */
export function chooseRules(asked: string | undefined, names: readonly string[]): ChosenRules {
  const years = names.map(yearsIn)
  const year = years.find((y) => y.length === 1)?.[0] ?? null
  if (asked !== undefined) return { rules: known(asked), year, guesses: [] }
  const near = year ?? (years.flat().length > 0 ? Math.max(...years.flat()) : null)
  if (near === null) return { ...guessed('ipl-2025', 'no year is in the files’ names'), year }
  const league = LEAGUES.find((id) => names.some((name) => name.toLowerCase().includes(id))) ?? 'ipl'
  const nearest = RULE_SETS.filter(({ id }) => leagueOf(id) === league)
    .map(({ id }) => ({ id, away: Math.abs(yearOf(id) - near) }))
    .reduce((best, r) => (r.away < best.away ? r : best))
  return { ...guessed(nearest.id, `${near} is in the files’ names`), year }
}

/** The years that a name holds. */
export function yearsIn(name: string): number[] {
  return [...new Set([...name.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((m) => Number(m[0])))]
}

function guessed(id: string, why: string): { rules: RuleSet; guesses: Guess[] } {
  const rules = known(id)
  return { rules, guesses: [{ kind: 'rules', text: `The rules are those of ${rules.name}, because ${why}.` }] }
}

function known(id: string): RuleSet {
  const rules = ruleSet(id)
  if (!rules)
    throw new RehearsalError(`There is no rule set ${id}: choose one of ${RULE_SETS.map((r) => r.id).join(', ')}.`)
  return rules
}

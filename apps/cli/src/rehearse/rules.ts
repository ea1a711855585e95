import { RULE_SETS, type RuleSet, ruleSet } from '@gavel/auction'
import { type Guess, RehearsalError } from './cast.ts'

/** The rules of a rehearsal, and the one year that it is about, where that is known. */
export type ChosenRules = { rules: RuleSet; year: number | null; guesses: Guess[] }

/**
 * The rule set for a rehearsal: the one asked for; else that of the year that `names` (of files, the most telling first) hold, or the nearest that there
 * is; else `ipl-2025`. A name with several years tells none, unless no other name tells one: then its last counts.
 *
 * @throws RehearsalError for an id that no rule set has.
 */
export function chooseRules(asked: string | undefined, names: readonly string[]): ChosenRules {
  const years = names.map(yearsIn)
  const year = years.find((y) => y.length === 1)?.[0] ?? null
  if (asked !== undefined) return { rules: known(asked), year, guesses: [] }
  const near = year ?? (years.flat().length > 0 ? Math.max(...years.flat()) : null)
  if (near === null) return { ...guessed('ipl-2025', 'no year is in the files’ names'), year }
  const nearest = RULE_SETS.map((r) => ({ id: r.id, away: Math.abs(Number(r.id.replace(/\D/g, '')) - near) })).reduce(
    (best, r) => (r.away < best.away ? r : best),
  )
  return { ...guessed(nearest.id, `${near} is in the files’ names`), year }
}

function yearsIn(name: string): number[] {
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

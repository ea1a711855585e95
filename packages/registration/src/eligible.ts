import type { Applicant } from './commands.ts'
import { ageOn, isDay } from './days.ts'
import { checkAnswers } from './questions.ts'
import type { Refusal } from './refusals.ts'
import type { Entrant } from './registration.ts'
import type { Ages, Category, EntryRules, Kind, KindRules, Window } from './rules.ts'

/**
 * The applicant as an entrant of this kind, with answers as they are stored, or why not. The order of the checks is age, category, answers.
 * The window is asked for apart: a group's members come while it stands.
 */
export function eligible(
  { person, born, category, answers }: Applicant,
  kind: KindRules,
  { ageDay }: Pick<EntryRules, 'ageDay'>,
): { entrant: Entrant } | { refusal: Refusal } {
  const chosen = kind.categories.find(({ id }) => id === category) ?? null
  const refusal = categoryRefusal(chosen, category, kind) ?? bornRefusal(born, [kind.ages, chosen?.ages], ageDay)
  if (refusal) return { refusal }
  const checked = checkAnswers(kind.questions, answers)
  if ('faults' in checked) return { refusal: { code: 'BAD_ANSWERS', faults: checked.faults } }
  return { entrant: { person, born, category, answers: checked.answers } }
}

/** Why the kind cannot be entered now; null where it can (WINDOW-1, WINDOW-2). */
export function windowRefusal(rules: EntryRules, kind: Kind, nowMs: number): Refusal | null {
  const window: Window | undefined = rules.kinds[kind]?.window
  if (!window) return { code: 'NOT_OFFERED' }
  if (nowMs < window.opensAtMs) return { code: 'NOT_OPEN', detail: { opensAtMs: window.opensAtMs } }
  if (nowMs >= window.closesAtMs) return { code: 'CLOSED', detail: { closesAtMs: window.closesAtMs } }
  return null
}

function categoryRefusal(chosen: Category | null, category: string | null, { categories }: KindRules): Refusal | null {
  if (chosen !== null) return null
  if (category !== null) return { code: 'UNKNOWN_CATEGORY' }
  return categories.length > 0 ? { code: 'NO_CATEGORY' } : null
}

function bornRefusal(born: string | null, bounds: readonly (Ages | undefined)[], day: string): Refusal | null {
  const lowest = Math.max(...bounds.map((ages) => ages?.min ?? Number.NEGATIVE_INFINITY))
  const highest = Math.min(...bounds.map((ages) => ages?.max ?? Number.POSITIVE_INFINITY))
  if (born === null) return Number.isFinite(lowest) || Number.isFinite(highest) ? { code: 'NO_BIRTH_DATE' } : null
  if (!isDay(born) || born > day) return { code: 'BAD_BIRTH_DATE' }
  const age = ageOn(born, day)
  if (age < lowest) return { code: 'TOO_YOUNG', detail: { age: lowest }, day }
  if (age > highest) return { code: 'TOO_OLD', detail: { age: highest }, day }
  return null
}

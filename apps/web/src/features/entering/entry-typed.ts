import {
  type Ages,
  type Answer,
  type Applicant,
  checkAnswers,
  type EntryRules,
  type Question,
  type Refusal,
  refusalWords,
  whyNot,
} from '@gavel/registration'
import { z } from 'zod'
import type { AskedTerms } from './terms.ts'

/** What every entry is asked beside its own details, as it is typed. `answers` by the question's id; yes and no are words. */
export type EntryTyped = { seats: string; born: string; category: string; answers: Record<string, string> }
/** The same for a form's schema. What it may hold is asked of the rules (`entryFaults`). */
export const entryShape = {
  seats: z.string(),
  born: z.string(),
  category: z.string(),
  answers: z.record(z.string(), z.string()),
}
/** The same as it is sent. */
export type Entry = { seats: number; born: string | null; category: string | null; answers: Record<string, Answer> }

/** A form that nothing was typed into. */
export const emptyEntry = ({ questions }: Pick<AskedTerms, 'questions'>): EntryTyped => ({
  seats: '1',
  born: '',
  category: '',
  answers: Object.fromEntries(questions.map(({ id }) => [id, ''])),
})

/** Whether a date of birth is asked for: where ages count, of the event or of the chosen category. */
export function asksBirth({ ages, categories }: Pick<AskedTerms, 'ages' | 'categories'>, category: string): boolean {
  const chosen = categories.find(({ id }) => id === category)
  return [ages, chosen?.ages].some((bounds) => bounds !== undefined && counts(bounds))
}

const counts = ({ min, max }: Ages) => min !== null || max !== null

/** What was typed, as the server takes it. What is not asked is not sent; what is no number goes as it is, and is told so. */
export function entryOf(terms: AskedTerms, typed: EntryTyped): Entry {
  const answers = terms.questions.flatMap((question): [string, Answer][] => {
    const text = (typed.answers[question.id] ?? '').trim()
    return text === '' ? [] : [[question.id, answerOf(question, text)]]
  })
  return {
    seats: terms.seats > 1 ? Number(typed.seats) : 1,
    born: asksBirth(terms, typed.category) ? typed.born || null : null,
    category: terms.categories.find(({ id }) => id === typed.category)?.id ?? null,
    answers: Object.fromEntries(answers),
  }
}

function answerOf({ asks }: Question, text: string): Answer {
  switch (asks) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
    case 'yes-no':
      return text === 'yes'
    case 'text':
    case 'choice':
    case 'date':
      return text
    default:
      return asks satisfies never
  }
}

/** What is wrong with a field of the form; `answers.ID` is a question's. `root` is what no field of it is to blame for. */
export type EntryFault = { field: 'seats' | 'born' | 'category' | `answers.${string}` | 'root'; words: string }

/** Everything that speaks against what was typed, as the server will see it: the core is asked, so there is no second set of rules. */
export function entryFaults(terms: AskedTerms, ageDay: string, typed: EntryTyped): EntryFault[] {
  const { seats, born, category, answers } = entryOf(terms, typed)
  const checked = checkAnswers(terms.questions, answers)
  const faults: EntryFault[] =
    'faults' in checked ? checked.faults.map(({ question, words }) => ({ field: `answers.${question}`, words })) : []
  if (seats < 1 || seats > terms.seats || !Number.isInteger(seats))
    faults.unshift({ field: 'seats', words: `From 1 to ${terms.seats}.` })
  const refusal = personRefusal(terms, ageDay, { person: '', born, category, answers: {} })
  return refusal ? [{ field: fieldOf(refusal.code), words: refusalWords(refusal, 'UTC') }, ...faults] : faults
}

/** What the rules have against this age or category, at a time when entries are open. */
function personRefusal({ kind, ages, categories }: AskedTerms, ageDay: string, captain: Applicant): Refusal | null {
  const window = { opensAtMs: 0, closesAtMs: 1 }
  const rules: EntryRules = {
    ...{ timeZone: 'UTC', ageDay, payMs: 0, slowMs: 0, offerMs: null, offersUntilMs: 0, groupEnd: 'each', refunds: [] },
    kinds: { [kind]: { window, ages, categories, questions: [], fee: null, approval: false } },
  }
  const command = { type: 'Enter', id: '', kind, team: null, seats: 1, captain } as const
  return whyNot(null, command, { nowMs: 0, rules, placesHeld: false, ahead: 0 })
}

/** What the server found wrong, at the fields that it is about. `detail` is that of `REGISTRATION.REFUSED`. */
export function refusedFields(detail: Readonly<Record<string, unknown>>): EntryFault[] {
  const answers = Object.entries(detail).flatMap(([name, words]): EntryFault[] =>
    name.startsWith(ANSWER) ? [{ field: `answers.${name.slice(ANSWER.length)}`, words: String(words) }] : [],
  )
  if (answers.length > 0) return answers
  const field = fieldOf(String(detail.code))
  return [{ field, words: String(detail.words ?? '') }]
}

const ANSWER = 'answer.'

function fieldOf(code: string): EntryFault['field'] {
  switch (code) {
    case 'NO_BIRTH_DATE':
    case 'BAD_BIRTH_DATE':
    case 'TOO_YOUNG':
    case 'TOO_OLD':
      return 'born'
    case 'NO_CATEGORY':
    case 'UNKNOWN_CATEGORY':
      return 'category'
    case 'GROUP_SIZE':
      return 'seats'
    default:
      return 'root'
  }
}

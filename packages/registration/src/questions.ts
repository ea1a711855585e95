import { isDay } from './days.ts'
import type { Day } from './rules.ts'

/** One question of an event's form. `id` stays when the words change, so that answers keep their question. */
export type Question = {
  readonly id: string
  readonly words: string
  readonly required: boolean
} & (
  | { readonly asks: 'text'; readonly maxLength: number }
  | { readonly asks: 'number'; readonly min: number; readonly max: number }
  | { readonly asks: 'choice'; readonly options: readonly string[] }
  | { readonly asks: 'yes-no' }
  | { readonly asks: 'date'; readonly earliest: Day | null; readonly latest: Day | null }
)

export type Answer = string | number | boolean
/** By the question's id. A question that was left empty is left out. */
export type Answers = Readonly<Record<string, Answer>>

/** What is wrong with one question or answer, in words for the person in front of it. */
export type Fault = { readonly question: string; readonly words: string }

/** Questions one form may ask. */
export const MAX_QUESTIONS = 40
const MAX_TEXT = 2_000
const ID = /^[a-z][a-z0-9-]{0,39}$/

/** What speaks against a form; empty where it can be asked (QUESTION-4). */
export function formFaults(questions: readonly Question[]): Fault[] {
  const ids = questions.map(({ id }) => id)
  const faults = questions.flatMap((question, i): Fault[] => {
    const words = questionFault(question) ?? (ids.indexOf(question.id) < i ? 'Another question has this id.' : null)
    return words === null ? [] : [{ question: question.id, words }]
  })
  if (questions.length <= MAX_QUESTIONS) return faults
  return [...faults, { question: '', words: `A form asks at most ${MAX_QUESTIONS} questions.` }]
}

function questionFault(question: Question): string | null {
  if (!ID.test(question.id)) return 'An id is small letters, digits and hyphens, at most 40.'
  if (question.words.trim() === '') return 'Write the question.'
  switch (question.asks) {
    case 'text':
      return isWithin(question.maxLength, 1, MAX_TEXT) ? null : `A text has 1 to ${MAX_TEXT} characters.`
    case 'number':
      return question.min <= question.max ? null : 'The lowest number is above the highest.'
    case 'choice': {
      const different = new Set(question.options.map((option) => option.trim()))
      if (different.has('')) return 'An option is empty.'
      return different.size >= 2 && different.size === question.options.length
        ? null
        : 'Give at least two different options.'
    }
    case 'yes-no':
      return null
    case 'date':
      if ([question.earliest, question.latest].some((day) => day !== null && !isDay(day))) return 'That is not a date.'
      return question.earliest !== null && question.latest !== null && question.latest < question.earliest
        ? 'The first day is after the last.'
        : null
    default:
      return question satisfies never
  }
}

/**
 * The answers as they are stored, or everything that does not fit, each at its question (QUESTION-1, QUESTION-2, QUESTION-3).
 * @param given as it came: nothing is believed of it but that it is an object
 */
export function checkAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
): { answers: Answers } | { faults: readonly Fault[] } {
  const asked = new Set(questions.map(({ id }) => id))
  const faults: Fault[] = Object.keys(given)
    .filter((id) => !asked.has(id))
    .map((question) => ({ question, words: 'The event does not ask this.' }))
  const answers: [string, Answer][] = []
  for (const question of questions) {
    const value = tidy(Object.hasOwn(given, question.id) ? given[question.id] : undefined)
    if (value === undefined) {
      if (question.required) faults.push({ question: question.id, words: 'Please answer this.' })
      continue
    }
    const read = readAnswer(question, value)
    if ('words' in read) faults.push({ question: question.id, words: read.words })
    else answers.push([question.id, read.answer])
  }
  return faults.length > 0 ? { faults } : { answers: Object.fromEntries(answers) }
}

/** Text without the blanks around it; nothing where nothing was answered. */
function tidy(value: unknown): unknown {
  if (value === null) return undefined
  if (typeof value !== 'string') return value
  return value.trim() === '' ? undefined : value.trim()
}

type Read = { answer: Answer } | { words: string }

function readAnswer(question: Question, value: unknown): Read {
  switch (question.asks) {
    case 'text': {
      if (typeof value !== 'string') return { words: 'Write a text.' }
      const { maxLength } = question
      return value.length <= maxLength ? { answer: value } : { words: `At most ${maxLength} characters.` }
    }
    case 'number': {
      const { min, max } = question
      return typeof value === 'number' && isWithin(value, min, max)
        ? { answer: value }
        : { words: `Give a number from ${min} to ${max}.` }
    }
    case 'choice':
      return typeof value === 'string' && question.options.some((option) => option.trim() === value)
        ? { answer: value }
        : { words: 'Choose one of the options.' }
    case 'yes-no':
      return typeof value === 'boolean' ? { answer: value } : { words: 'Answer yes or no.' }
    case 'date': {
      if (typeof value !== 'string' || !isDay(value)) return { words: 'Give a date.' }
      if (question.earliest !== null && value < question.earliest) return { words: `Not before ${question.earliest}.` }
      if (question.latest !== null && value > question.latest) return { words: `Not after ${question.latest}.` }
      return { answer: value }
    }
    default:
      return question satisfies never
  }
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isFinite(value) && value >= min && value <= max
}

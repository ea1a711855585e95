import type { RouterInputs } from '@gavel/api'
import type { Question } from '@gavel/registration'
import { z } from 'zod'

export const ASKS = ['text', 'number', 'choice', 'yes-no', 'date'] as const satisfies readonly Question['asks'][]

/** What kinds of answers there are, as an organiser chooses them. */
export const ASKS_WORDS: Readonly<Record<Question['asks'], string>> = {
  text: 'Text',
  number: 'Number',
  choice: 'Choice',
  'yes-no': 'Yes or no',
  date: 'Date',
}

/**
 * One question as it is typed. The fields of the other kinds stay as they were, so that a kind that is tried and taken back loses nothing.
 * `id` is empty until the question is first saved: it is made from the words then, and stays when they change.
 */
const typed = z.object({
  id: z.string(),
  words: z.string().trim().min(1, 'Write the question.').max(200, 'At most 200 characters.'),
  required: z.boolean(),
  asks: z.enum(ASKS),
  maxLength: z.string().trim(),
  min: z.string().trim(),
  max: z.string().trim(),
  /** One a line. */
  options: z.string(),
  earliest: z.string(),
  latest: z.string(),
})

export type QuestionInput = z.input<typeof typed>

type SentQuestion = NonNullable<RouterInputs['event']['update']['entry']>['players']['questions'][number]

const NUMBER = /^-?\d{1,12}(\.\d{1,6})?$/
const MOST_OPTIONS = 30
const LONGEST_OPTION = 100

/** A question as the event stores it. What the rules of forms have against it (QUESTION-4) is asked of them, with the whole form. */
export const questionField = typed.transform((given, context): SentQuestion => {
  const wrong = (field: keyof QuestionInput, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  const { id, words, required, asks } = given
  const common = { id, words, required }
  const number = (field: 'min' | 'max' | 'maxLength') => {
    if (!NUMBER.test(given[field])) wrong(field, 'A number.')
    return Number(given[field])
  }
  switch (asks) {
    case 'text':
      return { ...common, asks, maxLength: number('maxLength') }
    case 'number':
      return { ...common, asks, min: number('min'), max: number('max') }
    case 'choice': {
      const options = linesOf(given.options)
      if (options.length > MOST_OPTIONS) wrong('options', `At most ${MOST_OPTIONS} options.`)
      if (options.some((option) => option.length > LONGEST_OPTION))
        wrong('options', `An option has at most ${LONGEST_OPTION} characters.`)
      return { ...common, asks, options }
    }
    case 'yes-no':
      return { ...common, asks }
    case 'date':
      return { ...common, asks, earliest: given.earliest || null, latest: given.latest || null }
    default:
      return asks satisfies never
  }
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** A question that is new. */
export const NEW_QUESTION: QuestionInput = {
  id: '',
  words: '',
  required: false,
  asks: 'text',
  maxLength: '200',
  min: '0',
  max: '100',
  options: '',
  earliest: '',
  latest: '',
}

/** A stored question as the form shows it. */
export function questionInput(question: Question): QuestionInput {
  const { id, words, required, asks } = question
  const common = { ...NEW_QUESTION, id, words, required, asks }
  switch (question.asks) {
    case 'text':
      return { ...common, maxLength: String(question.maxLength) }
    case 'number':
      return { ...common, min: String(question.min), max: String(question.max) }
    case 'choice':
      return { ...common, options: question.options.join('\n') }
    case 'yes-no':
      return common
    case 'date':
      return { ...common, earliest: question.earliest ?? '', latest: question.latest ?? '' }
    default:
      return question satisfies never
  }
}

/** The field to look at where the rules of forms have something against a question. */
export function faultyField({ asks }: Pick<Question, 'asks'>): keyof QuestionInput {
  switch (asks) {
    case 'text':
      return 'maxLength'
    case 'number':
      return 'max'
    case 'choice':
      return 'options'
    case 'date':
      return 'latest'
    case 'yes-no':
      return 'words'
    default:
      return asks satisfies never
  }
}

/** The same things with an id each: what has none gets one from its words, once, that nothing else of the list has. */
export function withIds<T extends { readonly id: string }>(list: readonly T[], wordsOf: (one: T) => string): T[] {
  const taken = new Set(list.map(({ id }) => id).filter(Boolean))
  return list.map((one) => {
    if (one.id !== '') return one
    const id = idFrom(wordsOf(one), taken)
    taken.add(id)
    return { ...one, id }
  })
}

const LONGEST_ID = 36

/** Small letters, digits and hyphens, beginning with a letter. Words in other scripts give `q`, with a number behind it. */
function idFrom(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '')
  const first = plain || 'q'
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? first : `${first}-${count}`
    // What every object has already is no name for an answer.
    if (!taken.has(id) && !(id in {})) return id
  }
}

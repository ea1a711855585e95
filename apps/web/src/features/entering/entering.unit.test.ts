import type { Question } from '@gavel/registration'
import { expect, test } from 'vitest'
import { asksBirth, type EntryTyped, emptyEntry, entryFaults, entryOf, refusedFields } from './entry-typed.ts'
import { priceWords } from './price.ts'
import type { AskedTerms } from './terms.ts'

const QUESTIONS: Question[] = [
  { id: 'shirt', words: 'Shirt size', required: true, asks: 'choice', options: ['S', 'M', 'L'] },
  { id: 'overs', words: 'Overs a day', required: false, asks: 'number', min: 0, max: 20 },
  { id: 'keeps', words: 'Can you keep wicket?', required: false, asks: 'yes-no' },
]
const money = (amount: number) => ({ amount, currency: 'INR' })

const TERMS: AskedTerms = {
  kind: 'player',
  ages: { min: 16, max: null },
  categories: [{ id: 'senior', name: 'Seniors', ages: { min: 35, max: null } }],
  questions: QUESTIONS,
  seats: 4,
  fee: money(50_000),
  shares: [],
}
const FREE: AskedTerms = {
  ...TERMS,
  ages: { min: null, max: null },
  categories: [],
  questions: [],
  seats: 1,
  fee: null,
}
const AGE_DAY = '2026-11-20'
const TYPED: EntryTyped = {
  seats: '2',
  born: '1985-02-01',
  category: 'senior',
  answers: { shirt: 'M', overs: ' 12 ', keeps: 'no' },
}

test('ASKED-1 only what the event asks is asked and sent', () => {
  expect(asksBirth(TERMS, '')).toBe(true)
  expect(asksBirth(FREE, '')).toBe(false)
  const byCategory = { ...TERMS, ages: { min: null, max: null } }
  expect([asksBirth(byCategory, ''), asksBirth(byCategory, 'senior')]).toEqual([false, true])
  expect(entryOf(FREE, TYPED)).toEqual({ seats: 1, born: null, category: null, answers: {} })
  expect(entryOf({ ...FREE, questions: QUESTIONS }, { ...emptyEntry(TERMS), answers: { keeps: '' } }).answers).toEqual(
    {},
  )
})

test('ASKED-1 answers are sent in the kind of their question', () => {
  expect(entryOf(TERMS, TYPED)).toEqual({
    seats: 2,
    born: '1985-02-01',
    category: 'senior',
    answers: { shirt: 'M', overs: 12, keeps: false },
  })
  expect(entryFaults(TERMS, AGE_DAY, TYPED)).toEqual([])
})

test('ASKED-2 everything that speaks against an entry is said at once, each at its field', () => {
  const typed = { ...TYPED, seats: '9', born: '2012-01-01', answers: { shirt: '', overs: '1,500', keeps: '' } }
  expect(entryFaults(TERMS, AGE_DAY, typed)).toEqual([
    { field: 'born', words: 'Too young: at least 35 years on 20 November 2026.' },
    { field: 'seats', words: 'From 1 to 4.' },
    { field: 'answers.shirt', words: 'Please answer this.' },
    { field: 'answers.overs', words: 'Give a number from 0 to 20.' },
  ])
  expect(entryFaults(TERMS, AGE_DAY, { ...TYPED, category: '' })).toEqual([
    { field: 'category', words: 'Please choose a category.' },
  ])
  expect(entryFaults(TERMS, AGE_DAY, { ...TYPED, born: '' })).toEqual([
    { field: 'born', words: 'Please give a date of birth.' },
  ])
})

test('ASKED-2 what the server refuses stands at the same fields', () => {
  const answers = { code: 'BAD_ANSWERS', words: 'Some answers need another look.', 'answer.shirt': 'Choose one.' }
  expect(refusedFields(answers)).toEqual([{ field: 'answers.shirt', words: 'Choose one.' }])
  expect(refusedFields({ code: 'TOO_OLD', words: 'Too old.' })).toEqual([{ field: 'born', words: 'Too old.' }])
  expect(refusedFields({ code: 'CLOSED', words: 'Entries closed.' })).toEqual([
    { field: 'root', words: 'Entries closed.' },
  ])
})

test('ASKED-3 the price is said for so many seats or shares', () => {
  expect(priceWords(FREE, 1)).toBe('Free')
  expect(priceWords(TERMS, 1)).toBe('₹500')
  expect(priceWords(TERMS, 3)).toBe('₹500 each, ₹1,500 for 3')
  const shares = [[money(2_000_000)], [money(1_000_000), money(1_000_000)]]
  const team: AskedTerms = { ...TERMS, kind: 'owner', fee: money(2_000_000), shares }
  expect(priceWords(team, 1)).toBe('₹20,000')
  expect(priceWords(team, 2)).toBe('₹10,000, your share of ₹20,000')
})

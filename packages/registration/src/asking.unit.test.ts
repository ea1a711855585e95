import { expect, test } from 'vitest'
import { ageOn, isDay } from './days.ts'
import { leavingGivesBack } from './decide-leaving.ts'
import { applicant, DAY, Desk, HOUR, playersBy, RULES, START } from './given.ts'
import { checkAnswers, formFaults, type Question } from './questions.ts'
import { REFUSAL_CODES, refusalWords } from './refusals.ts'
import { type RefundStep, stepsFit } from './rules.ts'
import { expiresAtMs, stageWords, whyNot, whyNotWords } from './saying.ts'

const FORM: Question[] = [
  { id: 'shirt', words: 'Shirt size?', required: true, asks: 'choice', options: ['S', 'M', 'L'] },
  { id: 'club', words: 'Your club?', required: false, asks: 'text', maxLength: 10 },
  { id: 'years', words: 'Years played?', required: true, asks: 'number', min: 0, max: 60 },
  { id: 'helmet', words: 'Own helmet?', required: true, asks: 'yes-no' },
  { id: 'from', words: 'Free from?', required: false, asks: 'date', earliest: '2026-06-01', latest: '2026-08-31' },
]

test.each([
  ['2000-07-31', '2026-07-31', 26],
  ['2000-08-01', '2026-07-31', 25],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-29', 20],
  ['2026-08-01', '2026-07-31', -1],
])('ELIGIBLE-1 born on %s is, on %s, %d years', (born, day, years) => {
  expect(ageOn(born, day)).toBe(years)
})

test('ELIGIBLE-1 a day is one that the calendar has', () => {
  expect(['2024-02-29', '0099-12-31', '2026-12-31'].filter((day) => !isDay(day))).toEqual([])
  expect(['2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '31-07-2026', '', '2026-7-1'].filter(isDay)).toEqual(
    [],
  )
})

test('ELIGIBLE-2 the ages of the event are kept, in words', () => {
  const desk = new Desk(playersBy({ ages: { min: 16, max: 40 } }))
  const said = (born: string | null) => desk.enter('a', { captain: { born } })
  expect(said(null)?.code).toBe('NO_BIRTH_DATE')
  expect(said('2026-02-30')?.code).toBe('BAD_BIRTH_DATE')
  expect(said('2027-01-01')?.code).toBe('BAD_BIRTH_DATE')
  const young = said('2010-08-01')
  expect(young).toEqual({ code: 'TOO_YOUNG', detail: { age: 16 }, day: '2026-07-31' })
  expect(young && refusalWords(young, 'Asia/Kolkata')).toBe('Too young: at least 16 years on 31 July 2026.')
  expect(said('1985-07-31')?.code).toBe('TOO_OLD')
  expect(said('1985-08-01')).toBeNull()
})

test('ELIGIBLE-3 a category is chosen where there are any, and has ages of its own', () => {
  const juniors = { id: 'u19', name: 'Under 19', ages: { min: null, max: 18 } }
  const desk = new Desk(playersBy({ ages: { min: 10, max: null }, categories: [juniors] }))
  const said = (category: string | null, born = '2010-01-01') => desk.enter('a', { captain: { category, born } })?.code
  expect(said(null)).toBe('NO_CATEGORY')
  expect(said('u99')).toBe('UNKNOWN_CATEGORY')
  expect(said('u19', '2000-01-01')).toBe('TOO_OLD')
  expect(said('u19', '2020-01-01')).toBe('TOO_YOUNG')
  expect(said('u19')).toBeUndefined()
  expect(new Desk().enter('b', { captain: { category: 'u19' } })?.code).toBe('UNKNOWN_CATEGORY')
})

test('QUESTION-1 answers are of their question’s kind and within its bounds', () => {
  const given = { shirt: 'M', years: 12, helmet: false, from: '2026-06-01' }
  expect(checkAnswers(FORM, given)).toEqual({ answers: given })
  const faultOf = (answers: object) => {
    const checked = checkAnswers(FORM, { ...given, ...answers })
    return 'faults' in checked ? checked.faults : []
  }
  expect(faultOf({ shirt: 'XXL' })).toEqual([{ question: 'shirt', words: 'Choose one of the options.' }])
  expect(faultOf({ club: 'x'.repeat(11) })).toEqual([{ question: 'club', words: 'At most 10 characters.' }])
  for (const years of [-1, 61, Number.NaN, Number.POSITIVE_INFINITY, '12', [12]])
    expect(faultOf({ years }), String(years)).toMatchObject([{ question: 'years' }])
  expect(faultOf({ helmet: 'yes' })).toMatchObject([{ question: 'helmet' }])
  for (const from of ['2026-05-31', '2026-09-01', '2026-06-31', 5]) expect(faultOf({ from })).toHaveLength(1)
})

test('QUESTION-2 everything that does not fit is told at once, each at its question', () => {
  const desk = new Desk(playersBy({ questions: FORM }))
  const refusal = desk.enter('a', { captain: { answers: { shirt: 'XXL', years: 99, club: '' } } })
  expect(refusal?.code).toBe('BAD_ANSWERS')
  expect(refusal?.faults?.map(({ question }) => question)).toEqual(['shirt', 'years', 'helmet'])
  expect(refusal?.faults?.every(({ words }) => words.length > 5)).toBe(true)
})

test('QUESTION-3 what the event does not ask is refused; blanks and empty answers are left out', () => {
  expect(checkAnswers(FORM, { constructor: 'x', shirt: 'S', years: 1, helmet: true })).toEqual({
    faults: [{ question: 'constructor', words: 'The event does not ask this.' }],
  })
  const tidied = checkAnswers(FORM, { shirt: ' S ', years: 1, helmet: true, club: '  ', from: null })
  expect(tidied).toEqual({ answers: { shirt: 'S', years: 1, helmet: true } })
})

test('QUESTION-4 a form that cannot be asked is refused with its faults', () => {
  expect(formFaults(FORM)).toEqual([])
  const text = { words: 'Name?', required: true, asks: 'text', maxLength: 10 } as const
  const faulty: Question[] = [
    { ...text, id: 'A B' },
    { ...text, id: 'twice' },
    { ...text, id: 'twice' },
    { ...text, id: 'blank', words: ' ' },
    { ...text, id: 'long', maxLength: 5_000 },
    { id: 'number', words: 'n?', required: true, asks: 'number', min: 2, max: 1 },
    { id: 'one', words: 'n?', required: true, asks: 'choice', options: ['A', 'A'] },
    { id: 'empty', words: 'n?', required: true, asks: 'choice', options: ['A', ' '] },
    { id: 'date', words: 'n?', required: true, asks: 'date', earliest: '2026-02-30', latest: null },
    { id: 'wrong-way', words: 'n?', required: true, asks: 'date', earliest: '2026-02-02', latest: '2026-02-01' },
  ]
  expect(formFaults(faulty).map(({ question }) => question)).toEqual([
    'A B',
    'twice',
    'blank',
    'long',
    'number',
    'one',
    'empty',
    'date',
    'wrong-way',
  ])
  const many = Array.from({ length: 41 }, (_, n): Question => ({ ...text, id: `q${n}` }))
  expect(formFaults(many)).toEqual([{ question: '', words: 'A form asks at most 40 questions.' }])
})

test('WITHDRAW-3 steps fall with time, and what is told is what is done', () => {
  const fits = (...steps: [number, number][]) =>
    stepsFit(steps.map(([untilMs, percent]): RefundStep => ({ untilMs, percent })))
  expect([fits(), fits([1, 100]), fits([1, 100], [2, 50], [3, 0])]).toEqual([true, true, true])
  expect([fits([2, 100], [1, 50]), fits([1, 50], [2, 50]), fits([1, 101]), fits([1, -1]), fits([1, 0.5])]).toEqual(
    Array(5).fill(false),
  )
  const desk = new Desk().comes('a').pays('a')
  desk.nowMs = START + 12 * DAY
  const told = leavingGivesBack(desk.of('a'), false, desk.context('a'))
  desk.does('a', { type: 'Withdraw', by: 'p-a', asOrganiser: false })
  expect(desk.of('a').returned).toMatchObject([{ percent: told }])
})

test('TOLD-1 each refusal is a sentence, with times in the event’s own zone', () => {
  for (const code of REFUSAL_CODES) {
    const detail = { opensAtMs: START, closesAtMs: START, untilMs: START, age: 18, max: 32 }
    const words = refusalWords({ code, detail, day: '2026-07-31' }, 'Asia/Kolkata')
    expect(words, code).toMatch(/^[A-Z][^{}?]+\.$/)
  }
  expect(refusalWords({ code: 'CLOSED', detail: { closesAtMs: START } }, 'Asia/Kolkata')).toBe(
    'Entries closed on 1 June 2026 at 10:00.',
  )
  expect(refusalWords({ code: 'TOO_YOUNG' }, 'UTC')).toBe('Too young: at least ? years on ?.')
})

test('TOLD-2 what may be done is answered by doing it, and nothing changes', () => {
  const desk = new Desk().comes('a')
  const before = desk.of('a')
  expect(whyNot(before, { type: 'Accept' }, desk.context('a'))).toEqual({ code: 'NO_OFFER' })
  expect(whyNotWords(before, { type: 'Accept' }, desk.context('a'))).toBe('No place is on offer for you just now.')
  expect(whyNotWords(before, { type: 'Withdraw', by: 'p-a', asOrganiser: false }, desk.context('a'))).toBeNull()
  expect(whyNot(null, { type: 'Settle' }, desk.context('b'))?.code).toBe('NO_ENTRY')
  expect(desk.of('a')).toBe(before)
})

test('TOLD-3 each stage is said, with what comes next', () => {
  const desk = new Desk(playersBy({ approval: true }, {}), { player: 2 })
  const said = (id: string) => stageWords(desk.of(id), desk.context(id))
  desk.enter('a')
  expect([said('a'), expiresAtMs(desk.of('a'))]).toEqual([expect.stringContaining('arrived'), null])
  desk.does('a', { type: 'Settle' }).comes('b', 'c')
  expect(said('a')).toContain('until the organiser lets you in')
  desk.does('a', { type: 'Approve', by: 'boss' })
  expect(said('a')).toBe('Your place is held until 1 June 2026 at 11:00. Pay the fee until then to be in.')
  expect(expiresAtMs(desk.of('a'))).toBe(START + HOUR + 2_000)
  desk.does('b', { type: 'TurnAway', by: 'boss', why: 'No bowlers left.' }).settleAll()
  expect(said('b')).toBe('Your entry was not accepted: No bowlers left.')
  expect([said('c'), expiresAtMs(desk.of('c'))]).toEqual([
    expect.stringContaining('Take it before'),
    desk.nowMs + 2 * HOUR,
  ])
  desk.passes(2 * HOUR)
  expect([said('a'), said('c')]).toEqual([
    expect.stringContaining('not paid for in time'),
    expect.stringContaining('went to the next in line'),
  ])
  desk.comes('a').does('a', { type: 'Approve', by: 'boss' }).pays('a')
  expect(said('a')).toBe('You are in.')
  desk.does('a', { type: 'Withdraw', by: 'p-a', asOrganiser: false })
  expect(said('a')).toBe('This entry was withdrawn.')
})

test('TOLD-3 a group is told what is missing', () => {
  const desk = new Desk(RULES, { player: 3 })
  desk.enter('g', { seats: 3 })
  desk.does('g', { type: 'Settle' }).pays('g')
  desk.does('g', { type: 'TakeSeat', seat: null, applicant: applicant('m1') })
  expect(stageWords(desk.of('g'), desk.context('g'))).toContain('1 of 3 seats are open, 2 of 3 are not paid.')
})

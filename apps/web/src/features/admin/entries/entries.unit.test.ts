import { decimalsOf } from '@gavel/payments'
import type { Question } from '@gavel/registration'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanText, spanTyped, spanWords } from '../../entering/spans.ts'
import { sayEntryChanges } from './entries-changes.ts'
import { type EntriesInput, type EventEntry, entriesInput, entriesSchema, shownKind } from './entries-schema.ts'
import { feeMeaning, groupEndMeaning, offersMeaning, refundsMeaning, windowMeaning } from './meaning.ts'
import { amountAsTyped, feeOrNone } from './money-typed.ts'
import { NEW_QUESTION } from './question-fields.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MEANT = { currency: 'INR', timeZone: 'Asia/Kolkata' }
const at = (day: number, hour = 10) => Date.UTC(2026, 10, day, hour)

const QUESTIONS: Question[] = [
  { id: 'shirt', words: 'Shirt size', required: true, asks: 'choice', options: ['S', 'M', 'L'] },
  { id: 'phone', words: 'Emergency number', required: false, asks: 'text', maxLength: 40 },
  { id: 'overs', words: 'Overs a day', required: false, asks: 'number', min: 0, max: 20.5 },
  { id: 'keeps', words: 'Can you keep wicket?', required: true, asks: 'yes-no' },
  { id: 'free', words: 'Free from', required: false, asks: 'date', earliest: '2026-11-01', latest: null },
]

const STORED: EventEntry = {
  players: {
    opensAtMs: at(1),
    closesAtMs: at(18),
    ages: { min: 16, max: 45 },
    categories: [{ id: 'senior', name: 'Seniors', ages: { min: 35, max: null } }],
    questions: QUESTIONS,
    fee: 50_050,
    seats: 4,
  },
  owners: {
    opensAtMs: null,
    closesAtMs: null,
    ages: { min: null, max: null },
    categories: [],
    questions: [],
    fee: 2_000_000,
    seats: 3,
  },
  ageDay: '2026-09-01',
  payMs: 30 * MINUTE,
  slowMs: 5 * DAY,
  offerMs: 2 * 60 * MINUTE,
  offersUntilMs: at(19),
  groupEnd: 'each',
  refunds: [
    { untilMs: at(10), percent: 100 },
    { untilMs: at(15), percent: 50 },
  ],
}

const read = (change: (input: EntriesInput) => EntriesInput) =>
  entriesSchema(MEANT).safeParse(change(entriesInput(STORED, MEANT)))
/** Where something is wrong, as `players.fee`. */
const faults = (change: (input: EntriesInput) => EntriesInput) =>
  Object.fromEntries(read(change).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [])
const players = (change: Partial<EntriesInput['players']>) => (input: EntriesInput) => ({
  ...input,
  players: { ...input.players, ...change },
})
const owners = (change: Partial<EntriesInput['owners']>) => (input: EntriesInput) => ({
  ...input,
  owners: { ...input.owners, ...change },
})

test('ENTRIES-1 what is stored goes through the form as it was', () => {
  expect(read((input) => input).data).toEqual(STORED)
  expect(sayEntryChanges(STORED, read((input) => input).data ?? STORED, MEANT)).toEqual([])
})

test('ENTRIES-2 any amount is shown so that it reads back as itself, and none is rounded', () => {
  const currencies = fc.constantFrom('INR', 'JPY', 'KWD')
  fc.assert(
    fc.property(currencies, fc.integer({ min: 1, max: 9_000_000 }), (currency, steps) => {
      const amount = steps * (currency === 'KWD' ? 10 : 1) + 20_000
      expect(feeOrNone(currency).parse(amountAsTyped({ amount, currency }))).toBe(amount)
    }),
  )
  expect(amountAsTyped({ amount: 50_050, currency: 'INR' })).toBe('500.50')
  expect(amountAsTyped({ amount: 5, currency: 'INR' })).toBe('0.05')
  expect(decimalsOf('JPY')).toBe(0)
  expect(feeOrNone('INR').parse('')).toBeNull()
  expect(feeOrNone('INR').parse('₹1,500')).toBe(150_000)
})

test('ENTRIES-2 what is no amount, or none that can be charged, says so at its field', () => {
  expect(faults(players({ fee: 'lots' }))).toEqual({
    'players.fee': 'An amount, such as ₹1,500; empty where it costs nothing.',
  })
  expect(faults(players({ fee: '0.20' }))).toEqual({ 'players.fee': 'The least that can be charged is ₹0.50.' })
  expect(faults(owners({ fee: '10', seats: '32' }))).toEqual({
    'owners.seats': 'A share is too small. The least that can be charged is ₹0.50.',
  })
})

test('ENTRIES-2 lengths of time are typed with their unit', () => {
  expect(['30 min', '2h', '3 days', '1 D', '90 minutes'].map(spanTyped)).toEqual([
    30 * MINUTE,
    120 * MINUTE,
    3 * DAY,
    DAY,
    90 * MINUTE,
  ])
  expect(['30', '', 'soon', '1.5 h', '2 weeks'].map(spanTyped)).toEqual([null, null, null, null, null])
  expect([30 * MINUTE, 90 * MINUTE, 120 * MINUTE, DAY].map(spanText)).toEqual(['30 min', '90 min', '2 h', '1 d'])
  expect([MINUTE, 2 * DAY].map(spanWords)).toEqual(['1 minute', '2 days'])
  expect(faults((input) => ({ ...input, pay: '1 min' }))).toEqual({
    pay: 'From 5 minutes to 30 days, such as 30 min, 2 h or 3 days.',
  })
})

test('ENTRIES-2 times are those of the event’s zone; a time for offers is read only where offers are made', () => {
  expect(read(players({ opensAt: '2026-11-02T09:30' })).data?.players.opensAtMs).toBe(Date.UTC(2026, 10, 2, 4, 0))
  expect(read((input) => ({ ...input, offers: 'at-once', offer: 'nonsense' })).data?.offerMs).toBeNull()
  expect(Object.keys(faults((input) => ({ ...input, offer: 'nonsense' })))).toEqual(['offer'])
})

test('ENTRIES-3 a question gets its id from its words once, and keeps it when they change', () => {
  const ask = (words: string, id = '') => ({ ...NEW_QUESTION, id, words })
  const ids = (questions: EntriesInput['players']['questions']) =>
    read(players({ questions })).data?.players.questions.map(({ id }) => id)
  expect(
    ids([
      ask('Größe des Hemds?'),
      ask('Shirt size'),
      ask('Shirt size'),
      ask('3rd choice'),
      ask('शर्ट'),
      ask('Constructor'),
    ]),
  ).toEqual(['gro-e-des-hemds', 'shirt-size', 'shirt-size-2', 'rd-choice', 'q', 'constructor-2'])
  expect(ids([ask('Shirt size'), ask('Quite another question', 'shirt-size')])).toEqual(['shirt-size-2', 'shirt-size'])
})

test('ENTRIES-3 any words give ids that a form can be asked with', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), { maxLength: 12 }), (all) => {
      const questions = all.filter((words) => words.trim() !== '').map((words) => ({ ...NEW_QUESTION, words }))
      const parsed = read(players({ questions }))
      expect(parsed.success || parsed.error.issues.every(({ path }) => path.at(-1) === 'words')).toBe(true)
      const ids = parsed.data?.players.questions.map(({ id }) => id) ?? []
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('ENTRIES-4 what contradicts itself is said at the field to look at', () => {
  expect(faults(players({ closesAt: '2026-10-01T10:00' }))).toEqual({
    'players.closesAt': 'Entries close after they open.',
  })
  expect(faults(players({ ageMax: '12' }))).toEqual({ 'players.ageMax': 'The highest age is below the lowest.' })
  const asks = (change: Partial<typeof NEW_QUESTION>) =>
    faults(players({ questions: [{ ...NEW_QUESTION, words: 'What?', ...change }] }))
  expect(asks({ words: ' ' })).toEqual({ 'players.questions.0.words': 'Write the question.' })
  expect(asks({ asks: 'choice', options: 'One\n\n' })).toEqual({
    'players.questions.0.options': 'Give at least two different options.',
  })
  expect(asks({ asks: 'number', min: '5', max: '4' })).toEqual({
    'players.questions.0.max': 'The lowest number is above the highest.',
  })
  expect(asks({ asks: 'number', min: 'few' })).toMatchObject({ 'players.questions.0.min': 'A number.' })
  expect(asks({ asks: 'text', maxLength: '9000' })).toEqual({
    'players.questions.0.maxLength': 'A text has 1 to 2000 characters.',
  })
  expect(asks({ asks: 'date', earliest: '2026-11-02', latest: '2026-11-01' })).toEqual({
    'players.questions.0.latest': 'The first day is after the last.',
  })
})

test('ENTRIES-4 refund steps are stored in the order of their times; a later one gives back less', () => {
  const steps =
    (...rows: [string, string][]) =>
    (input: EntriesInput) => ({
      ...input,
      refunds: rows.map(([until, percent]) => ({ until, percent })),
    })
  const [early, late] = ['2026-11-10T12:00', '2026-11-15T12:00']
  expect(read(steps([late, '50'], [early, '100'])).data?.refunds.map(({ percent }) => percent)).toEqual([100, 50])
  expect(faults(steps([early, '50'], [late, '80']))).toEqual({
    'refunds.1.percent': 'Later than another step, it gives back less.',
  })
  expect(faults(steps(['', '50']))).toEqual({ 'refunds.0.until': 'Say until when.' })
  expect(Object.keys(faults(steps([early, '101'])))).toEqual(['refunds.0.percent'])
})

test('ENTRIES-5 every change is said, from what to what', () => {
  const [shirt, phone] = QUESTIONS
  if (!shirt || !phone) throw new Error('no questions')
  const after: EventEntry = {
    ...STORED,
    players: {
      ...STORED.players,
      fee: null,
      ages: { min: 18, max: null },
      questions: [{ ...phone, words: 'Whom to call' }, shirt],
    },
    offerMs: null,
    refunds: [],
  }
  const said = sayEntryChanges(STORED, after, MEANT)
  expect(said).toEqual(
    expect.arrayContaining([
      { label: 'Players: fee', from: '₹500.50', to: 'none' },
      { label: 'Players: ages', from: '16 to 45', to: 'from 18' },
      { label: 'Places for who waits', from: 'offered for 2 hours', to: 'given at once' },
      { label: 'Players: “Overs a day”', from: 'a number from 0 to 20.5', to: 'removed' },
    ]),
  )
  expect(said.find(({ label }) => label.includes('Whom to call'))?.to).toContain('was: Players: “Emergency number”')
  expect(said.at(-1)).toEqual({
    label: 'Players: order of the questions',
    from: 'Shirt size, Emergency number',
    to: 'Whom to call, Shirt size',
  })
})

test('ENTRIES-6 each choice says what it means for people', () => {
  expect(windowMeaning('players', STORED.players, MEANT)).toBe(
    'Players enter from Sun 1 Nov, 15:30 in Kolkata, until Wed 18 Nov, 15:30 in Kolkata.',
  )
  expect(windowMeaning('owners', STORED.owners, MEANT)).toBe(
    'Teams enter as soon as the event is published, until the auction starts.',
  )
  expect(feeMeaning('owners', STORED.owners, MEANT)).toContain('in 3 shares each is ₹6,666.66 or ₹6,666.67')
  expect(feeMeaning('players', { fee: null, seats: 1 }, MEANT)).toBe('Entering costs a player nothing.')
  expect(offersMeaning(STORED, MEANT)).toContain('has 2 hours to take the place')
  expect(groupEndMeaning({ groupEnd: 'whole' })).toContain('nobody of it is in')
  expect(refundsMeaning(STORED, MEANT)).toEqual([
    'Leaving before Tue 10 Nov, 15:30 in Kolkata gives back 100 %: ₹500.50 of a player’s fee.',
    'Leaving before Sun 15 Nov, 15:30 in Kolkata gives back 50 %: ₹250.25 of a player’s fee.',
    'Leaving after Sun 15 Nov, 15:30 in Kolkata gives nothing back.',
    'Who leaves before being confirmed, or is taken out by you, always gets everything back.',
  ])
})

test('ENTRIES-7 the preview draws what can be read while the rest is still being written', () => {
  const input = entriesInput(STORED, MEANT).players
  const half = { ...NEW_QUESTION, words: '' }
  const shown = shownKind({ ...input, fee: '12 something', ageMin: 'x', questions: [...input.questions, half] }, MEANT)
  expect(shown.fee).toBeNull()
  expect(shown.ages).toEqual({ min: null, max: 45 })
  expect(shown.questions).toEqual(QUESTIONS)
})

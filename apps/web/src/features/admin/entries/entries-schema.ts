import type { EventSetup, RouterInputs } from '@gavel/api'
import { chargeRefusal, sharesOf } from '@gavel/payments'
import { type Ages, formFaults, isDay, MAX_QUESTIONS, MAX_SEATS, stepsFit } from '@gavel/registration'
import { z } from 'zod'
import { span, spanText } from '../../entering/spans.ts'
import { localFromMoment, momentFromLocal } from '../../events/when.ts'
import { whole, wholeOrNone } from '../rules/fields.ts'
import { amountAsTyped, feeOrNone } from './money-typed.ts'
import { faultyField, questionField, questionInput, withIds } from './question-fields.ts'

/** How an event takes entries, as it is stored, and as it is sent. */
export type EventEntry = EventSetup['event']['entry']
export type EntryUpdate = NonNullable<RouterInputs['event']['update']['entry']>
export type KindEntry = EventEntry['players']
/** The two parts of the form that are alike. */
export type KindName = 'players' | 'owners'
/** In what the form's amounts and times are meant. */
export type Meant = { currency: string; timeZone: string }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The bounds of the server. */
const LEAST_HOLD_MS = 5 * MINUTE
const MOST_HOLD_MS = 30 * DAY
const MOST_CATEGORIES = 30
const MOST_STEPS = 10

export { MAX_QUESTIONS, MAX_SEATS, MOST_CATEGORIES, MOST_STEPS }

const TURNED_AGES = 'The highest age is below the lowest.'

/** Empty: none. */
const momentOrNone = (timeZone: string) =>
  z.string().transform((local, context): number | null => {
    if (local === '') return null
    const atMs = momentFromLocal(local, timeZone)
    if (atMs !== null) return atMs
    context.addIssue({ code: 'custom', message: 'This is no date and time.' })
    return z.NEVER
  })

const dayOrNone = z
  .string()
  .refine((text) => text === '' || isDay(text), 'This is no date.')
  .transform((text) => text || null)

const age = wholeOrNone(0, 120)

const category = z
  .object({
    id: z.string(),
    name: z.string().trim().min(1, 'Name the category.').max(60, 'At most 60 characters.'),
    ageMin: age,
    ageMax: age,
  })
  .transform(({ id, name, ageMin, ageMax }, context) => {
    if (isTurned({ min: ageMin, max: ageMax }))
      context.addIssue({ code: 'custom', path: ['ageMax'], message: TURNED_AGES })
    return { id, name, ages: { min: ageMin, max: ageMax } }
  })

const seatsField = whole(1, MAX_SEATS)

/** One kind of entry. Parsed, it is what the event stores of it. */
export const kindField = ({ currency, timeZone }: Meant, name: KindName) =>
  z
    .object({
      opensAt: momentOrNone(timeZone),
      closesAt: momentOrNone(timeZone),
      ageMin: age,
      ageMax: age,
      categories: z.array(category).max(MOST_CATEGORIES),
      questions: z.array(questionField).max(MAX_QUESTIONS),
      fee: feeOrNone(currency),
      seats: seatsField,
    })
    .transform((given, context): EntryUpdate['players'] => {
      const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
      const { opensAt, closesAt, ageMin, ageMax, fee, seats } = given
      if (opensAt !== null && closesAt !== null && closesAt <= opensAt)
        wrong(['closesAt'], 'Entries close after they open.')
      const ages = { min: ageMin, max: ageMax }
      if (isTurned(ages)) wrong(['ageMax'], TURNED_AGES)
      const share = name === 'owners' && fee !== null ? sharesOf({ amount: fee, currency }, seats).at(-1) : undefined
      const refused = share && chargeRefusal(share)
      if (refused) wrong(['seats'], `A share is too small. ${refused.words}`)
      const questions = withIds(given.questions, ({ words }) => words)
      for (const fault of formFaults(questions)) {
        const i = questions.findIndex(({ id }) => id === fault.question)
        const question = questions[i]
        if (question) wrong(['questions', i, faultyField(question)], fault.words)
      }
      return {
        ...{ opensAtMs: opensAt, closesAtMs: closesAt, ages, fee, seats, questions },
        categories: withIds(given.categories, (one) => one.name),
      }
    })

const refundSteps = (timeZone: string) =>
  z
    .array(z.object({ until: momentOrNone(timeZone), percent: whole(0, 100) }))
    .max(MOST_STEPS)
    .transform((rows, context) => {
      const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
      const steps = rows.map(({ until, percent }, i) => {
        if (until === null) wrong([i, 'until'], 'Say until when.')
        return { untilMs: until ?? 0, percent, i }
      })
      // In the order of their times, however they were typed; what contradicts is said at the row that it is in.
      const sorted = steps.toSorted((one, other) => one.untilMs - other.untilMs)
      sorted.forEach((step, at) => {
        const before = sorted[at - 1]
        if (before && !stepsFit([before, step]))
          wrong([step.i, 'percent'], 'Later than another step, it gives back less.')
      })
      return sorted.map(({ untilMs, percent }) => ({ untilMs, percent }))
    })

/** Everything that an organiser says about entering. Parsed, it is what the event stores, with an id for every question and category. */
export const entriesSchema = (meant: Meant) =>
  z
    .object({
      players: kindField(meant, 'players'),
      owners: kindField(meant, 'owners'),
      ageDay: dayOrNone,
      pay: span(LEAST_HOLD_MS, MOST_HOLD_MS),
      slow: span(DAY, MOST_HOLD_MS),
      offers: z.enum(['at-once', 'asked']),
      offer: z.string(),
      offersUntil: momentOrNone(meant.timeZone),
      groupEnd: z.enum(['whole', 'each']),
      refunds: refundSteps(meant.timeZone),
    })
    .transform(({ players, owners, ageDay, ...given }, context): EntryUpdate => {
      // What is off is not read: a time that was tried there is no mistake.
      const offer = given.offers === 'asked' ? offerSpan.safeParse(given.offer) : null
      if (offer && !offer.success)
        context.addIssue({ code: 'custom', path: ['offer'], message: offer.error.issues[0]?.message ?? '' })
      return {
        ...{ players, owners, ageDay, payMs: given.pay, slowMs: given.slow },
        offerMs: offer?.data ?? null,
        offersUntilMs: given.offersUntil,
        groupEnd: given.groupEnd,
        refunds: given.refunds,
      }
    })

const offerSpan = span(LEAST_HOLD_MS, MOST_HOLD_MS)

export type EntriesInput = z.input<ReturnType<typeof entriesSchema>>

/** What is stored as the form shows it. */
export function entriesInput(entry: EventEntry, meant: Meant): EntriesInput {
  const local = (atMs: number | null) => (atMs === null ? '' : localFromMoment(atMs, meant.timeZone))
  const kind = (one: KindEntry): EntriesInput['players'] => ({
    opensAt: local(one.opensAtMs),
    closesAt: local(one.closesAtMs),
    ...agesInput(one.ages),
    categories: one.categories.map(({ id, name, ages }) => ({ id, name, ...agesInput(ages) })),
    questions: one.questions.map(questionInput),
    fee: one.fee === null ? '' : amountAsTyped({ amount: one.fee, currency: meant.currency }),
    seats: String(one.seats),
  })
  return {
    players: kind(entry.players),
    owners: kind(entry.owners),
    ageDay: entry.ageDay ?? '',
    pay: spanText(entry.payMs),
    slow: spanText(entry.slowMs),
    offers: entry.offerMs === null ? 'at-once' : 'asked',
    offer: spanText(entry.offerMs ?? FIRST_OFFER_MS),
    offersUntil: local(entry.offersUntilMs),
    groupEnd: entry.groupEnd,
    refunds: entry.refunds.map(({ untilMs, percent }) => ({ until: local(untilMs), percent: String(percent) })),
  }
}

/** What an organiser who turns offers on begins with. */
const FIRST_OFFER_MS = 24 * HOUR

/** What the form of a person can be drawn from while the desk's is written: all that can be read already. */
export function shownKind(
  given: EntriesInput['players'],
  { currency }: Meant,
): Pick<KindEntry, 'ages' | 'categories' | 'questions' | 'fee' | 'seats'> {
  const read = <T>(field: z.ZodType<T, string>, text: string): T | null => field.safeParse(text).data ?? null
  const each = <In, Out>(field: z.ZodType<Out, In>, list: readonly In[]): Out[] =>
    list.flatMap((one) => field.safeParse(one).data ?? [])
  return {
    ages: { min: read(age, given.ageMin), max: read(age, given.ageMax) },
    categories: withIds(each(category, given.categories), ({ name }) => name),
    questions: withIds(each(questionField, given.questions), ({ words }) => words),
    fee: read(feeOrNone(currency), given.fee),
    seats: read(seatsField, given.seats) ?? 1,
  }
}

const agesInput = ({ min, max }: Ages) => ({
  ageMin: min === null ? '' : String(min),
  ageMax: max === null ? '' : String(max),
})

const isTurned = ({ min, max }: Ages) => min !== null && max !== null && max < min

import type { Event, EventEntry, KindEntry } from '@gavel/db'
import { chargeRefusal, sharesOf } from '@gavel/payments'
import { formFaults, MAX_QUESTIONS, MAX_SEATS, stepsFit } from '@gavel/registration'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { timeMs } from './input.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const day = z.iso.date()
const words = z.string().trim().min(1).max(200)
const required = z.boolean()
const id = z.string().min(1).max(40)
const age = z.number().int().min(0).max(120).nullable()
const ages = z.strictObject({ min: age, max: age })

const question = z.discriminatedUnion('asks', [
  z.strictObject({ id, words, required, asks: z.literal('text'), maxLength: z.number().int().min(1).max(2_000) }),
  z.strictObject({ id, words, required, asks: z.literal('number'), min: z.number(), max: z.number() }),
  z.strictObject({
    id,
    words,
    required,
    asks: z.literal('choice'),
    options: z.array(z.string().trim().max(100)).min(1).max(30),
  }),
  z.strictObject({ id, words, required, asks: z.literal('yes-no') }),
  z.strictObject({ id, words, required, asks: z.literal('date'), earliest: day.nullable(), latest: day.nullable() }),
])

const kind = z.strictObject({
  opensAtMs: timeMs.nullable(),
  closesAtMs: timeMs.nullable(),
  ages,
  categories: z.array(z.strictObject({ id, name: z.string().trim().min(1).max(60), ages })).max(30),
  questions: z.array(question).max(MAX_QUESTIONS),
  fee: z.number().int().positive().nullable(),
  seats: z.number().int().min(1).max(MAX_SEATS),
})

/** How an event takes entries, as its organiser sends it: the whole of it. */
export const entryInput = z.strictObject({
  players: kind,
  owners: kind,
  ageDay: day.nullable(),
  payMs: z
    .number()
    .int()
    .min(5 * MINUTE)
    .max(30 * DAY),
  slowMs: z
    .number()
    .int()
    .min(DAY)
    .max(30 * DAY),
  offerMs: z
    .number()
    .int()
    .min(5 * MINUTE)
    .max(30 * DAY)
    .nullable(),
  offersUntilMs: timeMs.nullable(),
  groupEnd: z.enum(['whole', 'each']),
  refunds: z.array(z.strictObject({ untilMs: timeMs, percent: z.number().int().min(0).max(100) })).max(10),
})

/** What its parts contradict each other in. @throws AppError EVENT.BAD_ENTRY naming the first */
export const refuseBadEntry = (entry: EventEntry, { currency }: Pick<Event, 'currency'>): void => {
  for (const [name, one] of [
    ['players', entry.players],
    ['teams', entry.owners],
  ] as const) {
    const reason = kindFault(one, currency, name === 'players' ? 1 : one.seats)
    if (reason !== null) throw new AppError('EVENT.BAD_ENTRY', { reason, of: name })
  }
  if (!stepsFit(entry.refunds))
    throw new AppError('EVENT.BAD_ENTRY', {
      reason: 'Each step of the refunds is later than the one before, and gives back less.',
    })
}

const kindFault = ({ opensAtMs, closesAtMs, ages: whole, ...kind }: KindEntry, currency: string, shares: number) => {
  if (opensAtMs !== null && closesAtMs !== null && closesAtMs <= opensAtMs) return 'Entries close before they open.'
  const turned = [whole, ...kind.categories.map((category) => category.ages)].some(
    ({ min, max }) => min !== null && max !== null && max < min,
  )
  if (turned) return 'The highest age is below the lowest.'
  if (new Set(kind.categories.map((category) => category.id)).size < kind.categories.length)
    return 'Two categories have the same id.'
  const [fault] = formFaults(kind.questions)
  if (fault) return fault.words
  if (kind.fee === null) return null
  const least = sharesOf({ amount: kind.fee, currency }, shares).at(-1)
  return chargeRefusal({ amount: kind.fee, currency })?.words ?? (least && chargeRefusal(least)?.words) ?? null
}

import { countsInLakh } from '@gavel/auction'
import { z } from 'zod'
import { amountFrom } from './amount.ts'

// What the fields of a form about rules may hold: what is typed is text, what comes out are numbers in their units.

/** A field that holds a whole number. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      message: `A whole number from ${min} to ${max}.`,
    })
    .transform(Number)

/** Empty: none. */
export const wholeOrNone = (min: number, max: number) => z.union([z.literal('').transform(() => null), whole(min, max)])

const UNITS = { s: 1, min: 60, h: 3_600, d: 86_400 } as const
const isUnit = (unit: string): unit is keyof typeof UNITS => unit in UNITS

/** A field that holds a time, in seconds or with a unit: `30`, `5 min`, `9 h`, `2 d`. What comes out are seconds. */
export const seconds = (min: number, max: number) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const [, count = '', said] = /^(\d{1,6}) ?([a-z]*)$/.exec(text) ?? []
      const unit = said || 's'
      const found = count === '' || !isUnit(unit) ? Number.NaN : Number(count) * UNITS[unit]
      if (found >= min && found <= max) return found
      context.addIssue({
        code: 'custom',
        message: `A time from ${min} s to ${secondsText(max)}, such as 30, 5 min or 9 h.`,
      })
      return z.NEVER
    })

/** Empty: no limit. */
export const secondsOrNone = (min: number, max: number) =>
  z.union([z.literal('').transform(() => null), seconds(min, max)])

/** The same as it would be typed: whole days, hours and minutes where it is long. */
export function secondsText(count: number): string {
  const unit = (['d', 'h', 'min'] as const).find((each) => count >= 600 && count % UNITS[each] === 0)
  return unit ? `${count / UNITS[unit]} ${unit}` : String(count)
}

const example = (currency: string) => (countsInLakh(currency) ? '5 crore or 50 lakh' : '1,500')

/** A field that holds an amount of money. */
export const money = (currency: string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const amount = amountFrom(text, currency)
      if (amount !== null) return amount
      context.addIssue({ code: 'custom', message: `An amount, such as ${example(currency)}.` })
      return z.NEVER
    })

/** Empty: none. */
export const moneyOrNone = (currency: string) => z.union([z.literal('').transform(() => null), money(currency)])

/** Amounts, one a line, going up. */
export const amounts = (currency: string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const found = linesOf(text).map((line) => amountFrom(line, currency))
      const wrong = found.findIndex((amount, at) => amount === null || amount <= (found[at - 1] ?? 0))
      if (found.length > 0 && wrong < 0) return found.filter((amount) => amount !== null)
      context.addIssue({
        code: 'custom',
        message: `One amount a line, going up, such as ${example(currency)}${wrong > 0 ? `: see line ${wrong + 1}` : ''}.`,
      })
      return z.NEVER
    })

/** A ladder: on each line from which price on a bid adds how much. The first line is from 0. */
export const bands = (currency: string) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const found = linesOf(text).map((line) => {
        const [start = '', step = ''] = line.split(':')
        const from = start.trim() === '0' ? 0 : amountFrom(start, currency)
        const adds = amountFrom(step, currency)
        return from === null || adds === null ? null : { from, step: adds }
      })
      const wrong = found.findIndex(
        (band, at) => !band || (at === 0 ? band.from !== 0 : band.from <= (found[at - 1]?.from ?? 0)),
      )
      if (found.length > 0 && wrong < 0) return found.filter((band) => band !== null)
      context.addIssue({
        code: 'custom',
        message: `Line ${Math.max(wrong, 0) + 1} should say from which price on a bid adds how much, such as “${wrong > 0 ? example(currency).split(' or ')[0] : '0'}: ${example(currency).split(' or ').at(-1)}”, and prices go up.`,
      })
      return z.NEVER
    })

/** Whole numbers with commas between. */
export const counts = (max: number) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const found = text.split(',').map((part) => part.trim())
      if (found.every((part) => /^\d{1,2}$/.test(part) && Number(part) <= max)) return found.map(Number)
      context.addIssue({ code: 'custom', message: `Whole numbers up to ${max} with commas, such as 6, 5, 4.` })
      return z.NEVER
    })

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

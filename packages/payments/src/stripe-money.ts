// Stripe's units, at Stripe's edge alone (MONEY-2, MONEY-3). Source: https://docs.stripe.com/currencies
import { decimalsOf, type Money, moneyWords, stepOf } from './money.ts'
import type { Attempt } from './payment.ts'

/** Where Stripe counts otherwise than ISO 4217. */
const STRIPE_DECIMALS: Readonly<Record<string, number>> = { MGA: 0, ISK: 2, UGX: 2 }
/** In ISO units that Stripe has no amounts for. */
const NOT_AT_STRIPE = new Set('CLF IQD LYD UYI UYW'.split(' '))

/** The least that a card can be charged, in ISO units; 1 where Stripe says nothing. */
const LEAST: Readonly<Record<string, number>> = {
  ...{ AED: 200, AUD: 50, BRL: 50, CAD: 50, CHF: 50, CZK: 1_500, DKK: 250, EUR: 50, GBP: 30, HKD: 400 },
  ...{ HUF: 17_500, INR: 50, JPY: 50, MXN: 1_000, MYR: 200, NOK: 300, NZD: 50, PLN: 200, RON: 200, SEK: 300 },
  ...{ SGD: 50, THB: 1_000, USD: 50 },
}
/** Eight digits in Stripe's unit. */
const MOST_AT_STRIPE = 99_999_999

export type MoneyRefusal = {
  readonly code: 'NO_CURRENCY' | 'NOT_WHOLE' | 'TOO_SMALL' | 'TOO_LARGE' | 'UNEVEN'
  readonly words: string
}

/** Money as Stripe writes it: its unit, its small letters. */
export function toStripe({ amount, currency }: Money): { amount: number; currency: string } {
  const more = (STRIPE_DECIMALS[currency] ?? decimalsOf(currency)) - decimalsOf(currency)
  const scaled = more >= 0 ? amount * 10 ** more : amount / 10 ** -more
  if (!Number.isSafeInteger(scaled)) throw new Error(`${amount} ${currency} cannot be said to Stripe`)
  return { amount: scaled, currency: currency.toLowerCase() }
}

/** Money that Stripe tells of. A fraction that ISO does not have (half a króna) is a bug or a lie, and throws. */
export function fromStripe(amount: number, stripeCurrency: string): Money {
  const currency = stripeCurrency.toUpperCase()
  const more = decimalsOf(currency) - (STRIPE_DECIMALS[currency] ?? decimalsOf(currency))
  const scaled = more >= 0 ? amount * 10 ** more : amount / 10 ** -more
  if (!Number.isSafeInteger(scaled)) throw new Error(`${amount} ${stripeCurrency} of Stripe is no amount of ours`)
  return { amount: scaled, currency }
}

/** Why Stripe would not take it; null where it would. Asked when a fee is set, so that no payer meets it. */
export function chargeRefusal(money: Money): MoneyRefusal | null {
  const { amount, currency } = money
  if (!/^[A-Z]{3}$/.test(currency) || NOT_AT_STRIPE.has(currency))
    return { code: 'NO_CURRENCY', words: `Stripe takes no ${currency}.` }
  if (!Number.isSafeInteger(amount) || amount < 1) return { code: 'NOT_WHOLE', words: 'That is no amount of money.' }
  const step = stepOf(currency)
  if (amount % step !== 0)
    return { code: 'UNEVEN', words: `In ${currency} amounts go in steps of ${moneyWords({ amount: step, currency })}.` }
  const least = LEAST[currency] ?? 1
  if (amount < least)
    return { code: 'TOO_SMALL', words: `The least that can be charged is ${moneyWords({ amount: least, currency })}.` }
  if (toStripe(money).amount > MOST_AT_STRIPE)
    return { code: 'TOO_LARGE', words: 'That is more than can be charged at once.' }
  return null
}

/** Stripe keeps a page open for half an hour at least, and for a day at most. */
const LEAST_OPEN_MS = 30 * 60_000
const MOST_OPEN_MS = 24 * 60 * 60_000
/** The request is under way for a while, and Stripe counts from when it arrives. */
const SLACK_MS = 60_000

/**
 * Until when a page or form that is opened now is open: as long as the place is held, as far as Stripe allows. A form is closed by us, so it has no
 * least time; after a day its idempotency key would make another one (PAY-4).
 */
export function attemptEndsAtMs(way: Attempt['way'], nowMs: number, heldUntilMs: number): number {
  const leastMs = way === 'page' ? nowMs + LEAST_OPEN_MS + SLACK_MS : nowMs
  return Math.min(Math.max(heldUntilMs, leastMs), nowMs + MOST_OPEN_MS - SLACK_MS)
}

import { amountTyped, decimalsOf, type Money, moneyWords } from '@gavel/payments'

/** What a typed amount gives back, and what stays; or what is wrong with it. */
export type Giving = { money: Money; stays: Money } | { problem: string }

/** A typed amount, read exactly, against what can still be given back (KEEPER-3). */
export function givingOf(text: string, left: Money): Giving {
  const { currency } = left
  const amount = amountTyped(text, currency)
  if (amount === null) {
    const example = moneyWords({ amount: Math.min(left.amount, 100 * 10 ** decimalsOf(currency)), currency })
    return { problem: `Type an amount, such as ${example}.` }
  }
  if (amount > left.amount) return { problem: `That is more than is left of it: ${moneyWords(left)} at most.` }
  return { money: { amount, currency }, stays: { amount: left.amount - amount, currency } }
}

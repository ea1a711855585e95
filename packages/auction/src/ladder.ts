import type { Amount } from './money.ts'
import type { RuleSet } from './rule-set.ts'

/**
 * The least price that may follow `price` (LADDER-1): the band is chosen by the current price, and the next price is the next
 * multiple of its step, so that a price off the grid returns to it (125 lakh goes to 130, rules A1).
 */
export function nextPrice(rules: Pick<RuleSet, 'ladder'>, price: Amount): Amount {
  const step = stepAt(rules, price)
  return Math.floor(price / step) * step + step
}

/**
 * The highest price up to `max` to which single steps from `price` lead; `price` itself where `max` is below the next one. Band by band, because a ladder of
 * small steps has millions of them.
 */
export function priceReached(rules: Pick<RuleSet, 'ladder'>, price: Amount, max: Amount): Amount {
  let reached = price
  for (;;) {
    const step = stepAt(rules, reached)
    const highest = Math.floor(max / step) * step
    if (highest <= reached) return reached
    const end = rules.ladder.find((band) => band.from > reached)?.from ?? Number.POSITIVE_INFINITY
    if (highest < end) return highest
    // The first price of this band's steps that lies in the next band.
    reached = Math.ceil(end / step) * step
  }
}

/** Whether `amount` may be called when `minimum` is the next price: the minimum itself, or a jump on the grid (LADDER-2). */
export function isCallable(rules: Pick<RuleSet, 'jumpGrid'>, minimum: Amount, amount: Amount): boolean {
  if (amount === minimum) return true
  return rules.jumpGrid !== null && amount > minimum && amount % rules.jumpGrid === 0
}

function stepAt(rules: Pick<RuleSet, 'ladder'>, price: Amount): Amount {
  const band = rules.ladder.findLast((b) => b.from <= price)
  if (!band) throw new Error('a ladder starts at 0')
  return band.step
}

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

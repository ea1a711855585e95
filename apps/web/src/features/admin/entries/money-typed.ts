import { amountTyped, chargeRefusal, decimalsOf, type Money, moneyWords } from '@gavel/payments'
import { z } from 'zod'

/** An amount as it would be typed: `1500`, `499.50`. The figures are cut, never divided, so nothing is rounded. */
export function amountAsTyped({ amount, currency }: Money): string {
  const digits = decimalsOf(currency)
  const figures = String(amount).padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  const fraction = figures.slice(figures.length - digits)
  return /[1-9]/.test(fraction) ? `${whole}.${fraction}` : whole
}

/** A field that holds an amount that can be charged, in the currency's smallest unit; empty: none. */
export const feeOrNone = (currency: string) =>
  z.string().transform((text, context): number | null => {
    if (text.trim() === '') return null
    const amount = amountTyped(text, currency)
    if (amount === null) {
      const example = moneyWords({ amount: 1_500 * 10 ** decimalsOf(currency), currency })
      context.addIssue({ code: 'custom', message: `An amount, such as ${example}; empty where it costs nothing.` })
      return z.NEVER
    }
    const refused = chargeRefusal({ amount, currency })
    if (refused) context.addIssue({ code: 'custom', message: refused.words })
    return amount
  })

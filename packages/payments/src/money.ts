import { currencyDigits, formatMoneyExact } from '@gavel/auction'

/** An integer in the currency's smallest unit by ISO 4217, with the currency's code in capitals. */
export type Money = { readonly amount: number; readonly currency: string }

const NO_DECIMALS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** The decimals of a currency by ISO 4217 (MONEY-1): a table, because what runtimes say follows use and changes (HUF, IDR, PKR). */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (NO_DECIMALS.has(currency)) return 0
  return THREE_DECIMALS.has(currency) ? 3 : 2
}

/** Money in full, as Gavel says it everywhere (MONEY-4). */
export function moneyWords({ amount, currency }: Money): string {
  const digits = decimalsOf(currency)
  if (currencyDigits(currency) === digits) return formatMoneyExact(amount, currency)
  const unit = 10 ** digits
  const shown = { minimumFractionDigits: amount % unit === 0 ? 0 : digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat('en', { style: 'currency', currency, ...shown }).format(amount / unit)
}

const TYPED = /^(?:\p{Sc}|[A-Za-z]{2,3}\.?)?\s*(\d{1,3}(?:,\d{2,3})*|\d+)(?:\.(\d+))?$/u

/**
 * A typed amount: `1,500`, `₹500.50`, `Rs. 20`. Read digit by digit, so nothing is rounded.
 * @returns an integer in the smallest unit, or null where it is no amount or has more decimals than the currency
 */
export function amountTyped(text: string, currency: string): number | null {
  const [, whole, fraction = ''] = TYPED.exec(text.trim()) ?? []
  const digits = decimalsOf(currency)
  if (whole === undefined || fraction.length > digits) return null
  const amount = Number(whole.replaceAll(',', '') + fraction.padEnd(digits, '0'))
  return Number.isSafeInteger(amount) && amount > 0 ? amount : null
}

/** The smallest step in which Stripe takes this currency, in ISO units (MONEY-3). */
export function stepOf(currency: string): number {
  if (THREE_DECIMALS.has(currency)) return 10
  return currency === 'MGA' ? 100 : 1
}

/** So many per cent of it, to a step that can be paid back, half up, and never more than all of it (MONEY-5). */
export function partOf({ amount, currency }: Money, percent: number): Money {
  const step = stepOf(currency)
  return { amount: Math.min(amount, Math.floor((amount * percent) / (100 * step) + 0.5) * step), currency }
}

/** Shares of it that add up to it (MONEY-5). What is no whole step falls to the first. */
export function sharesOf({ amount, currency }: Money, count: number): Money[] {
  const step = stepOf(currency)
  const steps = Math.floor(amount / step)
  const each = Math.floor(steps / count)
  const larger = steps - each * count
  return Array.from({ length: count }, (_, i) => {
    const share = (each + (i < larger ? 1 : 0)) * step
    return { amount: i === 0 ? share + (amount - steps * step) : share, currency }
  })
}

export function sameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency
}

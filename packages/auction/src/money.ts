/**
 * Money is an integer in the currency's smallest unit (paise for INR), with the currency beside it.
 * Amounts stay below {@link MAX_AMOUNT} so that Lua, JSON and JavaScript all keep every digit.
 */
export type Amount = number

/** Amounts are below this: the Lua JSON codec keeps 14 digits. */
export const MAX_AMOUNT: Amount = 1e14

/** Rupee multiples in paise. 1 lakh = 100,000 rupees; 1 crore = 100 lakh. */
export const RUPEE: Amount = 100
export const LAKH: Amount = 100_000 * RUPEE
export const CRORE: Amount = 100 * LAKH

/** A whole, positive amount that every part of Gavel can hold exactly. */
export function isAmount(value: unknown): value is Amount {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < MAX_AMOUNT
}

/** How many decimal digits the currency's unit has (INR 2, JPY 0, KWD 3). */
export function currencyDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * Money as people say it: `₹18.25 crore`, `₹30 lakh`, `$1,250`. Rupees of a lakh and more are said in lakh and crore
 * whenever that is exact to two decimals of the unit; otherwise, and for other currencies, the amount in full.
 */
export function formatMoney(amount: Amount, currency: string): string {
  if (currency === 'INR') {
    const sign = amount < 0 ? '-' : ''
    const abs = Math.abs(amount)
    const said = inUnit(abs, CRORE, 'crore') ?? inUnit(abs, LAKH, 'lakh')
    if (said) return `${sign}₹${said}`
  }
  return formatMoneyExact(amount, currency)
}

/** The amount in full, with the currency's grouping: `₹18,25,00,000`. Zero decimals are left out. */
export function formatMoneyExact(amount: Amount, currency: string): string {
  const digits = currencyDigits(currency)
  const whole = amount % 10 ** digits === 0
  return new Intl.NumberFormat(currency === 'INR' ? 'en-IN' : 'en', {
    style: 'currency',
    currency,
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits)
}

function inUnit(amount: Amount, unit: Amount, word: string): string | null {
  if (amount < unit || (amount * 100) % unit !== 0) return null
  const decimals = amount % unit === 0 ? 0 : 2
  const format = new Intl.NumberFormat('en-IN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return `${format.format(amount / unit)} ${word}`
}

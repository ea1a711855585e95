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

/** Currencies that are counted in lakh and crore, with their sign. */
const LAKH_SIGNS: Readonly<Record<string, string>> = { INR: '₹', PKR: 'Rs ' }

/** Whether the currency is counted in lakh and crore; each of these has a hundredth as its smallest unit. */
export function countsInLakh(currency: string): boolean {
  return Object.hasOwn(LAKH_SIGNS, currency)
}

/** How many decimal digits the currency's unit has (INR 2, JPY 0, KWD 3). */
export function currencyDigits(currency: string): number {
  // Some runtimes give the Pakistani rupee none, because its paisa is out of use; a log must not depend on who reads it.
  if (countsInLakh(currency)) return 2
  return formatOf('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * Money as people say it: `₹18.25 crore`, `₹30 lakh`, `$1,250`. Rupees (`Rs` for Pakistan's) of a lakh and more are said in lakh and crore
 * whenever that is exact to two decimals of the unit; otherwise, and for other currencies, the amount in full.
 */
export function formatMoney(amount: Amount, currency: string): string {
  const rupees = LAKH_SIGNS[currency]
  if (rupees !== undefined) {
    const sign = amount < 0 ? '-' : ''
    const abs = Math.abs(amount)
    const said = inUnit(abs, CRORE, 'crore') ?? inUnit(abs, LAKH, 'lakh')
    if (said) return `${sign}${rupees}${said}`
  }
  return formatMoneyExact(amount, currency)
}

/** The amount in full, with the currency's grouping: `₹18,25,00,000`. Zero decimals are left out. */
export function formatMoneyExact(amount: Amount, currency: string): string {
  const digits = currencyDigits(currency)
  const whole = amount % 10 ** digits === 0
  const fraction = { minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits }
  const rupees = LAKH_SIGNS[currency]
  if (rupees !== undefined) {
    const said = formatOf('en-IN', fraction).format(Math.abs(amount) / 10 ** digits)
    return `${amount < 0 ? '-' : ''}${rupees}${said}`
  }
  return formatOf('en', { style: 'currency', currency, ...fraction }).format(amount / 10 ** digits)
}

function inUnit(amount: Amount, unit: Amount, word: string): string | null {
  if (amount < unit || (amount * 100) % unit !== 0) return null
  const decimals = amount % unit === 0 ? 0 : 2
  const format = formatOf('en-IN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return `${format.format(amount / unit)} ${word}`
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format costs a hundred times what using it does, and a live room says hundreds of amounts a second (SMOOTH-1). */
function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale, options)
  formats.set(key, format)
  return format
}

import { type Amount, currencyDigits, MAX_AMOUNT } from '@gavel/auction'

/** What one of a price's numbers stands for, in units of the currency. */
export type MoneyUnit = 'one' | 'thousand' | 'lakh' | 'million' | 'crore' | 'billion'

export type ParsedMoney = { ok: true; amount: Amount } | { ok: false; problem: string }

const UNITS: Record<MoneyUnit, bigint> = {
  one: 1n,
  thousand: 1_000n,
  lakh: 100_000n,
  million: 1_000_000n,
  crore: 10_000_000n,
  billion: 1_000_000_000n,
}

const UNIT_WORDS: readonly [RegExp, MoneyUnit][] = [
  [/^(cr|crs|crore|crores|c)$/, 'crore'],
  [/^(l|lk|lakh|lakhs|lac|lacs)$/, 'lakh'],
  [/^(k|thousand|thousands)$/, 'thousand'],
  [/^(m|mn|mio|million|millions)$/, 'million'],
  [/^(bn|b|billion|billions)$/, 'billion'],
  [/^(rupees?|dollars?|euros?|pounds?)$/, 'one'],
]

const SYMBOLS: Record<string, RegExp> = {
  INR: /₹|rs\.?|inr|rupees?/,
  USD: /us\$|\$|usd|dollars?/,
  EUR: /€|eur|euros?/,
  GBP: /£|gbp|pounds?/,
  PKR: /rs\.?|pkr|rupees?/,
}
const ANY_SYMBOL = /[₹$€£]|\b(rs|inr|usd|eur|gbp|pkr|aud|nzd|dollars?|euros?|pounds?|rupees?)\b\.?/

/**
 * A price as people write it: `2 Cr`, `40 Lakh`, `₹1,50,00,000`, `459.99999999999994`, `2.0E+07`. A number without a unit of its own is in `unit`.
 * Exact: decimals are never floats. What is within a hundredth of the currency's smallest unit is rounded to it, which takes away the noise
 * of floats; what is further off is a problem (rules A1).
 *
 * @returns the amount in the smallest unit (paise), above 0, or what is wrong with the text, as the end of a sentence.
 */
export function parseMoney(text: string, currency: string, unit: MoneyUnit = 'one'): ParsedMoney {
  const shown = text.trim()
  const parts = splitMoney(shown.toLowerCase(), currency)
  if (!parts) return problem(`“${clip(shown)}” is not a price`)
  if (parts.foreign) return problem(`“${clip(shown)}” is not in ${currency}`)
  const digits = BigInt(parts.whole + parts.fraction)
  const scale = parts.fraction.length - parts.exponent
  const numerator = digits * UNITS[parts.unit ?? unit] * 10n ** BigInt(digitsOf(currency) + Math.max(0, -scale))
  const denominator = 10n ** BigInt(Math.max(0, scale))
  const rounded = (2n * numerator + denominator) / (2n * denominator)
  const off = rounded * denominator - numerator
  if ((off < 0n ? -off : off) * 100n > denominator)
    return problem(`“${clip(shown)}” is finer than the smallest unit of ${currency}`)
  if (parts.negative || rounded === 0n) return problem(`“${clip(shown)}” is not above zero`)
  if (rounded >= BigInt(MAX_AMOUNT)) return problem(`“${clip(shown)}” is more than Gavel can hold`)
  return { ok: true, amount: Number(rounded) }
}

const knownDigits = new Map<string, number>()

/** Remembered: asking is slow, and a file asks for each of its prices. */
function digitsOf(currency: string): number {
  const known = knownDigits.get(currency) ?? currencyDigits(currency)
  knownDigits.set(currency, known)
  return known
}

/** Whether the text is a number or a number with a unit: what a column of prices is full of. Zero counts. */
export function looksLikeMoney(text: string): boolean {
  return splitMoney(text.trim().toLowerCase(), null) !== null
}

/** The plain number in a price without a unit of its own, for telling a column's unit by its magnitudes; null elsewhere. */
export function bareNumber(text: string): number | null {
  const parts = splitMoney(text.trim().toLowerCase(), null)
  if (!parts || parts.unit || parts.negative) return null
  return Number(`${parts.whole}.${parts.fraction || '0'}e${parts.exponent}`)
}

type MoneyParts = {
  negative: boolean
  whole: string
  fraction: string
  exponent: number
  unit: MoneyUnit | null
  foreign: boolean
}

function splitMoney(text: string, currency: string | null): MoneyParts | null {
  if (text.length > 60) return null
  const symbol = ANY_SYMBOL.exec(text)?.[0]
  const own = currency ? SYMBOLS[currency] : null
  const foreign =
    symbol !== undefined && currency !== null && !(own?.test(symbol) ?? symbol.startsWith(currency.toLowerCase()))
  const bare = text.replace(ANY_SYMBOL, ' ').replace(/\/-$/, '').replace(/[()]/g, ' ').trim()
  const match = /^([+-]?)\s*(\d[\d,\s]*)?(?:\.(\d+))?(?:e([+-]?\d{1,2}))?\s*([a-z]+)?\.?$/.exec(bare)
  if (!match || (match[2] === undefined && match[3] === undefined)) return null
  const unit = match[5] === undefined ? null : UNIT_WORDS.find(([words]) => words.test(match[5] ?? ''))?.[1]
  if (unit === undefined) return null
  const number = withoutGroups(match[2] ?? '0', match[3])
  if (!number) return null
  const exponent = Number(match[4] ?? 0)
  if (Math.abs(exponent) > 20) return null
  return { negative: match[1] === '-', ...number, exponent, unit, foreign }
}

/** `1,50,00,000` and `150,000,000` are groups; `0,30` can only be a decimal comma. Anything else is not a number. */
function withoutGroups(whole: string, fraction: string | undefined): { whole: string; fraction: string } | null {
  const text = whole.trim()
  if (/^\d+$/.test(text)) return { whole: text, fraction: fraction ?? '' }
  if (fraction === undefined && /^\d+,\d{1,2}$/.test(text)) {
    const [before = '', after = ''] = text.split(',')
    return { whole: before, fraction: after }
  }
  if (/^\d{1,3}([, ]\d{2,3})*[, ]\d{3}$/.test(text))
    return { whole: text.replace(/[, ]/g, ''), fraction: fraction ?? '' }
  return null
}

function problem(words: string): ParsedMoney {
  return { ok: false, problem: words }
}

/** A cell's text, short enough for a sentence. */
export function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

import { CRORE, countsInLakh, currencyDigits, formatMoney, isAmount, LAKH } from '@gavel/auction'

const TYPED = /^(?:\p{Sc}|rs\.?|inr|pkr)?\s*(\d[\d,\s]*(?:\.\d+)?)\s*(cr|crores?|l|lakhs?|k|thousand)?\.?$/iu

/**
 * Money as people type it: `30 crore`, `₹2.5 cr`, `50 L`, `1,500`.
 *
 * @returns an integer in the smallest unit, or null where the text is no amount, or none that the currency can hold
 */
export function amountFrom(text: string, currency: string): number | null {
  const [, figures, word] = TYPED.exec(text.trim()) ?? []
  if (figures === undefined) return null
  const unit = unitOf(word?.toLowerCase(), currency)
  if (unit === null) return null
  // Rounded where only the binary fraction is off: 2.3 crore is whole, a third of a paisa is not.
  const exact = Number(figures.replace(/[,\s]/g, '')) * unit
  const amount = Math.round(exact)
  return Math.abs(exact - amount) < 1e-3 && isAmount(amount) ? amount : null
}

/** What to type for an amount: `30 crore`. */
export function amountText(amount: number, currency: string): string {
  return formatMoney(amount, currency).replace(/^\D+/, '')
}

function unitOf(word: string | undefined, currency: string): number | null {
  const one = 10 ** currencyDigits(currency)
  if (word === undefined) return one
  if (word.startsWith('k') || word.startsWith('t')) return 1_000 * one
  if (!countsInLakh(currency)) return null
  return word.startsWith('c') ? CRORE : LAKH
}

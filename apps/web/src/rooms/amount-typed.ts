import { countsInLakh, currencyDigits, LAKH } from '@gavel/auction'
import { amountFrom } from '../features/admin/rules/amount.ts'

/** What a bare figure counts at an auction: lakh where people count in lakh, else the currency itself. */
export function typedIn(currency: string): string {
  return countsInLakh(currency) ? 'lakh' : currency
}

/** The amount that was typed, in the currency's smallest unit; null where it is none. A bare figure is in lakh; `2 cr` says what it is. */
export function amountTyped(text: string, currency: string): number | null {
  const bare = /^[\d.,\s]+$/.test(text)
  return amountFrom(bare && countsInLakh(currency) ? `${text} lakh` : text, currency)
}

/** An amount as a bare figure. */
export function amountAsTyped(amount: number, currency: string): string {
  return String(amount / (countsInLakh(currency) ? LAKH : 10 ** currencyDigits(currency)))
}

import { behaviourOf, brandOf, isCardNumber, TEST_ACCOUNTS, TEST_CARDS } from './cards.ts'
import type { Desk } from './desk.ts'
import { invalid, missing, type Outcome, Refusal } from './problem.ts'
import type { Method } from './world.ts'

/** What somebody types to pay with a card. Years have four digits. */
export type CardData = { number: string; expMonth: number; expYear: number; cvc?: string | undefined }
/** Whose card or account it is. */
export type Holder = { email?: string | null | undefined; name?: string | null | undefined }

const cardError = (code: string, message: string, param: string): Refusal =>
  new Refusal(402, { type: 'card_error', code, message, param })

/** What Stripe refuses before any bank is asked. STRIPE-10. */
const cardProblem = ({ number, expMonth, expYear, cvc }: CardData, nowMs: number): Refusal | null => {
  if (!isCardNumber(number)) return cardError('incorrect_number', 'Your card number is incorrect.', 'number')
  if (!Number.isInteger(expMonth) || expMonth < 1 || expMonth > 12)
    return cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  const now = new Date(nowMs)
  const isPast =
    expYear < now.getUTCFullYear() || (expYear === now.getUTCFullYear() && expMonth < now.getUTCMonth() + 1)
  if (!Number.isInteger(expYear) || isPast || expYear > now.getUTCFullYear() + 50)
    return cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year')
  const digits = brandOf(number) === 'amex' ? 4 : 3
  if (cvc !== undefined && !new RegExp(`^\\d{${digits}}$`).test(cvc))
    return cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc')
  return null
}

/** A card, kept without its number. */
export const newCard = (desk: Desk, card: CardData, { email = null, name = null }: Holder = {}): Outcome<Method> =>
  cardProblem(card, desk.nowMs) ??
  desk.world.methods.put({
    id: desk.newId('pm'),
    createdMs: desk.nowMs,
    type: 'card',
    brand: brandOf(card.number),
    last4: card.number.slice(-4),
    expMonth: card.expMonth,
    expYear: card.expYear,
    behaviour: behaviourOf(card.number),
    customer: null,
    email,
    name,
  })

/** Which bank debit Stripe offers for a currency. Where it offers none, the American one stands in, so that a slow payment can be tried. */
const debitFor = (currency: string): string =>
  ({ eur: 'sepa_debit', gbp: 'bacs_debit', aud: 'au_becs_debit', cad: 'acss_debit' })[currency] ?? 'us_bank_account'

/** What can be paid with in a currency: cards and its debit, or what of them is allowed. */
export const typesOf = (currency: string, allowed: readonly string[] | undefined): string[] =>
  ['card', debitFor(currency)].filter((type) => allowed?.includes(type) !== false)

/** Every bank debit there is here. */
export const DEBITS = ['us_bank_account', 'sepa_debit', 'bacs_debit', 'au_becs_debit', 'acss_debit'] as const

/** A bank account: one of the test accounts. */
export const newAccount = (
  desk: Desk,
  { number, type }: { number: string; type: string },
  { email = null, name = null }: Holder = {},
): Outcome<Method> => {
  const account = TEST_ACCOUNTS.find((one) => one.number === number)
  if (!account)
    return invalid('You must use a test bank account number in test mode. Try 000123456789.', {
      code: 'account_number_invalid',
      param: 'account_number',
    })
  return desk.world.methods.put({
    id: desk.newId('pm'),
    createdMs: desk.nowMs,
    type,
    brand: 'unknown',
    last4: number.slice(-4),
    expMonth: 0,
    expYear: 0,
    behaviour: account.behaviour,
    customer: null,
    email,
    name,
  })
}

const plain = (name: string): string => name.replace('_visa_chargeDeclined', '_chargeDeclined')

/** A method by its id, or by one of the names that Stripe gives its test methods (`pm_card_visa`), which makes a new one. */
export const methodNamed = (desk: Desk, id: string): Outcome<Method> => {
  const known = desk.world.methods.get(id)
  if (known) return known
  const card = TEST_CARDS.find(({ method }) => plain(method) === plain(id))
  if (card) {
    const expYear = new Date(desk.nowMs).getUTCFullYear() + 1
    return newCard(desk, { number: card.number, expMonth: 12, expYear })
  }
  const account = TEST_ACCOUNTS.find(({ method }) => method === id)
  return account
    ? newAccount(desk, { number: account.number, type: 'us_bank_account' })
    : missing('PaymentMethod', id, 'payment_method')
}

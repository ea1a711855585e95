/** Every typed "no", with the sentence a person reads. Codes are stable. */
const REFUSALS = {
  NO_PAYMENT: 'There is no such payment.',
  NOT_CHARGEABLE: 'That cannot be charged.',
  PAID: 'This was paid already.',
  CANCELLED: 'This payment was cancelled.',
  UNDER_WAY: 'A payment is under way. You are told as soon as it arrives.',
  NO_ATTEMPT: 'There is no such attempt.',
  NO_REFERENCE: 'Give a reference of up to 100 characters, such as a receipt number.',
  NOT_PAID: 'This was not paid yet.',
  RETURNED: 'This money was given back already.',
  TOO_MUCH: 'That is more than is left of this payment.',
  NO_REFUND: 'There is no such refund.',
  NOT_BY_HAND: 'This refund goes by Stripe.',
} as const

export type RefusalCode = keyof typeof REFUSALS
export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[]

/** `words`: in place of the usual sentence, where it can be said more exactly. */
export type Refusal = { readonly code: RefusalCode; readonly words?: string }

/** The refusal in words for a person. */
export function refusalWords({ code, words }: Refusal): string {
  return words ?? REFUSALS[code]
}

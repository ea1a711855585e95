import { declineWords } from '@gavel/payments'
import type { StripeError } from '@stripe/stripe-js'

/** Why a card did not pay, for the person at the form. `next`: whether what Stripe knows has to be looked up first. */
export type CardProblem = { title: string; words: string; next: 'again' | 'look' }

type Said = Pick<StripeError, 'type' | 'code' | 'decline_code' | 'message'>

const NOTHING_CHARGED = 'Nothing was charged'

/** What an error of Stripe's means for whoever pays. Where it is not known whether money moved, it says so and does not guess. */
export function problemOf({ type: kind, code, decline_code: declineCode, message }: Said): CardProblem {
  switch (kind) {
    case 'validation_error':
      return { title: 'Not filled in yet', words: message ?? 'Something about the card is missing.', next: 'again' }
    case 'card_error':
      return { title: NOTHING_CHARGED, words: declineWords(declineCode ?? code ?? ''), next: 'again' }
    case 'invalid_request_error':
      // The bank's answer to 3-D Secure comes as this type.
      return code === 'payment_intent_authentication_failure'
        ? { title: NOTHING_CHARGED, words: declineWords(code), next: 'again' }
        : { title: 'This form is closed', words: 'Nothing can be paid with it any more.', next: 'look' }
    case 'api_connection_error':
    case 'api_error':
    case 'authentication_error':
    case 'idempotency_error':
    case 'rate_limit_error':
      return UNKNOWN
    default: {
      kind satisfies never
      return UNKNOWN
    }
  }
}

const UNKNOWN: CardProblem = {
  title: 'Stripe did not answer',
  words: 'Whether it was paid is not known yet. Press once more: it is never charged twice.',
  next: 'look',
}

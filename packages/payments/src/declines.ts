/**
 * What a decline asks for: another card; the same one later; the same one, typed rightly; or the bank's confirmation.
 * By Stripe's list: https://docs.stripe.com/declines/codes
 */
export type DeclineKind = 'hard' | 'soft' | 'slip' | 'confirm'

const CODES: Readonly<Record<DeclineKind, string>> = {
  hard: `call_issuer card_not_supported currency_not_supported do_not_honor do_not_try_again expired_card fraudulent generic_decline
    invalid_account invalid_amount lost_card merchant_blacklist new_account_information_available no_action_taken not_permitted
    pickup_card restricted_card revocation_of_all_authorizations revocation_of_authorization security_violation service_not_allowed
    stolen_card stop_payment_order testmode_decline transaction_not_allowed pin_try_exceeded duplicate_transaction card_declined`,
  soft: `approve_with_id card_velocity_exceeded insufficient_funds issuer_not_available processing_error reenter_transaction
    try_again_later withdrawal_count_limit_exceeded`,
  slip: `incorrect_address incorrect_cvc incorrect_number incorrect_pin incorrect_zip invalid_cvc invalid_expiry_month invalid_expiry_year
    invalid_number invalid_pin`,
  confirm: `authentication_required authentication_not_handled payment_intent_authentication_failure mobile_device_authentication_required offline_pin_required 
    online_or_offline_pin_required`,
}

const KINDS = new Map(
  (['hard', 'soft', 'slip', 'confirm'] as const).flatMap((kind) =>
    CODES[kind].split(/\s+/).map((code): [string, DeclineKind] => [code, kind]),
  ),
)
export const DECLINE_CODES = [...KINDS.keys()]

/** The kind of a decline code; hard where nobody knows it (RETRY-1). */
export function declineKind(code: string): DeclineKind {
  return KINDS.get(code) ?? 'hard'
}

/** Told as any other decline: whoever holds the card may not be its owner (RETRY-2). */
const SAID: Readonly<Record<string, string>> = {
  expired_card: 'This card has expired. Please use another one.',
  card_not_supported: 'This card cannot pay here. Please use another one.',
  currency_not_supported: 'This card does not pay in this currency. Please use another one.',
  duplicate_transaction: 'The same amount was paid with this card a moment ago. Please look before you pay again.',
  insufficient_funds: 'There was not enough money on this card.',
  card_velocity_exceeded: 'This card has reached its limit.',
  issuer_not_available: 'The bank could not be reached.',
  incorrect_cvc: 'The security code is wrong. Please check it.',
  invalid_cvc: 'The security code is wrong. Please check it.',
  incorrect_number: 'The card number is wrong. Please check it.',
  invalid_number: 'The card number is wrong. Please check it.',
  invalid_expiry_month: 'The expiry date is wrong. Please check it.',
  invalid_expiry_year: 'The expiry date is wrong. Please check it.',
  payment_intent_authentication_failure:
    'The bank did not confirm that it is you. Please try again, or use another card.',
}

const SAID_BY_KIND: Readonly<Record<DeclineKind, string>> = {
  hard: 'The bank did not accept this card. Please use another one.',
  soft: 'The bank did not accept this card just now.',
  slip: 'Something about the card was not typed right. Please check it.',
  confirm: 'The bank asks you to confirm this payment.',
}

/** A decline in words for the payer. */
export function declineWords(code: string): string {
  return SAID[code] ?? SAID_BY_KIND[declineKind(code)]
}

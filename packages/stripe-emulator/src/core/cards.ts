/** Why a bank says no: https://docs.stripe.com/declines/codes. */
export type Decline = { code: string; declineCode: string; message: string; advice?: string }

/** What a test card, or a test bank account, does. */
export type Behaviour =
  | { does: 'pay' }
  | { does: 'decline'; decline: Decline }
  | { does: 'authenticate' }
  | { does: 'dispute'; reason: 'fraudulent' | 'product_not_received' }
  | { does: 'refund-later' }
  | { does: 'refund-fails' }
  | { does: 'settle-later'; fails: Decline | null }

/** A test card: number and name as Stripe documents them, and a line about it for the hosted page. */
export type TestCard = { number: string; method: string; about: string; behaviour: Behaviour }

const DECLINED = 'Your card was declined.'
const decline = (code: string, declineCode: string, message: string, advice?: string): Behaviour => ({
  does: 'decline',
  decline: { code, declineCode, message, ...(advice !== undefined && { advice }) },
})

/** https://docs.stripe.com/testing. The first is the one that pays. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', method: 'pm_card_visa', about: 'pays', behaviour: { does: 'pay' } },
  {
    number: '5555555555554444',
    method: 'pm_card_mastercard',
    about: 'pays (Mastercard)',
    behaviour: { does: 'pay' },
  },
  {
    number: '378282246310005',
    method: 'pm_card_amex',
    about: 'pays (American Express)',
    behaviour: { does: 'pay' },
  },
  { number: '4000003560000008', method: 'pm_card_in', about: 'pays (India)', behaviour: { does: 'pay' } },
  {
    number: '4000002500003155',
    method: 'pm_card_authenticationRequiredOnSetup',
    about: 'asks you to confirm (3-D Secure)',
    behaviour: { does: 'authenticate' },
  },
  {
    number: '4000002760003184',
    method: 'pm_card_authenticationRequired',
    about: 'asks you to confirm each time',
    behaviour: { does: 'authenticate' },
  },
  {
    number: '4000000000003220',
    method: 'pm_card_threeDSecure2Required',
    about: 'asks you to confirm (3-D Secure 2)',
    behaviour: { does: 'authenticate' },
  },
  {
    number: '4000000000000002',
    method: 'pm_card_visa_chargeDeclined',
    about: 'is declined',
    behaviour: decline('card_declined', 'generic_decline', DECLINED, 'try_again_later'),
  },
  {
    number: '4000000000009995',
    method: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    about: 'has too little money',
    behaviour: decline('card_declined', 'insufficient_funds', 'Your card has insufficient funds.', 'try_again_later'),
  },
  {
    number: '4000000000009987',
    method: 'pm_card_visa_chargeDeclinedLostCard',
    about: 'was lost',
    behaviour: decline('card_declined', 'lost_card', DECLINED, 'do_not_try_again'),
  },
  {
    number: '4000000000009979',
    method: 'pm_card_visa_chargeDeclinedStolenCard',
    about: 'was stolen',
    behaviour: decline('card_declined', 'stolen_card', DECLINED, 'do_not_try_again'),
  },
  {
    number: '4000000000000069',
    method: 'pm_card_chargeDeclinedExpiredCard',
    about: 'has expired',
    behaviour: decline('expired_card', 'expired_card', 'Your card has expired.', 'confirm_card_data'),
  },
  {
    number: '4000000000000127',
    method: 'pm_card_chargeDeclinedIncorrectCvc',
    about: 'has another security code',
    behaviour: decline(
      'incorrect_cvc',
      'incorrect_cvc',
      "Your card's security code is incorrect.",
      'confirm_card_data',
    ),
  },
  {
    number: '4000000000000119',
    method: 'pm_card_chargeDeclinedProcessingError',
    about: 'fails by an error on the way',
    behaviour: decline(
      'processing_error',
      'processing_error',
      'An error occurred while processing your card. Try again in a little bit.',
      'try_again_later',
    ),
  },
  {
    number: '4000000000006975',
    method: 'pm_card_visa_chargeDeclinedVelocityLimitExceeded',
    about: 'was used too often',
    behaviour: decline('card_declined', 'card_velocity_exceeded', DECLINED, 'try_again_later'),
  },
  {
    number: '4000000000000259',
    method: 'pm_card_createDispute',
    about: 'pays, then disputes it',
    behaviour: { does: 'dispute', reason: 'fraudulent' },
  },
  {
    number: '4000000000002685',
    method: 'pm_card_createDisputeProductNotReceived',
    about: 'pays, then says it got nothing',
    behaviour: { does: 'dispute', reason: 'product_not_received' },
  },
  {
    number: '4000000000007726',
    method: 'pm_card_pendingRefund',
    about: 'pays; a refund takes a while',
    behaviour: { does: 'refund-later' },
  },
  {
    number: '4000000000005126',
    method: 'pm_card_refundFail',
    about: 'pays; a refund comes back',
    behaviour: { does: 'refund-fails' },
  },
]

/** A test bank account: https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment#test-account-numbers. */
export const TEST_ACCOUNTS: readonly TestCard[] = [
  {
    number: '000123456789',
    method: 'pm_usBankAccount_success',
    about: 'pays after a while',
    behaviour: { does: 'settle-later', fails: null },
  },
  {
    number: '000111111116',
    method: 'pm_usBankAccount_accountClosed',
    about: 'fails after a while: the account is closed',
    behaviour: {
      does: 'settle-later',
      fails: {
        code: 'payment_method_bank_account_closed',
        declineCode: 'account_closed',
        message: "The customer's bank account has been closed.",
      },
    },
  },
  {
    number: '000222222227',
    method: 'pm_usBankAccount_insufficientFunds',
    about: 'fails after a while: too little money',
    behaviour: {
      does: 'settle-later',
      fails: {
        code: 'payment_method_provider_decline',
        declineCode: 'insufficient_funds',
        message: "The customer's account has insufficient funds to cover this payment.",
      },
    },
  },
]

const NOT_A_TEST_CARD: Behaviour = decline(
  'card_declined',
  'test_mode_live_card',
  'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
)

/** What a card of this number does. A number that is nobody's test card is declined, and never kept. */
export const behaviourOf = (number: string): Behaviour =>
  TEST_CARDS.find((card) => card.number === number)?.behaviour ?? NOT_A_TEST_CARD

/** Whether the last digit fits the others (ISO 7812, Luhn). */
export const isCardNumber = (number: string): boolean => {
  if (!/^\d{12,19}$/.test(number)) return false
  const sum = [...number].toReversed().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

/** Whose card a number is. */
export const brandOf = (number: string): 'visa' | 'mastercard' | 'amex' | 'unknown' => {
  if (number.startsWith('4')) return 'visa'
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard'
  return /^3[47]/.test(number) ? 'amex' : 'unknown'
}

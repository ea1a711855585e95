import { expect, test } from 'vitest'
import { problemOf } from './card-problem.ts'

const declined = (declineCode: string) =>
  problemOf({ type: 'card_error', code: 'card_declined', decline_code: declineCode })

test('CARD-2, RETRY-2 a decline asks for another card, and tells nobody that a card was stolen', () => {
  const another = {
    title: 'Nothing was charged',
    words: 'The bank did not accept this card. Please use another one.',
    next: 'again',
  }
  for (const code of ['generic_decline', 'stolen_card', 'fraudulent', 'never_heard_of'])
    expect(declined(code)).toEqual(another)
  expect(declined('insufficient_funds').words).toBe('There was not enough money on this card.')
})

test('CARD-2 a slip of the pen is said as one, by its code where no bank was asked', () => {
  expect(problemOf({ type: 'card_error', code: 'incorrect_cvc' }).words).toBe(
    'The security code is wrong. Please check it.',
  )
  expect(
    problemOf({ type: 'validation_error', code: 'incomplete_number', message: 'Your card number is incomplete.' }),
  ).toEqual({
    title: 'Not filled in yet',
    words: 'Your card number is incomplete.',
    next: 'again',
  })
})

test('CARD-2 a bank that did not confirm is no closed form', () => {
  const refused = problemOf({ type: 'invalid_request_error', code: 'payment_intent_authentication_failure' })
  expect([refused.next, refused.words]).toEqual([
    'again',
    'The bank did not confirm that it is you. Please try again, or use another card.',
  ])
  expect(problemOf({ type: 'invalid_request_error', code: 'payment_intent_unexpected_state' }).next).toBe('look')
})

test('CARD-2 where nobody knows whether money moved, it is looked up', () => {
  for (const type of ['api_connection_error', 'api_error', 'rate_limit_error'] as const)
    expect(problemOf({ type })).toMatchObject({ title: 'Stripe did not answer', next: 'look' })
})

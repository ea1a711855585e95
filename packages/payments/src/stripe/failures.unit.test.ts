import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { failureOf } from './failures.ts'

const { errors } = Stripe

test('GATEWAY-6 what is no failure of Stripe’s or of the network is none', () => {
  expect(failureOf(new TypeError('a bug'))).toBeNull()
  expect(failureOf(new Error('half a króna'))).toBeNull()
  expect(failureOf('text')).toBeNull()
  expect(failureOf(Object.assign(new Error('no'), { type: 'OtherError' }))).toBeNull()
})

test('GATEWAY-6 no answer in time is the network', () => {
  expect(failureOf(new DOMException('late', 'TimeoutError'))).toEqual({ is: 'network' })
  expect(failureOf(new DOMException('ended', 'AbortError'))).toEqual({ is: 'network' })
  expect(failureOf(new errors.StripeConnectionError({ message: 'closed', type: 'api_error' }))).toEqual({
    is: 'network',
  })
  expect(failureOf(new errors.StripeAPIError({ message: 'Invalid JSON', type: 'api_error' }))).toEqual({
    is: 'network',
  })
})

test('GATEWAY-6 a busy Stripe says when, in whole seconds or not at all', () => {
  const busy = (headers?: { [name: string]: string }) =>
    failureOf(
      new errors.StripeRateLimitError({ type: 'invalid_request_error', statusCode: 429, ...(headers && { headers }) }),
    )
  expect(busy({ 'retry-after': '7' })).toEqual({ is: 'busy', retryAfterMs: 7_000 })
  expect(busy({ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toEqual({ is: 'busy', retryAfterMs: null })
  expect(busy()).toEqual({ is: 'busy', retryAfterMs: null })
})

test('GATEWAY-6 a decline without a decline code is its code', () => {
  const card = (code: string, decline?: string) =>
    failureOf(
      new errors.StripeCardError({
        type: 'card_error',
        code,
        statusCode: 402,
        ...(decline && { decline_code: decline }),
      }),
    )
  expect(card('card_declined', 'lost_card')).toEqual({ is: 'declined', code: 'lost_card' })
  expect(card('incorrect_number')).toEqual({ is: 'declined', code: 'incorrect_number' })
})

test('GATEWAY-6 a key that may not do this is a matter of the key', () => {
  expect(failureOf(new errors.StripePermissionError({ type: 'invalid_request_error', statusCode: 403 }))).toEqual({
    is: 'key',
  })
})

import type Stripe from 'stripe'
import type { Failure } from '../retry.ts'

/** By its name, not its class: a bundle may hold the SDK twice. */
function isStripes(error: unknown): error is Stripe.errors.StripeError {
  return error instanceof Error && 'type' in error && typeof error.type === 'string' && error.type.startsWith('Stripe')
}

/** What a fetch or a socket says when there was no answer in time. */
const NO_ANSWER = new Set(['AbortError', 'TimeoutError'])
const DIGITS = /^\d{1,6}$/

/** Seconds, as Stripe sends them; null where there are none. */
function retryAfterMs(headers: { readonly [name: string]: string } | undefined): number | null {
  const seconds = headers?.['retry-after'] ?? ''
  return DIGITS.test(seconds) ? Number(seconds) * 1_000 : null
}

/** Why Stripe did not do what it was asked (GATEWAY-6); null for what is no failure of Stripe's or of the network, but a bug: throw that again. */
export function failureOf(error: unknown): Failure | null {
  if (!isStripes(error)) return error instanceof Error && NO_ANSWER.has(error.name) ? { is: 'network' } : null
  const { type, statusCode, headers, message } = error
  const code = error.code ?? error.rawType ?? type
  switch (type) {
    case 'StripeCardError':
      return { is: 'declined', code: error.decline_code || code }
    case 'StripeConnectionError':
      return { is: 'network' }
    case 'StripeRateLimitError':
      return { is: 'busy', retryAfterMs: retryAfterMs(headers) }
    case 'StripeAuthenticationError':
    case 'StripePermissionError':
      return { is: 'key' }
    case 'StripeAPIError':
      // An answer that cannot be read has no status: whether it was done is not known.
      if (statusCode === undefined) return { is: 'network' }
      return statusCode >= 500 || statusCode === 409
        ? { is: 'provider', status: statusCode }
        : { is: 'refused', code, message }
    default:
      return { is: 'refused', code, message }
  }
}

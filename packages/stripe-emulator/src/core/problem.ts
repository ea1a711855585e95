import type { Json } from './json.ts'

/** The body of a Stripe error: https://docs.stripe.com/api/errors. */
export type StripeError = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string
  param?: string
  decline_code?: string
  advice_code?: string
  doc_url?: string
  charge?: string
  payment_intent?: Json
  payment_method?: Json
}

/** A typed no: the status and the body that Stripe would answer. */
export class Refusal {
  readonly status: number
  readonly error: StripeError
  constructor(status: number, error: StripeError) {
    const about = error.code?.replaceAll('_', '-')
    this.status = status
    this.error = about ? { doc_url: `https://stripe.com/docs/error-codes/${about}`, ...error } : error
  }
}

/** What a command gives: its result, or a refusal. */
export type Outcome<T> = T | Refusal

/** 400: the request asks for what cannot be. */
export const invalid = (message: string, about: { code?: string; param?: string; status?: number } = {}): Refusal => {
  const { status = 400, ...rest } = about
  return new Refusal(status, { type: 'invalid_request_error', message, ...rest })
}

/** 404: no such object. `param` is the parameter that named it. */
export const missing = (kind: string, id: string, param: string): Refusal =>
  invalid(`No such ${kind}: '${id}'`, { code: 'resource_missing', param, status: 404 })

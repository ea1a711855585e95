import Stripe from 'stripe'
import { toStripe } from '../stripe-money.ts'
import { eventsBetween, readEvent } from './events.ts'
import type { FormOrder, Gateway, PageOrder } from './gateway.ts'
import { close, factsOfRefund, look } from './look.ts'
import { movementsIn } from './movements.ts'

export type StripeSettings = {
  readonly secretKey: string
  /** For the form in a page. */
  readonly publishableKey?: string | undefined
  /** What webhooks are signed with; without it none is believed. */
  readonly webhookSecret?: string | undefined
  /** Where the one that stands in is, as `http://127.0.0.1:4010`; Stripe itself where there is none. */
  readonly address?: string | undefined
  readonly timeoutMs?: number
}

/** The shapes that this was written against; another version of the SDK does not compile here until they are read again. */
const API_VERSION = '2026-10-28.endive'
/** What a payer waits at most; the request is made again with its key. */
const TIMEOUT_MS = 10_000
/** Of what is paid, in Stripe's characters. */
const LONGEST_NAME = 250

/** Opens Gavel's view of Stripe. Nothing is asked of it yet, so this never fails. */
export function openStripe({ secretKey, publishableKey, webhookSecret, address, timeoutMs }: StripeSettings): Gateway {
  const stripe = new Stripe(secretKey, {
    apiVersion: API_VERSION,
    timeout: timeoutMs ?? TIMEOUT_MS,
    // When it is tried again, the payment decides (RETRY-4).
    maxNetworkRetries: 0,
    telemetry: false,
    ...(address !== undefined && placeOf(address)),
  })
  return {
    publishableKey: publishableKey ?? null,
    scriptUrl: address === undefined ? null : new URL('/v3/', address).href,
    openPage: async (order) => {
      const { id, url } = await stripe.checkout.sessions.create(pageParams(order), { idempotencyKey: order.key })
      if (url === null) throw new Error(`the new session ${id} has no page`)
      return { provider: id, url }
    },
    openForm: async (order) => {
      const { id, client_secret: clientSecret } = await stripe.paymentIntents.create(formParams(order), {
        idempotencyKey: order.key,
      })
      if (clientSecret === null) throw new Error(`the new intent ${id} has no client secret`)
      return { provider: id, clientSecret }
    },
    look: (at) => look(stripe, at),
    close: (at) => close(stripe, at),
    refund: async ({ key, payment, refund, charge, money }) => {
      const { amount } = toStripe(money)
      const params = { charge, amount, metadata: { gavel: 'refund', payment, refund } }
      return factsOfRefund(await stripe.refunds.create(params, { idempotencyKey: key }))
    },
    readEvent: (rawBody, signature, nowMs) => readEvent(stripe, webhookSecret ?? null, rawBody, signature, nowMs),
    events: (sinceMs) => eventsBetween(stripe, Math.floor(sinceMs / 1_000), null),
    movements: (span) => movementsIn(stripe, span),
  }
}

function placeOf(address: string): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const { hostname, port, protocol } = new URL(address)
  const isSecure = protocol === 'https:'
  return { host: hostname, port: port || (isSecure ? '443' : '80'), protocol: isSecure ? 'https' : 'http' }
}

/** What names our payment, on everything that comes of an attempt: Stripe copies an intent's to its charges. */
const namesOf = ({ payment, attempt }: FormOrder) => ({ gavel: 'payment', payment, attempt })

function pageParams(order: PageOrder): Stripe.Checkout.SessionCreateParams {
  const { money, words, email, successUrl, cancelUrl, expiresAtMs } = order
  const { amount, currency } = toStripe(money)
  const metadata = namesOf(order)
  const name = words.slice(0, LONGEST_NAME)
  return {
    mode: 'payment',
    line_items: [{ quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name } } }],
    success_url: successUrl,
    cancel_url: cancelUrl,
    expires_at: Math.floor(expiresAtMs / 1_000),
    // The price is what the organiser set, in that currency.
    adaptive_pricing: { enabled: false },
    metadata,
    payment_intent_data: { metadata, description: name, ...(email !== null && { receipt_email: email }) },
    ...(email !== null && { customer_email: email }),
  }
}

function formParams(order: FormOrder): Stripe.PaymentIntentCreateParams {
  const { money, words, email } = order
  return {
    ...toStripe(money),
    description: words.slice(0, LONGEST_NAME),
    metadata: namesOf(order),
    ...(email !== null && { receipt_email: email }),
  }
}

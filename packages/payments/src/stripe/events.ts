import type Stripe from 'stripe'
import type { EventRefusal, Gateway, ProviderEvent } from './gateway.ts'

/** What Gavel works on; any other type is kept and done. Stripe takes at most twenty in one list. */
export const EVENT_TYPES = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.processing',
  'payment_intent.payment_failed',
  'payment_intent.succeeded',
  'payment_intent.canceled',
  'charge.succeeded',
  'charge.updated',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
] as const

/** How old a signature may be, in seconds: what Stripe's SDK takes. */
const TOLERANCE_S = 300
const NO_TOLERANCE = 0

type Fields = { readonly [name: string]: unknown }

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** What of an object names it, or something that it belongs to, and begins so. */
const NAMES = ['id', 'payment_intent', 'charge', 'latest_charge'] as const
const OURS_TO_LOOK_AT = /^(?:cs|pi|ch|py|re|pyr|du|dp)_/

/** An event from what Stripe sent; null where that is none. */
function eventOf(given: unknown): ProviderEvent | null {
  const event = fieldsOf(given)
  const object = fieldsOf(fieldsOf(event?.data)?.object)
  const id = text(event?.id)
  const type = text(event?.type)
  const created = event?.created
  if (!object || id === null || type === null || typeof created !== 'number' || event?.object !== 'event') return null
  const named = NAMES.flatMap((name) => text(object[name]) ?? text(fieldsOf(object[name])?.id) ?? [])
  return {
    id,
    type,
    createdAtMs: created * 1_000,
    payment: text(fieldsOf(object.metadata)?.payment),
    provider: [...new Set(named.filter((one) => OURS_TO_LOOK_AT.test(one)))],
  }
}

/** Believes a webhook's raw body, or says why not (GATEWAY-7). */
export function readEvent(
  { webhooks }: Stripe,
  secret: string | null,
  ...[rawBody, signature, nowMs]: Parameters<Gateway['readEvent']>
): { event: ProviderEvent } | { refusal: EventRefusal } {
  const isSigned = (toleranceS: number): boolean => {
    try {
      // The SDK checks before it reads: a body that is signed and cannot be read is not a matter of the signature.
      webhooks.constructEvent(rawBody, signature, secret ?? '', toleranceS, undefined, nowMs)
      return true
    } catch (error) {
      return !(error instanceof Error && 'type' in error && error.type === 'StripeSignatureVerificationError')
    }
  }
  if (!isSigned(TOLERANCE_S)) return { refusal: isSigned(NO_TOLERANCE) ? 'OLD' : 'SIGNATURE' }
  const event = eventOf(readJson(typeof rawBody === 'string' ? rawBody : new TextDecoder().decode(rawBody)))
  return event ? { event } : { refusal: 'SHAPE' }
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const PAGE = 100
/** So many are kept in memory at once; more are read in shorter times. */
const MOST_AT_ONCE = 1_000

/**
 * What happened from one second to another (`to` null: until now), oldest first. Stripe tells the newest first, so a time that is too full to be
 * kept is halved (GATEWAY-8).
 */
export async function* eventsBetween(stripe: Stripe, from: number, to: number | null): AsyncGenerator<ProviderEvent> {
  const created = { gte: from, ...(to !== null && { lte: to }) }
  const newestFirst: ProviderEvent[] = []
  for await (const one of stripe.events.list({ types: [...EVENT_TYPES], created, limit: PAGE })) {
    const event = eventOf(one)
    if (event) newestFirst.push(event)
    const newest = Math.floor((newestFirst[0]?.createdAtMs ?? 0) / 1_000)
    // One second is never halved.
    if (newestFirst.length <= MOST_AT_ONCE || newest <= from) continue
    const middle = Math.floor((from + newest) / 2)
    yield* eventsBetween(stripe, from, middle)
    yield* eventsBetween(stripe, middle + 1, newest)
    return
  }
  yield* newestFirst.toReversed()
}

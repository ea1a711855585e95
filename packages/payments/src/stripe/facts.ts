// Stripe's objects in Gavel's words and units. Stripe may say more than it said when this was written: what is not known is read as the
// state that decides nothing.
import type Stripe from 'stripe'
import type { Facts } from '../commands.ts'
import { fromStripe } from '../stripe-money.ts'

type Fact<K extends 'charges' | 'refunds' | 'disputes'> = Facts[K][number]
type Intent = NonNullable<Facts['intent']>

/** Facts that say nothing. */
export const NOTHING: Facts = { attempt: null, page: null, intent: null, charges: [], refunds: [], disputes: [] }

/** What is written on an object; null where it is not ours. */
export function ours(
  metadata: Stripe.Metadata | null | undefined,
  name: 'payment' | 'attempt' | 'refund',
): string | null {
  return metadata?.[name] || null
}

const PAGE_STATES = ['open', 'complete', 'expired'] as const

export function pageOf({ status, url }: Stripe.Checkout.Session): Facts['page'] {
  const state = PAGE_STATES.find((one) => one === status)
  return state ? { url, state } : null
}

/**
 * An intent. One that a slow method failed waits for another way to pay as one whose card was declined does, but its page is closed and nobody
 * looks at its form any more: that one has failed (GATEWAY-3).
 */
export function intentOf({ status, last_payment_error: error }: Stripe.PaymentIntent, page: Facts['page']): Intent {
  const declined = error?.decline_code ?? error?.code ?? null
  switch (status) {
    case 'succeeded':
      return { state: 'succeeded', declined: null }
    case 'canceled':
      return { state: 'cancelled', declined }
    case 'processing':
    case 'requires_capture':
      return { state: 'processing', declined: null }
    case 'requires_payment_method': {
      const failed =
        error !== null && (page ? page.state === 'complete' : !AT_ONCE.has(error.payment_method?.type ?? 'card'))
      return { state: failed ? 'failed' : 'waiting', declined }
    }
    default:
      return { state: 'waiting', declined }
  }
}

/** Ways to pay of which a decline is known while the payer looks. */
const AT_ONCE: ReadonlySet<string> = new Set(['card', 'link'])

/** Those that succeeded, with what Stripe kept, once that is known. */
export function chargeOf({
  id,
  status,
  amount,
  currency,
  created,
  balance_transaction: line,
}: Stripe.Charge): Fact<'charges'>[] {
  if (status !== 'succeeded') return []
  const money = fromStripe(amount, currency)
  const fee = line !== null && typeof line === 'object' ? shareOf(money.amount, line.fee, line.amount) : null
  return [{ id, money, fee, atMs: created * 1_000 }]
}

/**
 * What Stripe kept, in the charge's currency: the account's may be another one, so it is told as a part of the whole. Null where Stripe has
 * not counted it yet.
 */
function shareOf(amount: number, fee: number, whole: number): number | null {
  return whole > 0 ? Math.round((amount * fee) / whole) : null
}

export function refundStateOf(status: string | null): Fact<'refunds'>['state'] {
  if (status === 'succeeded') return 'done'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}

export function refundOf({ id, charge, amount, currency, status, metadata }: Stripe.Refund): Fact<'refunds'>[] {
  if (charge === null) return []
  const { amount: back } = fromStripe(amount, currency)
  return [{ id, charge: idOf(charge), amount: back, state: refundStateOf(status), ours: ours(metadata, 'refund') }]
}

/** A dispute once its money was taken: a bank that only asks has taken none (GATEWAY-4). */
export function disputeOf({
  id,
  charge,
  amount,
  currency,
  status,
  balance_transactions: lines,
}: Stripe.Dispute): Fact<'disputes'>[] {
  const taken = lines.filter((line) => line.amount < 0)
  if (taken.length === 0) return []
  const { amount: disputed } = fromStripe(amount, currency)
  const whole = taken.reduce((sum, line) => sum - line.amount, 0)
  const fees = taken.reduce((sum, line) => sum + line.fee, 0)
  return [
    {
      id,
      charge: idOf(charge),
      amount: disputed,
      fee: shareOf(disputed, fees, whole) ?? 0,
      state: disputeStateOf(status),
    },
  ]
}

function disputeStateOf(status: string): Fact<'disputes'>['state'] {
  if (status === 'won') return 'won'
  return status === 'lost' || status === 'prevented' ? 'lost' : 'open'
}

/** The id of something that is told as an id or as a whole. */
export function idOf(one: string | { readonly id: string }): string {
  return typeof one === 'string' ? one : one.id
}

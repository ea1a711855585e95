import type Stripe from 'stripe'
import type { Movement } from '../reconcile.ts'
import { fromStripe } from '../stripe-money.ts'
import { ours, refundStateOf } from './facts.ts'
import { allOf } from './look.ts'

/** More than a day of ours has by far. */
const MOST = 50_000
const PAGE = 100

/** Stripe's charges that succeeded, and its refunds, made from `fromMs` on and before `toMs` (GATEWAY-9). */
export async function movementsIn(
  stripe: Stripe,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<Movement[]> {
  const created = { gte: Math.ceil(fromMs / 1_000), lt: Math.ceil(toMs / 1_000) }
  const about = { created, limit: PAGE }
  const charges = await allOf(stripe.charges.list(about), MOST)
  const refunds = await allOf(stripe.refunds.list({ ...about, expand: ['data.charge'] }), MOST)
  return [...charges.flatMap(ofCharge), ...refunds.map(ofRefund)]
}

function ofCharge({ id, status, amount, currency, created, metadata }: Stripe.Charge): Movement[] {
  if (status !== 'succeeded') return []
  const money = fromStripe(amount, currency)
  return [{ id, kind: 'charge', money, atMs: created * 1_000, state: 'done', payment: ours(metadata, 'payment') }]
}

/** One that somebody made by hand names no payment, but its charge does. */
function ofRefund({ id, charge, status, amount, currency, created, metadata }: Stripe.Refund): Movement {
  const ofCharge = charge !== null && typeof charge === 'object' ? ours(charge.metadata, 'payment') : null
  const payment = ours(metadata, 'payment') ?? ofCharge
  const state = refundStateOf(status)
  return { id, kind: 'refund', money: fromStripe(amount, currency), atMs: created * 1_000, state, payment }
}

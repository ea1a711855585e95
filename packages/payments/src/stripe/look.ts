import type Stripe from 'stripe'
import type { Facts } from '../commands.ts'
import { chargeOf, disputeOf, idOf, intentOf, NOTHING, ours, pageOf, refundOf } from './facts.ts'
import type { ProviderAt } from './gateway.ts'

/** More than one attempt ever has: a list that is longer is not ours. */
const MOST = 1_000
const PAGE = 100

/** All of a list, page by page. Throws beyond `most`: a part of it would be taken for the whole. */
export async function allOf<T>(list: AsyncIterable<T>, most = MOST): Promise<T[]> {
  const all: T[] = []
  for await (const one of list) {
    if (all.length === most) throw new Error(`Stripe tells of more than ${most} things at once`)
    all.push(one)
  }
  return all
}

/** What Stripe says of a session or intent. As many requests as it needs: one for what nobody has tried to pay yet. */
export async function look(stripe: Stripe, { provider }: Pick<ProviderAt, 'provider'>): Promise<Facts> {
  if (provider.startsWith('pi_')) return ofIntent(stripe, await stripe.paymentIntents.retrieve(provider), null)
  const session = await stripe.checkout.sessions.retrieve(provider, { expand: ['payment_intent'] })
  const page = pageOf(session)
  const { payment_intent: intent } = session
  if (intent !== null && typeof intent === 'object') return ofIntent(stripe, intent, page)
  return { ...NOTHING, attempt: ours(session.metadata, 'attempt'), page }
}

async function ofIntent(stripe: Stripe, intent: Stripe.PaymentIntent, page: Facts['page']): Promise<Facts> {
  const said = { ...NOTHING, attempt: ours(intent.metadata, 'attempt'), page, intent: intentOf(intent, page) }
  if (intent.latest_charge === null) return said
  const about = { payment_intent: intent.id, limit: PAGE }
  const listed = await allOf(stripe.charges.list({ ...about, expand: ['data.balance_transaction'] }))
  // The list may be a moment behind the intent, which would be paid by nothing.
  const latest = idOf(intent.latest_charge)
  const isListed = listed.some(({ id }) => id === latest)
  const all = isListed
    ? listed
    : [...listed, await stripe.charges.retrieve(latest, { expand: ['balance_transaction'] })]
  const charges = all.filter(({ status }) => status === 'succeeded')
  if (charges.length === 0) return said
  const [refunds, disputes] = await Promise.all([
    allOf(stripe.refunds.list(about)),
    charges.some(({ disputed }) => disputed) ? allOf(stripe.disputes.list(about)) : [],
  ])
  return {
    ...said,
    charges: charges.flatMap(chargeOf),
    refunds: refunds.flatMap(refundOf),
    disputes: disputes.flatMap(disputeOf),
  }
}

/**
 * Closes a page or a form, and looks. What Stripe does not close any more is paid, on its way or closed: looking tells which. No idempotency
 * key: closing twice is closing once, and a refusal would be remembered with the key after its reason is gone.
 */
export async function close(stripe: Stripe, { provider }: Pick<ProviderAt, 'provider'>): Promise<Facts> {
  try {
    if (provider.startsWith('pi_')) await stripe.paymentIntents.cancel(provider)
    else await stripe.checkout.sessions.expire(provider)
  } catch (error) {
    const isRefused = error instanceof Error && 'statusCode' in error && error.statusCode === 400
    if (!isRefused) throw error
  }
  return look(stripe, { provider })
}

/** The facts of one refund. */
export function factsOfRefund(refund: Stripe.Refund): Facts {
  return { ...NOTHING, refunds: refundOf(refund) }
}

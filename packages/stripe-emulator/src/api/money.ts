import type Stripe from 'stripe'
import { z } from 'zod'
import { mergedMetadata } from '../core/checkout.ts'
import type { Desk } from '../core/desk.ts'
import { emit } from '../core/desk.ts'
import { answerDispute, closeDispute } from '../core/disputes.ts'
import { findObject, listOf } from '../core/find.ts'
import { type JsonObject, wire } from '../core/json.ts'
import { missing, type Outcome, Refusal } from '../core/problem.ts'
import { createRefund } from '../core/refunds.ts'
import { renderCharge, renderDispute, renderRefund, renderTransaction } from '../core/render-money.ts'
import type { Charge, Dispute } from '../core/world.ts'
import { flag, metadata, type Names, paging, text, whole } from './params.ts'
import { type Route, route } from './route.ts'

const nothing = z.strictObject({})
const updating = z.strictObject({ metadata: metadata.optional(), description: text().optional() })

/** One object by its id, or the 404 of its kind. */
const got = (desk: Desk, kind: string, id: string): Outcome<JsonObject> =>
  findObject(desk, id) ?? missing(kind, id, kind === 'balance transaction' ? 'id' : kind)

const refunding = z.strictObject({
  charge: text().optional(),
  payment_intent: text().optional(),
  amount: whole.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
} satisfies Names<Stripe.RefundCreateParams>)

/** The charge that a refund is about. */
const chargeOf = (desk: Desk, { charge, payment_intent: id }: z.output<typeof refunding>): Outcome<Charge> => {
  const { world } = desk
  if (charge !== undefined) return world.charges.get(charge) ?? missing('charge', charge, 'charge')
  if (id === undefined)
    return new Refusal(400, {
      type: 'invalid_request_error',
      code: 'parameter_missing',
      message: 'One of the following params should be provided for this request: payment_intent or charge.',
    })
  const intent = world.intents.get(id)
  if (!intent) return missing('payment_intent', id, 'payment_intent')
  const latest = intent.latestCharge === null ? undefined : world.charges.get(intent.latestCharge)
  return latest?.state.status === 'succeeded'
    ? latest
    : new Refusal(400, {
        type: 'invalid_request_error',
        message: `This PaymentIntent (${id}) does not have a successful charge to refund.`,
        param: 'payment_intent',
      })
}

const dispute = (desk: Desk, id: string, act: (dispute: Dispute) => Outcome<Dispute>): Outcome<JsonObject> => {
  const known = desk.world.disputes.get(id)
  if (!known) return missing('dispute', id, 'dispute')
  const after = act(known)
  return after instanceof Refusal ? after : renderDispute(desk.world, after, desk.nowMs)
}

const about = { charge: text().optional(), payment_intent: text().optional() }
const concerns =
  (params: { charge?: string | undefined; payment_intent?: string | undefined }) =>
  (row: { charge: string; intent: string }): boolean =>
    (params.charge === undefined || row.charge === params.charge) &&
    (params.payment_intent === undefined || row.intent === params.payment_intent)

const charges: readonly Route[] = [
  route(
    'GET',
    '/v1/charges',
    z.strictObject({ ...paging, payment_intent: about.payment_intent, customer: text().optional() }),
    ({ desk, params }) =>
      listOf(
        { url: '/v1/charges', kind: 'charge' },
        desk.world.charges
          .newestFirst()
          .filter(
            ({ intent, customer }) =>
              (params.payment_intent === undefined || intent === params.payment_intent) &&
              (params.customer === undefined || customer === params.customer),
          ),
        params,
        (charge) => renderCharge(desk.world, charge),
      ),
  ),
  route('GET', '/v1/charges/:id', nothing, ({ desk, id }) => got(desk, 'charge', id)),
  route('POST', '/v1/charges/:id', updating, ({ desk, id, params }) => {
    const charge = desk.world.charges.get(id)
    if (!charge) return missing('charge', id, 'charge')
    const description = params.description ?? charge.description
    const changed = { ...charge, description, metadata: mergedMetadata(charge.metadata, params.metadata) }
    const told = renderCharge(desk.world, desk.world.charges.put(changed))
    emit(desk, 'charge.updated', told)
    return told
  }),
]

const refunds: readonly Route[] = [
  route('POST', '/v1/refunds', refunding, ({ desk, params }) => {
    const charge = chargeOf(desk, params)
    if (charge instanceof Refusal) return charge
    const { amount, reason = null } = params
    const refund = createRefund(desk, charge, { amount, reason, metadata: mergedMetadata({}, params.metadata) })
    return refund instanceof Refusal ? refund : wire(renderRefund(desk.world, refund))
  }),
  route('GET', '/v1/refunds', z.strictObject({ ...paging, ...about }), ({ desk, params }) =>
    listOf(
      { url: '/v1/refunds', kind: 'refund' },
      desk.world.refunds.newestFirst().filter(concerns(params)),
      params,
      (refund) => renderRefund(desk.world, refund),
    ),
  ),
  route('GET', '/v1/refunds/:id', nothing, ({ desk, id }) => got(desk, 'refund', id)),
  route('POST', '/v1/refunds/:id', z.strictObject({ metadata: metadata.optional() }), ({ desk, id, params }) => {
    const refund = desk.world.refunds.get(id)
    if (!refund) return missing('refund', id, 'refund')
    const changed = { ...refund, metadata: mergedMetadata(refund.metadata, params.metadata) }
    const told = wire(renderRefund(desk.world, desk.world.refunds.put(changed)))
    emit(desk, 'refund.updated', told)
    return told
  }),
]

const balances: readonly Route[] = [
  route(
    'GET',
    '/v1/balance_transactions',
    z.strictObject({ ...paging, currency: text(3).optional(), source: text().optional(), type: text().optional() }),
    ({ desk, params }) =>
      listOf(
        { url: '/v1/balance_transactions', kind: 'balance transaction' },
        desk.world.transactions
          .newestFirst()
          .filter(
            ({ currency, source, type }) =>
              (params.currency === undefined || currency === params.currency.toLowerCase()) &&
              (params.source === undefined || source === params.source) &&
              (params.type === undefined || type === params.type),
          ),
        params,
        (line) => renderTransaction(line, desk.nowMs),
      ),
  ),
  route('GET', '/v1/balance_transactions/:id', nothing, ({ desk, id }) => got(desk, 'balance transaction', id)),
  route('GET', '/v1/balance', nothing, ({ desk }) => {
    const sums = { available: new Map<string, number>(), pending: new Map<string, number>() }
    for (const { amount, fee, currency, availableMs } of desk.world.transactions.oldestFirst()) {
      const sum = availableMs <= desk.nowMs ? sums.available : sums.pending
      sum.set(currency, (sum.get(currency) ?? 0) + amount - fee)
    }
    const told = (sum: Map<string, number>) => [...sum].map(([currency, amount]) => ({ amount, currency }))
    return wire({
      object: 'balance',
      available: told(sums.available),
      livemode: false,
      pending: told(sums.pending),
    })
  }),
]

const disputes: readonly Route[] = [
  route('GET', '/v1/disputes', z.strictObject({ ...paging, ...about }), ({ desk, params }) =>
    listOf(
      { url: '/v1/disputes', kind: 'dispute' },
      desk.world.disputes.newestFirst().filter(concerns(params)),
      params,
      (one) => renderDispute(desk.world, one, desk.nowMs),
    ),
  ),
  route('GET', '/v1/disputes/:id', nothing, ({ desk, id }) => got(desk, 'dispute', id)),
  route(
    'POST',
    '/v1/disputes/:id',
    z.strictObject({
      evidence: z.record(text(30), text(20_000)).optional(),
      metadata: metadata.optional(),
      submit: flag.optional(),
    }),
    ({ desk, id, params }) =>
      dispute(desk, id, (known) => {
        const merged = mergedMetadata(known.metadata, params.metadata)
        const changed = desk.world.disputes.put({ ...known, metadata: merged })
        if (!params.evidence) return changed
        const text = params.evidence.uncategorized_text ?? ''
        return answerDispute(desk, changed, { text, isSubmitted: params.submit !== false })
      }),
  ),
  route('POST', '/v1/disputes/:id/close', nothing, ({ desk, id }) =>
    dispute(desk, id, (known) => closeDispute(desk, known, 'lost')),
  ),
]

/** Charges, refunds, the balance and disputes: where money has moved. */
export const moneyRoutes: readonly Route[] = [...charges, ...refunds, ...balances, ...disputes]

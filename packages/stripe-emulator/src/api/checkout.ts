import type Stripe from 'stripe'
import { z } from 'zod'
import { createSession, expireSession, mergedMetadata, type NewItem } from '../core/checkout.ts'
import type { Desk } from '../core/desk.ts'
import { listOf } from '../core/find.ts'
import { type JsonObject, wire } from '../core/json.ts'
import { DEBITS } from '../core/methods.ts'
import { currencyOf } from '../core/money.ts'
import { invalid, missing, type Outcome, Refusal } from '../core/problem.ts'
import { renderItem, renderSession } from '../core/render-session.ts'
import type { Session } from '../core/world.ts'
import { address, email, metadata, type Names, paging, text, whole } from './params.ts'
import { type Route, route } from './route.ts'

const item = z.strictObject({
  quantity: whole.optional(),
  price: text().optional(),
  price_data: z
    .strictObject({
      currency: text(3),
      unit_amount: whole,
      product_data: z.strictObject({
        name: text(250).min(1),
        description: text().optional(),
        metadata: metadata.optional(),
      }),
    })
    .optional(),
})

/** Something that this Stripe does not do. */
const off = z.strictObject({ enabled: z.literal('false', 'This Stripe does not do that: enabled must be false.') })

const creating = z.strictObject({
  mode: z.literal('payment', 'This Stripe takes single payments: mode must be `payment`.'),
  success_url: address,
  cancel_url: address.optional(),
  line_items: z.array(item).min(1).max(100),
  client_reference_id: text(200).optional(),
  customer: text().optional(),
  customer_email: email.optional(),
  customer_creation: z.literal('if_required').optional(),
  metadata: metadata.optional(),
  payment_intent_data: z
    .strictObject({
      metadata: metadata.optional(),
      description: text().optional(),
      receipt_email: email.optional(),
      statement_descriptor_suffix: text(22).optional(),
    })
    .optional(),
  allowed_payment_method_types: z
    .array(z.enum(['card', ...DEBITS]))
    .min(1)
    .optional(),
  expires_at: whole.optional(),
  locale: text(10).optional(),
  // Given so, they say what is so here: no other currency, no taxes, no address.
  adaptive_pricing: off.optional(),
  automatic_tax: off.optional(),
  billing_address_collection: z.literal('auto').optional(),
  submit_type: z.enum(['auto', 'pay', 'book', 'donate']).optional(),
  ui_mode: z.literal('hosted_page', 'This Stripe has the hosted page alone.').optional(),
} satisfies Names<Stripe.Checkout.SessionCreateParams>)
type Creating = z.output<typeof creating>

/** What is sold. A price that exists is sold again; `price_data` makes one. */
const itemOf = (desk: Desk, given: z.output<typeof item>, i: number): Outcome<NewItem> => {
  const param = `line_items[${i}]`
  const quantity = given.quantity ?? 1
  if (quantity < 1) return invalid('Invalid positive integer', { param: `${param}[quantity]` })
  const { price: id, price_data: data } = given
  if (data) {
    const currency = currencyOf(data.currency, `${param}[price_data][currency]`)
    if (currency instanceof Refusal) return currency
    if (data.unit_amount < 0)
      return invalid('This value must be greater than or equal to 0.', {
        code: 'parameter_invalid_integer',
        param: `${param}[price_data][unit_amount]`,
      })
    const { name, description = null } = data.product_data
    return { name, description, currency, unitAmount: data.unit_amount, quantity }
  }
  if (id === undefined)
    return invalid(`You must specify either \`price\` or \`price_data\` for ${param}.`, {
      code: 'parameter_missing',
      param: `${param}[price]`,
    })
  const price = desk.world.prices.get(id)
  if (!price) return missing('price', id, `${param}[price]`)
  const { name, description } = desk.world.products.need(price.product)
  return { name, description, currency: price.currency, unitAmount: price.unitAmount, quantity }
}

const create = (desk: Desk, params: Creating): Outcome<Session> => {
  const items: NewItem[] = []
  for (const [i, one] of params.line_items.entries()) {
    const sold = itemOf(desk, one, i)
    if (sold instanceof Refusal) return sold
    items.push(sold)
  }
  const customer = params.customer === undefined ? null : desk.world.customers.get(params.customer)
  if (customer === undefined || customer?.isDeleted) return missing('customer', params.customer ?? '', 'customer')
  if (customer && params.customer_email !== undefined)
    return invalid('You may only specify one of these parameters: customer, customer_email.')
  const { payment_intent_data: intent } = params
  return createSession(desk, {
    items,
    successUrl: params.success_url,
    cancelUrl: params.cancel_url ?? null,
    expiresMs: params.expires_at === undefined ? undefined : params.expires_at * 1_000,
    reference: params.client_reference_id ?? null,
    customer: customer?.id ?? null,
    customerEmail: params.customer_email ?? null,
    metadata: mergedMetadata({}, params.metadata),
    intentData: {
      metadata: mergedMetadata({}, intent?.metadata),
      description: intent?.description ?? null,
      receiptEmail: intent?.receipt_email ?? null,
    },
    allowedTypes: params.allowed_payment_method_types ?? null,
    locale: params.locale ?? null,
    submitType: params.submit_type ?? null,
  })
}

const answered = (desk: Desk, session: Outcome<Session>): Outcome<JsonObject> =>
  session instanceof Refusal ? session : wire(renderSession(session, desk.baseUrl))

const find = (desk: Desk, id: string): Outcome<Session> =>
  desk.world.sessions.get(id) ?? missing('checkout.session', id, 'session')

const listing = z.strictObject({
  ...paging,
  payment_intent: text().optional(),
  customer: text().optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
})

/** Checkout Sessions: https://docs.stripe.com/api/checkout/sessions. */
export const checkoutRoutes: readonly Route[] = [
  route('POST', '/v1/checkout/sessions', creating, ({ desk, params }) => answered(desk, create(desk, params))),
  route('GET', '/v1/checkout/sessions', listing, ({ desk, params }) =>
    listOf(
      { url: '/v1/checkout/sessions', kind: 'checkout.session' },
      desk.world.sessions
        .newestFirst()
        .filter(
          ({ intent, customer, state }) =>
            (params.payment_intent === undefined || intent === params.payment_intent) &&
            (params.customer === undefined || customer === params.customer) &&
            (params.status === undefined || state.status === params.status),
        ),
      params,
      (session) => renderSession(session, desk.baseUrl),
    ),
  ),
  route('GET', '/v1/checkout/sessions/:id', z.strictObject({}), ({ desk, id }) => answered(desk, find(desk, id))),
  route(
    'POST',
    '/v1/checkout/sessions/:id',
    z.strictObject({ metadata: metadata.optional() }),
    ({ desk, id, params }) => {
      const session = find(desk, id)
      if (session instanceof Refusal) return session
      const changed = { ...session, metadata: mergedMetadata(session.metadata, params.metadata) }
      return answered(desk, desk.world.sessions.put(changed))
    },
  ),
  route('POST', '/v1/checkout/sessions/:id/expire', z.strictObject({}), ({ desk, id }) => {
    const session = find(desk, id)
    return session instanceof Refusal ? session : answered(desk, expireSession(desk, session))
  }),
  route('GET', '/v1/checkout/sessions/:id/line_items', z.strictObject(paging), ({ desk, id, params }) => {
    const session = find(desk, id)
    if (session instanceof Refusal) return session
    const rows = session.items.map((one) => ({ ...one, createdMs: session.createdMs }))
    const about = { url: `/v1/checkout/sessions/${id}/line_items`, kind: 'line_item' }
    return listOf(about, rows, params, (one) => renderItem(desk.world, session, one))
  }),
]

import type Stripe from 'stripe'
import { z } from 'zod'
import { mergedMetadata } from '../core/checkout.ts'
import type { Desk } from '../core/desk.ts'
import { listOf } from '../core/find.ts'
import { cancelIntent, confirmIntent, createIntent, updateIntent } from '../core/intents.ts'
import type { JsonObject } from '../core/json.ts'
import { wire } from '../core/json.ts'
import { DEBITS, methodNamed, newAccount, newCard, typesOf } from '../core/methods.ts'
import { amountProblem, currencyOf } from '../core/money.ts'
import { invalid, missing, type Outcome, Refusal } from '../core/problem.ts'
import { renderIntent, renderMethod } from '../core/render.ts'
import type { Intent, Method } from '../core/world.ts'
import { address, email, flag, metadata, type Names, paging, text, whole } from './params.ts'
import { type Route, route } from './route.ts'

const billing = z.object({ email: email.optional(), name: text().optional() }).optional()
const methodData = z.strictObject({
  type: text(),
  card: z.strictObject({ number: text(30), exp_month: whole, exp_year: whole, cvc: text(4).optional() }).optional(),
  us_bank_account: z.looseObject({ account_number: text(17) }).optional(),
  billing_details: billing,
  metadata: metadata.optional(),
})

/** A way to pay, as it is typed. */
const newMethod = (desk: Desk, given: z.output<typeof methodData>): Outcome<Method> => {
  const { type, card, us_bank_account: account, billing_details: holder } = given
  if (type === 'card' && card) {
    const number = card.number.replaceAll(' ', '')
    return newCard(desk, { number, expMonth: card.exp_month, expYear: card.exp_year, cvc: card.cvc }, holder)
  }
  if (type === 'us_bank_account' && account) return newAccount(desk, { number: account.account_number, type }, holder)
  return invalid(`Missing required param: payment_method_data[${type}].`, {
    code: 'parameter_missing',
    param: `payment_method_data[${type}]`,
  })
}

const shared = {
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata.optional(),
  payment_method: text().optional(),
  payment_method_data: methodData.optional(),
  allowed_payment_method_types: z
    .array(z.enum(['card', ...DEBITS]))
    .min(1)
    .optional(),
  receipt_email: email.optional(),
  statement_descriptor_suffix: text(22).optional(),
} satisfies Names<Stripe.PaymentIntentUpdateParams>
const confirming = {
  return_url: address.optional(),
  off_session: flag.optional(),
  error_on_requires_action: flag.optional(),
  use_stripe_sdk: flag.optional(),
} satisfies Names<Stripe.PaymentIntentConfirmParams>
const creating = z.strictObject({
  ...shared,
  ...confirming,
  amount: whole,
  currency: text(3),
  confirm: flag.optional(),
  capture_method: z.enum(['automatic', 'automatic_async'], 'This Stripe captures at once.').optional(),
  confirmation_method: z.literal('automatic', 'This Stripe confirms automatically.').optional(),
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
} satisfies Names<Stripe.PaymentIntentCreateParams>)

type Shared = { [K in keyof typeof shared]: z.output<(typeof shared)[K]> }

/** The method that a request names or brings, if any. */
const methodIn = (desk: Desk, { payment_method: id, payment_method_data: data }: Partial<Shared>) =>
  id !== undefined ? methodNamed(desk, id) : data ? newMethod(desk, data) : null

const noCustomer = (desk: Desk, id: string | undefined): Refusal | null => {
  const customer = id === undefined ? undefined : desk.world.customers.get(id)
  return id === undefined || (customer && !customer.isDeleted) ? null : missing('customer', id, 'customer')
}

const confirmed = (
  desk: Desk,
  intent: Intent,
  method: Method,
  how: { [K in keyof typeof confirming]?: z.output<(typeof confirming)[K]> },
): Outcome<Intent> => {
  const mayLeave = intent.redirects && intent.allowedTypes === null
  if (mayLeave && how.return_url === undefined && how.use_stripe_sdk !== true)
    return invalid(
      'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you do not want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never`.',
      { param: 'return_url' },
    )
  return confirmIntent(desk, intent, {
    method,
    isOffSession: how.off_session === true,
    failsOnAction: how.error_on_requires_action === true,
    returnUrl: how.return_url ?? null,
  })
}

const create = (desk: Desk, params: z.output<typeof creating>): Outcome<Intent> => {
  const currency = currencyOf(params.currency, 'currency')
  if (currency instanceof Refusal) return currency
  const problem = amountProblem(params.amount, currency, 'amount') ?? noCustomer(desk, params.customer)
  if (problem) return problem
  const method = methodIn(desk, params)
  if (method instanceof Refusal) return method
  if (params.confirm && !method)
    return invalid('You cannot confirm this PaymentIntent because it’s missing a payment method.', {
      code: 'payment_intent_unexpected_state',
    })
  const intent = createIntent(desk, {
    amount: params.amount,
    currency,
    customer: params.customer ?? null,
    description: params.description ?? null,
    metadata: mergedMetadata({}, params.metadata),
    method: method?.id ?? null,
    methodTypes: typesOf(currency, params.allowed_payment_method_types),
    allowedTypes: params.allowed_payment_method_types ?? null,
    redirects: params.automatic_payment_methods?.allow_redirects !== 'never',
    receiptEmail: params.receipt_email ?? null,
    statementSuffix: params.statement_descriptor_suffix ?? null,
    session: null,
  })
  return params.confirm && method ? confirmed(desk, intent, method, params) : intent
}

const find = (desk: Desk, id: string): Outcome<Intent> =>
  desk.world.intents.get(id) ?? missing('payment_intent', id, 'intent')

/** An intent that Checkout made is moved by Checkout alone. */
const findOwn = (desk: Desk, id: string, doing: string): Outcome<Intent> => {
  const intent = find(desk, id)
  if (intent instanceof Refusal || intent.session === null) return intent
  return invalid(
    `You cannot ${doing} a PaymentIntent created by Checkout. Expire the Checkout Session ${intent.session} instead.`,
    { code: 'payment_intent_unexpected_state' },
  )
}

/** The secret lets a browser see and confirm its one intent. */
const secretProblem = (intent: Intent, secret: string | undefined): Refusal | null =>
  secret === undefined || secret === intent.secret
    ? null
    : invalid(
        'The client_secret provided does not match any associated PaymentIntent on this account. Ensure the provided values are correct.',
        { code: 'payment_intent_invalid_parameter', param: 'client_secret' },
      )

const answered = (desk: Desk, intent: Outcome<Intent>): Outcome<JsonObject> =>
  intent instanceof Refusal ? intent : renderIntent(intent, desk.baseUrl)

const confirm = (desk: Desk, id: string, params: z.output<typeof confirmParams>): Outcome<Intent> => {
  const intent = findOwn(desk, id, 'confirm')
  if (intent instanceof Refusal) return intent
  const given = secretProblem(intent, params.client_secret) ?? methodIn(desk, params)
  if (given instanceof Refusal) return given
  const method = given ?? (intent.method === null ? null : desk.world.methods.need(intent.method))
  return method
    ? confirmed(desk, intent, method, params)
    : invalid('You cannot confirm this PaymentIntent because it’s missing a payment method.', {
        code: 'payment_intent_unexpected_state',
      })
}

const update = (desk: Desk, id: string, params: z.output<typeof updateParams>): Outcome<Intent> => {
  const intent = find(desk, id)
  if (intent instanceof Refusal) return intent
  const currency = currencyOf(params.currency ?? intent.currency, 'currency')
  if (currency instanceof Refusal) return currency
  const method = methodIn(desk, params)
  const problem =
    (params.amount === undefined ? null : amountProblem(params.amount, currency, 'amount')) ??
    noCustomer(desk, params.customer) ??
    method
  if (problem instanceof Refusal) return problem
  return updateIntent(desk, intent, {
    metadata: mergedMetadata(intent.metadata, params.metadata),
    ...(params.amount !== undefined && { amount: params.amount }),
    ...(params.currency !== undefined && { currency }),
    ...(params.customer !== undefined && { customer: params.customer }),
    ...(params.description !== undefined && { description: params.description }),
    ...(params.receipt_email !== undefined && { receiptEmail: params.receipt_email }),
    ...(params.allowed_payment_method_types && {
      methodTypes: typesOf(currency, params.allowed_payment_method_types),
      allowedTypes: params.allowed_payment_method_types,
    }),
    ...(problem && { method: problem.id }),
  })
}

const confirmParams = z.strictObject({
  ...confirming,
  payment_method: shared.payment_method,
  payment_method_data: shared.payment_method_data,
  receipt_email: shared.receipt_email,
  client_secret: text().optional(),
})
const updateParams = z.strictObject({ ...shared, amount: whole.optional(), currency: text(3).optional() })
const REASONS = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const

/** Payment Intents and the ways to pay: https://docs.stripe.com/api/payment_intents. */
export const intentRoutes: readonly Route[] = [
  route('POST', '/v1/payment_intents', creating, ({ desk, params }) => answered(desk, create(desk, params))),
  route('GET', '/v1/payment_intents', z.strictObject({ ...paging, customer: text().optional() }), ({ desk, params }) =>
    listOf(
      { url: '/v1/payment_intents', kind: 'payment_intent' },
      desk.world.intents
        .newestFirst()
        .filter(({ customer }) => params.customer === undefined || customer === params.customer),
      params,
      (intent) => renderIntent(intent, desk.baseUrl),
    ),
  ),
  route(
    'GET',
    '/v1/payment_intents/:id',
    z.strictObject({ client_secret: text().optional() }),
    ({ desk, id, params }) => {
      const intent = find(desk, id)
      if (intent instanceof Refusal) return intent
      return secretProblem(intent, params.client_secret) ?? answered(desk, intent)
    },
    { isPublic: true },
  ),
  route('POST', '/v1/payment_intents/:id', updateParams, ({ desk, id, params }) =>
    answered(desk, update(desk, id, params)),
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/confirm',
    confirmParams,
    ({ desk, id, params }) => answered(desk, confirm(desk, id, params)),
    { isPublic: true },
  ),
  route(
    'POST',
    '/v1/payment_intents/:id/cancel',
    z.strictObject({ cancellation_reason: z.enum(REASONS).optional() }),
    ({ desk, id, params }) => {
      const intent = findOwn(desk, id, 'cancel')
      if (intent instanceof Refusal) return intent
      return answered(desk, cancelIntent(desk, intent, params.cancellation_reason ?? null))
    },
  ),
  route(
    'POST',
    '/v1/payment_methods',
    methodData,
    ({ desk, params }) => {
      const method = newMethod(desk, params)
      return method instanceof Refusal ? method : wire(renderMethod(method))
    },
    { isPublic: true },
  ),
  route('GET', '/v1/payment_methods/:id', z.strictObject({}), ({ desk, id }) => {
    const method = desk.world.methods.get(id)
    return method ? wire(renderMethod(method)) : missing('PaymentMethod', id, 'payment_method')
  }),
]

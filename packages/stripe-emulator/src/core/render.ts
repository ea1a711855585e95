import type Stripe from 'stripe'
import { seconds } from './desk.ts'
import { type JsonObject, wire } from './json.ts'
import type { Customer, Intent, Method, Price, Product } from './world.ts'

/** The shapes of Stripe, by the SDK's own types: a field that it requires and that is missing here does not compile. STRIPE-2. */

/** Nothing is known of whoever pays. */
export const NO_BILLING = { address: null, email: null, name: null, phone: null, tax_id: null }

export const renderCustomer = (customer: Customer): Stripe.Customer => ({
  id: customer.id,
  object: 'customer',
  address: null,
  balance: 0,
  created: seconds(customer.createdMs),
  currency: null,
  default_source: null,
  delinquent: false,
  description: customer.description,
  discount: null,
  email: customer.email,
  invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  livemode: false,
  metadata: customer.metadata,
  name: customer.name,
  phone: customer.phone,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
})

export const renderProduct = (product: Product): Stripe.Product => ({
  id: product.id,
  object: 'product',
  active: true,
  created: seconds(product.createdMs),
  default_price: null,
  description: product.description,
  images: [],
  livemode: false,
  marketing_features: [],
  metadata: product.metadata,
  name: product.name,
  package_dimensions: null,
  shippable: null,
  statement_descriptor: null,
  tax_code: null,
  tax_details: null,
  type: 'service',
  unit_label: null,
  updated: seconds(product.createdMs),
  url: null,
})

/** A price on the wire: the SDK makes a Decimal of the last field. */
type WirePrice = Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string }

export const renderPrice = (price: Price): WirePrice => ({
  id: price.id,
  object: 'price',
  active: true,
  billing_scheme: 'per_unit',
  created: seconds(price.createdMs),
  currency: price.currency,
  custom_unit_amount: null,
  livemode: false,
  lookup_key: null,
  metadata: price.metadata,
  nickname: null,
  product: price.product,
  recurring: null,
  tax_behavior: 'unspecified',
  tiers_mode: null,
  transform_quantity: null,
  type: 'one_time',
  unit_amount: price.unitAmount,
  unit_amount_decimal: String(price.unitAmount),
})

export const renderMethod = (method: Method): Stripe.PaymentMethod => {
  const { id, type, customer, email, name } = method
  const common = {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { ...NO_BILLING, email, name },
    created: seconds(method.createdMs),
    customer,
    customer_account: null,
    livemode: false,
    metadata: {},
    type,
  } as const
  if (type !== 'card') return { ...common }
  return {
    ...common,
    card: {
      brand: method.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'unchecked' },
      country: 'US',
      display_brand: method.brand,
      exp_month: method.expMonth,
      exp_year: method.expYear,
      fingerprint: null,
      funding: 'credit',
      generated_from: null,
      last4: method.last4,
      networks: { available: [method.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  }
}

/** What somebody has to do next. `confirmUrl` is where the bank of this Stripe asks. */
const nextAction = (intent: Intent, baseUrl: string): Stripe.PaymentIntent.NextAction | null => {
  if (intent.state.status !== 'requires_action') return null
  const url = `${baseUrl}/bank/${intent.id}?client_secret=${intent.secret}`
  if (intent.returnUrl === null) return { type: 'use_stripe_sdk', use_stripe_sdk: {} }
  return { type: 'redirect_to_url', redirect_to_url: { return_url: intent.returnUrl, url } }
}

/** An intent. Its last error holds the method that failed, as Stripe's does. */
export const renderIntent = (intent: Intent, baseUrl: string): JsonObject => {
  const { state, lastError, amount } = intent
  const shape: Omit<Stripe.PaymentIntent, 'last_payment_error'> = {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: intent.allowedTypes,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: state.status === 'succeeded' ? amount : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { allow_redirects: intent.redirects ? 'always' : 'never', enabled: true },
    canceled_at: state.status === 'canceled' ? seconds(state.atMs) : null,
    cancellation_reason: state.status === 'canceled' ? state.reason : null,
    capture_method: 'automatic_async',
    client_secret: intent.secret,
    confirmation_method: 'automatic',
    created: seconds(intent.createdMs),
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    latest_charge: intent.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: intent.metadata,
    next_action: nextAction(intent, baseUrl),
    on_behalf_of: null,
    payment_method: intent.method,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: intent.methodTypes,
    payment_record: null,
    processing: null,
    receipt_email: intent.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statementSuffix,
    status: state.status,
    transfer_data: null,
    transfer_group: null,
  }
  return wire({ ...shape, last_payment_error: lastError })
}

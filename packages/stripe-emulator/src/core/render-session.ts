import type Stripe from 'stripe'
import { API_VERSION, seconds } from './desk.ts'
import { type JsonObject, wire } from './json.ts'
import { renderPrice } from './render.ts'
import type { Endpoint, LineItem, Session, World } from './world.ts'

/** Where a session is paid. */
const pageOf = (session: Session, baseUrl: string): string => `${baseUrl}/c/pay/${session.id}`

/** What was bought: no taxes and discounts here. */
export const renderItem = (world: World, session: Session, item: LineItem): JsonObject => {
  const shape: Omit<Stripe.LineItem, 'price'> = {
    id: item.id,
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: item.amount,
    amount_tax: 0,
    amount_total: item.amount,
    currency: session.currency,
    description: item.description,
    metadata: {},
    quantity: item.quantity,
  }
  return wire({ ...shape, price: renderPrice(world.prices.need(item.price)) })
}

const payerOf = ({ payer, customerEmail }: Session): Stripe.Checkout.Session.CustomerDetails | null => {
  const email = payer?.email ?? customerEmail
  if (!payer && email === null) return null
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: payer?.name ?? null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  }
}

export const renderSession = (session: Session, baseUrl: string): Stripe.Checkout.Session => ({
  id: session.id,
  object: 'checkout.session',
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: session.allowedTypes,
  amount_subtotal: session.amount,
  amount_total: session.amount,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  cancel_url: session.cancelUrl,
  client_reference_id: session.reference,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  created: seconds(session.createdMs),
  currency: session.currency,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer: session.customer,
  customer_account: null,
  customer_creation: session.customer === null ? 'if_required' : null,
  customer_details: payerOf(session),
  customer_email: session.customerEmail,
  discounts: [],
  expires_at: seconds(session.expiresMs),
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  locale: session.locale,
  managed_payments: null,
  metadata: session.metadata,
  mode: 'payment',
  origin_context: null,
  payment_intent: session.intent,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: 'automatic' } },
  payment_method_types: session.methodTypes,
  payment_status: session.state.status === 'complete' ? session.state.payment : 'unpaid',
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: session.state.status,
  submit_type: session.submitType,
  subscription: null,
  success_url: session.successUrl,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  ui_mode: 'hosted_page',
  url: session.state.status === 'open' ? pageOf(session, baseUrl) : null,
  wallet_options: null,
})

/** An endpoint. Its secret is told once, when it is made. */
export const renderEndpoint = (endpoint: Endpoint, tellSecret = false): Stripe.WebhookEndpoint => ({
  id: endpoint.id,
  object: 'webhook_endpoint',
  api_version: API_VERSION,
  application: null,
  created: seconds(endpoint.createdMs),
  description: endpoint.description,
  enabled_events: endpoint.events,
  livemode: false,
  metadata: endpoint.metadata,
  status: endpoint.isEnabled ? 'enabled' : 'disabled',
  url: endpoint.url,
  ...(tellSecret && { secret: endpoint.secret }),
})

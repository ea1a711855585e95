import { type Desk, emit, plan, seconds } from './desk.ts'
import { authenticateIntent, cancelIntent, confirmIntent, createIntent, settleIntent } from './intents.ts'
import { typesOf } from './methods.ts'
import { amountProblem } from './money.ts'
import { invalid, type Outcome, Refusal } from './problem.ts'
import { renderSession } from './render-session.ts'
import type { Intent, Metadata, Method, Session } from './world.ts'

const MINUTE_MS = 60_000
const SOONEST_MS = 30 * MINUTE_MS
const LATEST_MS = 24 * 60 * MINUTE_MS

/** One thing that is sold, at a price made for this session. */
export type NewItem = {
  name: string
  description: string | null
  currency: string
  unitAmount: number
  quantity: number
}
export type NewSession = Pick<
  Session,
  | 'successUrl'
  | 'cancelUrl'
  | 'reference'
  | 'customer'
  | 'customerEmail'
  | 'metadata'
  | 'intentData'
  | 'locale'
  | 'submitType'
> & { items: NewItem[]; expiresMs: number | undefined; allowedTypes: Session['allowedTypes'] }

const told = (desk: Desk, session: Session) => renderSession(session, desk.baseUrl)

const expiryProblem = ({ nowMs }: Desk, expiresMs: number): Refusal | null => {
  // Stripe's times are whole seconds: half an hour after this second is half an hour.
  if (seconds(expiresMs) < seconds(nowMs + SOONEST_MS))
    return invalid('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param: 'expires_at',
    })
  return expiresMs > nowMs + LATEST_MS
    ? invalid('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
        param: 'expires_at',
      })
    : null
}

/** A new session with its page. STRIPE-12. */
export const createSession = (desk: Desk, given: NewSession): Outcome<Session> => {
  const { world, nowMs, newId } = desk
  const currency = given.items[0]?.currency ?? 'usd'
  if (given.items.some((item) => item.currency !== currency))
    return invalid('All line items must have the same currency.', { param: 'line_items' })
  const expiresMs = given.expiresMs ?? nowMs + LATEST_MS
  const amount = given.items.reduce((total, item) => total + item.unitAmount * item.quantity, 0)
  const problem =
    expiryProblem(desk, expiresMs) ??
    amountProblem(amount, currency, 'line_items', "The Checkout Session's total amount due")
  if (problem) return problem
  const items = given.items.map(({ name, description, unitAmount, quantity }) => {
    const product = world.products.put({ id: newId('prod', 14), createdMs: nowMs, name, description, metadata: {} })
    const price = world.prices.put({
      id: newId('price'),
      createdMs: nowMs,
      product: product.id,
      currency,
      unitAmount,
      metadata: {},
    })
    return { id: newId('li'), description: name, price: price.id, quantity, amount: unitAmount * quantity }
  })
  const session = world.sessions.put({
    id: newId('cs_test', 58),
    createdMs: nowMs,
    state: { status: 'open' },
    currency,
    amount,
    items,
    successUrl: given.successUrl,
    cancelUrl: given.cancelUrl,
    expiresMs,
    reference: given.reference,
    customer: given.customer,
    customerEmail: given.customerEmail,
    payer: null,
    metadata: given.metadata,
    intentData: given.intentData,
    intent: null,
    methodTypes: typesOf(currency, given.allowedTypes ?? undefined),
    allowedTypes: given.allowedTypes,
    locale: given.locale,
    submitType: given.submitType,
  })
  plan(desk, 'expire', session.id, expiresMs)
  return session
}

/** Ends a session that is open, and its intent: nothing can be paid there any more. STRIPE-13. */
export const expireSession = (desk: Desk, session: Session): Outcome<Session> => {
  const { world } = desk
  if (session.state.status !== 'open')
    return invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.state.status}\`.`,
    )
  world.agenda.drop(`expire ${session.id}`)
  const intent = session.intent === null ? undefined : world.intents.get(session.intent)
  if (intent) cancelIntent(desk, intent, 'expired')
  const expired = world.sessions.put({ ...session, state: { status: 'expired' } })
  emit(desk, 'checkout.session.expired', told(desk, expired))
  return expired
}

/** Brings a session after its intent: paid, on its way, or open still. */
const follow = (desk: Desk, session: Session, intent: Intent): Session => {
  const { world } = desk
  const { state } = session
  const isPaid = intent.state.status === 'succeeded'
  if (state.status === 'open' && (isPaid || intent.state.status === 'processing')) {
    world.agenda.drop(`expire ${session.id}`)
    const payment = isPaid ? 'paid' : 'unpaid'
    const complete = world.sessions.put({ ...session, state: { status: 'complete', payment } })
    emit(desk, 'checkout.session.completed', told(desk, complete))
    return complete
  }
  if (state.status !== 'complete' || state.payment === 'paid') return session
  if (isPaid) {
    const paid = world.sessions.put({ ...session, state: { status: 'complete', payment: 'paid' } })
    emit(desk, 'checkout.session.async_payment_succeeded', told(desk, paid))
    return paid
  }
  if (intent.state.status === 'requires_payment_method')
    emit(desk, 'checkout.session.async_payment_failed', told(desk, session))
  return session
}

/** The intent of a session, made at the first try to pay. */
const intentOf = (desk: Desk, session: Session): { session: Session; intent: Intent } => {
  const known = session.intent === null ? undefined : desk.world.intents.get(session.intent)
  if (known) return { session, intent: known }
  const { metadata, description, receiptEmail } = session.intentData
  const intent = createIntent(desk, {
    amount: session.amount,
    currency: session.currency,
    customer: session.customer,
    description,
    metadata,
    method: null,
    methodTypes: session.methodTypes,
    allowedTypes: session.allowedTypes,
    redirects: true,
    receiptEmail,
    statementSuffix: null,
    session: session.id,
  })
  return { session: desk.world.sessions.put({ ...session, intent: intent.id }), intent }
}

/**
 * Somebody pays on the page. A session that is not open any more is left as it is, so a form that is sent twice pays once. A decline is the 402
 * that the API would give. STRIPE-17.
 */
export const paySession = (desk: Desk, session: Session, method: Method): Outcome<Session> => {
  if (session.state.status !== 'open') return session
  const open = intentOf(desk, session)
  const payer = { email: method.email, name: method.name }
  const asked = desk.world.sessions.put({ ...open.session, payer })
  const how = { method, isOffSession: false, failsOnAction: false, returnUrl: `${desk.baseUrl}/c/pay/${session.id}` }
  const intent = confirmIntent(desk, open.intent, how)
  return intent instanceof Refusal ? intent : follow(desk, asked, intent)
}

/** The bank's answer about an intent, and what it means for its session. */
export const answerBank = (desk: Desk, intent: Intent, isConfirmed: boolean): Intent =>
  intent.state.status === 'requires_action' ? followed(desk, authenticateIntent(desk, intent, isConfirmed)) : intent

/** A slow payment settles, and its session with it. */
export const settlePayment = (desk: Desk, intent: Intent, as?: 'succeeded' | 'failed'): Intent =>
  intent.state.status === 'processing' ? followed(desk, settleIntent(desk, intent, as)) : intent

const followed = (desk: Desk, intent: Intent): Intent => {
  const session = intent.session === null ? undefined : desk.world.sessions.get(intent.session)
  if (session) follow(desk, session, intent)
  return intent
}

/** New metadata: an empty value takes a key away, as Stripe does it, and null takes all. */
export const mergedMetadata = (before: Metadata, change: Metadata | null | undefined): Metadata => {
  if (change === undefined) return before
  return Object.fromEntries(Object.entries({ ...(change && before), ...change }).filter(([, value]) => value !== ''))
}

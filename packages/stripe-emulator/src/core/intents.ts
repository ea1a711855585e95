import type { Decline } from './cards.ts'
import { type Desk, emit, plan } from './desk.ts'
import { openDispute } from './disputes.ts'
import { wire } from './json.ts'
import { creditCharge } from './ledger.ts'
import { invalid, type Outcome, Refusal, type StripeError } from './problem.ts'
import { renderIntent, renderMethod } from './render.ts'
import { renderCharge } from './render-money.ts'
import type { Charge, Intent, Method } from './world.ts'

/** What a new intent is made of. */
export type NewIntent = Omit<
  Intent,
  'id' | 'createdMs' | 'state' | 'secret' | 'latestCharge' | 'lastError' | 'returnUrl'
>

const told = (desk: Desk, intent: Intent) => renderIntent(intent, desk.baseUrl)

/** A new intent, waiting for a way to pay, or for a confirmation where one is known. */
export const createIntent = (desk: Desk, given: NewIntent): Intent => {
  const id = desk.newId('pi')
  const intent = desk.world.intents.put({
    ...given,
    id,
    createdMs: desk.nowMs,
    state: { status: given.method === null ? 'requires_payment_method' : 'requires_confirmation' },
    secret: desk.newId(`${id}_secret`, 25),
    latestCharge: null,
    lastError: null,
    returnUrl: null,
  })
  emit(desk, 'payment_intent.created', told(desk, intent))
  return intent
}

/** How an intent is confirmed. */
export type Confirming = {
  method: Method
  /** Nobody is there to be asked by a bank. */
  isOffSession: boolean
  /** An intent that needs an action fails instead. */
  failsOnAction: boolean
  /** Where the bank's page leads back to. */
  returnUrl: string | null
}

const UNEXPECTED = 'payment_intent_unexpected_state'

/** Refuses what an intent in this state cannot do any more. */
const unexpected = (intent: Intent, doing: string): Refusal =>
  new Refusal(400, {
    type: 'invalid_request_error',
    code: UNEXPECTED,
    message: `You cannot ${doing} this PaymentIntent because it has a status of ${intent.state.status}.`,
  })

const newCharge = (desk: Desk, intent: Intent, method: Method, state: Charge['state']): Charge =>
  desk.world.charges.put({
    id: desk.newId(method.type === 'card' ? 'ch' : 'py'),
    createdMs: desk.nowMs,
    amount: intent.amount,
    currency: intent.currency,
    state,
    intent: intent.id,
    method: method.id,
    customer: intent.customer,
    description: intent.description,
    metadata: intent.metadata,
    receiptEmail: intent.receiptEmail,
    refunded: 0,
    isDisputed: false,
    transaction: null,
  })

/** Money has come, and the intent is done. The charge is on the balance a moment later, which is told by an event of its own. STRIPE-29. */
const succeed = (desk: Desk, intent: Intent, method: Method, pending: Charge): Intent => {
  const { world } = desk
  const charge = world.charges.put({ ...pending, state: { status: 'succeeded' } })
  const done = world.intents.put({
    ...intent,
    state: { status: 'succeeded' },
    method: method.id,
    latestCharge: charge.id,
    lastError: null,
  })
  emit(desk, 'charge.succeeded', renderCharge(world, charge))
  emit(desk, 'payment_intent.succeeded', told(desk, done))
  const transaction = creditCharge(desk, charge, method.type === 'card').id
  const counted = world.charges.put({ ...charge, transaction })
  emit(desk, 'charge.updated', renderCharge(world, counted))
  if (method.behaviour.does === 'dispute') openDispute(desk, counted, method.behaviour.reason)
  return done
}

const errorOf = (decline: Decline, method: Method, charge: Charge | null): StripeError => ({
  type: 'card_error',
  code: decline.code,
  decline_code: decline.declineCode,
  doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll('_', '-')}`,
  message: decline.message,
  payment_method: wire(renderMethod(method)),
  ...(decline.advice !== undefined && { advice_code: decline.advice }),
  ...(charge && { charge: charge.id }),
})

/** The bank said no: a failed charge, and the intent waits for another way to pay. STRIPE-11. */
const failed = (desk: Desk, intent: Intent, method: Method, decline: Decline, pending: Charge | null): Intent => {
  const { world } = desk
  const { code, declineCode, message, advice = null } = decline
  const state = { status: 'failed', code, declineCode, message, advice } as const
  const charge = pending ? world.charges.put({ ...pending, state }) : newCharge(desk, intent, method, state)
  const waits = world.intents.put({
    ...intent,
    state: { status: 'requires_payment_method' },
    method: null,
    latestCharge: charge.id,
    lastError: errorOf(decline, method, charge),
  })
  emit(desk, 'charge.failed', renderCharge(world, charge))
  emit(desk, 'payment_intent.payment_failed', told(desk, waits))
  return waits
}

/** The 402 that tells of a failed intent. */
const declined = (desk: Desk, intent: Intent): Refusal => {
  const error = intent.lastError ?? { type: 'card_error', message: 'Your card was declined.' }
  return new Refusal(402, { ...error, payment_intent: told(desk, intent) })
}

const AUTHENTICATION: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}

/** Confirms an intent: it is paid, waits for its payer or its bank, or is declined with a 402. */
export const confirmIntent = (desk: Desk, intent: Intent, how: Confirming): Outcome<Intent> => {
  const { status } = intent.state
  if (status !== 'requires_payment_method' && status !== 'requires_confirmation' && status !== 'requires_action')
    return unexpected(intent, 'confirm')
  const { method } = how
  if (!intent.methodTypes.includes(method.type))
    return invalid(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${intent.methodTypes.join(', ')}.`,
      { param: 'payment_method' },
    )
  const { behaviour } = method
  switch (behaviour.does) {
    case 'decline':
      return declined(desk, failed(desk, intent, method, behaviour.decline, null))
    case 'authenticate': {
      if (how.isOffSession || how.failsOnAction)
        return declined(desk, failed(desk, intent, method, AUTHENTICATION, null))
      const asks = desk.world.intents.put({
        ...intent,
        state: { status: 'requires_action' },
        returnUrl: how.returnUrl,
        method: method.id,
        lastError: null,
      })
      emit(desk, 'payment_intent.requires_action', told(desk, asks))
      return asks
    }
    case 'settle-later': {
      const charge = newCharge(desk, intent, method, { status: 'pending' })
      const waits = desk.world.intents.put({
        ...intent,
        state: { status: 'processing' },
        method: method.id,
        latestCharge: charge.id,
        lastError: null,
      })
      emit(desk, 'charge.pending', renderCharge(desk.world, charge))
      emit(desk, 'payment_intent.processing', told(desk, waits))
      plan(desk, 'settle', intent.id, desk.nowMs + desk.settleMs)
      return waits
    }
    case 'pay':
    case 'dispute':
    case 'refund-later':
    case 'refund-fails':
      return succeed(desk, intent, method, newCharge(desk, intent, method, { status: 'pending' }))
    default:
      return behaviour satisfies never
  }
}

const NOT_AUTHENTICATED =
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.'

/** What came of the bank's question. Asked again after it was answered, nothing changes. */
export const authenticateIntent = (desk: Desk, intent: Intent, isConfirmed: boolean): Intent => {
  if (intent.state.status !== 'requires_action' || intent.method === null) return intent
  const method = desk.world.methods.need(intent.method)
  if (isConfirmed) return succeed(desk, intent, method, newCharge(desk, intent, method, { status: 'pending' }))
  const waits = desk.world.intents.put({
    ...intent,
    state: { status: 'requires_payment_method' },
    method: null,
    lastError: {
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
      message: NOT_AUTHENTICATED,
      payment_method: wire(renderMethod(method)),
    },
  })
  emit(desk, 'payment_intent.payment_failed', told(desk, waits))
  return waits
}

const CLOSED: Decline = {
  code: 'payment_method_bank_account_closed',
  declineCode: 'account_closed',
  message: "The customer's bank account has been closed.",
}

/** A slow payment comes, or does not: as its account says, or as `as` says. */
export const settleIntent = (desk: Desk, intent: Intent, as?: 'succeeded' | 'failed'): Intent => {
  desk.world.agenda.drop(`settle ${intent.id}`)
  if (intent.state.status !== 'processing' || intent.method === null || intent.latestCharge === null) return intent
  const method = desk.world.methods.need(intent.method)
  const charge = desk.world.charges.need(intent.latestCharge)
  const byAccount = method.behaviour.does === 'settle-later' ? method.behaviour.fails : null
  const fails = as === undefined ? byAccount : as === 'failed' ? (byAccount ?? CLOSED) : null
  return fails ? failed(desk, intent, method, fails, charge) : succeed(desk, intent, method, charge)
}

/** Ends an intent for which no money has moved. */
export const cancelIntent = (desk: Desk, intent: Intent, reason: string | null): Outcome<Intent> => {
  const { status } = intent.state
  if (status === 'succeeded' || status === 'canceled' || status === 'processing') return unexpected(intent, 'cancel')
  const state = { status: 'canceled', atMs: desk.nowMs, reason } as const
  const canceled = desk.world.intents.put({ ...intent, state })
  emit(desk, 'payment_intent.canceled', told(desk, canceled))
  return canceled
}

/** What of an intent may change after it was made. Amount and currency only while nothing is under way. */
export const updateIntent = (desk: Desk, intent: Intent, change: Partial<NewIntent>): Outcome<Intent> => {
  const { status } = intent.state
  const isOpen = status === 'requires_payment_method' || status === 'requires_confirmation'
  const movesMoney = change.amount !== undefined || change.currency !== undefined || change.method !== undefined
  if (movesMoney && !isOpen) return unexpected(intent, 'update')
  const state: Intent['state'] =
    change.method && status === 'requires_payment_method' ? { status: 'requires_confirmation' } : intent.state
  return desk.world.intents.put({ ...intent, ...change, state })
}

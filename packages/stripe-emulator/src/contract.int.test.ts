import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENTRY, errorOf, sdkFor, stripeForTest } from './given.ts'

/** What Gavel needs of Stripe. The same calls go to the one that stands in, and to the real one where a test key is named. */

const KEY = process.env.STRIPE_CONTRACT_KEY ?? process.env.STRIPE_SECRET_KEY ?? ''
/** Keys of the one that stands in begin so, wherever they were made. */
const OURS = 'sk_test_here'
const hasRealOne = KEY.startsWith('sk_test_') && !KEY.startsWith(OURS)
if (!hasRealOne)
  process.stdout.write(
    'The contract with Stripe runs against the one that stands in: STRIPE_SECRET_KEY names no test key.\n',
  )

type Target = { stripe: Stripe; other: (key: string) => Stripe; close: () => Promise<void> }
const here = async (): Promise<Target> => {
  const { stripe, baseUrl, close } = await stripeForTest()
  return { stripe, other: (key) => sdkFor(baseUrl, key), close }
}
const real = async (): Promise<Target> => ({
  stripe: new Stripe(KEY, { maxNetworkRetries: 0 }),
  other: (key) => new Stripe(key, { maxNetworkRetries: 0 }),
  close: async () => {},
})
const targets = [{ name: 'here', open: here }, ...(hasRealOne ? [{ name: 'real', open: real }] : [])]

const CARD = {
  currency: 'usd',
  allowed_payment_method_types: ['card'],
} satisfies Partial<Stripe.PaymentIntentCreateParams>
const paidBy = (method: string, amount = 2_000): Stripe.PaymentIntentCreateParams => ({
  ...CARD,
  amount,
  confirm: true,
  payment_method: method,
})

test('STRIPE-28 the contract runs against the Stripe that stands in, and against the real one where there is a key', () => {
  expect(targets.map(({ name }) => name)).toEqual(hasRealOne ? ['here', 'real'] : ['here'])
})

describe.each(targets)('$name', ({ open }) => {
  let target: Target
  let stripe: Stripe
  beforeAll(async () => {
    target = await open()
    stripe = target.stripe
  })
  afterAll(() => target.close())

  test('STRIPE-1 another key is refused', async () => {
    const error = await errorOf(target.other('sk_test_another0123456789').customers.list())
    expect(error).toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
      rawType: 'invalid_request_error',
    })
    expect(error.message).toMatch(/^Invalid API Key provided: sk_test_\*+/)
  })

  test('STRIPE-3 an address that is not there is an error, and every answer has a request id', async () => {
    const error = await errorOf(stripe.rawRequest('GET', '/v1/nothing_of_the_kind'))
    expect(error).toMatchObject({ statusCode: 404, rawType: 'invalid_request_error' })
    expect(error.message).toContain('Unrecognized request URL (GET: /v1/nothing_of_the_kind)')
    const { lastResponse } = await stripe.customers.create({ name: 'Asha Rao' })
    expect(lastResponse.requestId).toMatch(/^req_/)
    expect(lastResponse.apiVersion).toBe(stripe.getApiField('version'))
  })

  test('STRIPE-3 what is not there is resource_missing', async () => {
    for (const call of [
      stripe.paymentIntents.retrieve('pi_nothing'),
      stripe.checkout.sessions.retrieve('cs_test_nothing'),
      stripe.charges.retrieve('ch_nothing'),
      stripe.refunds.retrieve('re_nothing'),
      stripe.customers.retrieve('cus_nothing'),
      stripe.events.retrieve('evt_nothing'),
    ])
      expect(await errorOf(call)).toMatchObject({ code: 'resource_missing', statusCode: 404 })
  })

  test('STRIPE-4 parameters are checked first, and named', async () => {
    const raw = (params: Record<string, string>) => errorOf(stripe.rawRequest('POST', '/v1/payment_intents', params))
    expect(await raw({ currency: 'usd' })).toMatchObject({
      code: 'parameter_missing',
      param: 'amount',
      statusCode: 400,
    })
    expect(await raw({ amount: '12.50', currency: 'usd' })).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'amount',
    })
    expect(await raw({ amount: '1000', currency: 'usd', colour: 'red' })).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
    })
    const long = await raw({ amount: '1000', currency: 'usd', 'metadata[note]': 'x'.repeat(501) })
    expect(long.statusCode).toBe(400)
    expect(await raw({ amount: '1000', currency: 'zzz' })).toMatchObject({ param: 'currency', statusCode: 400 })
  })

  test('STRIPE-7 the same key does the same thing once', async () => {
    const options = { idempotencyKey: randomUUID() }
    const first = await stripe.paymentIntents.create(paidBy('pm_card_visa'), options)
    const again = await stripe.paymentIntents.create(paidBy('pm_card_visa'), options)
    expect(again).toEqual(first)
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
    const other = await errorOf(stripe.paymentIntents.create(paidBy('pm_card_visa', 3_000), options))
    expect(other).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400, rawType: 'idempotency_error' })
  })

  test('STRIPE-7 a decline is repeated too, and what was never begun is not', async () => {
    const options = { idempotencyKey: randomUUID() }
    const first = await errorOf(stripe.paymentIntents.create(paidBy('pm_card_visa_chargeDeclined'), options))
    const again = await errorOf(stripe.paymentIntents.create(paidBy('pm_card_visa_chargeDeclined'), options))
    expect(again.payment_intent?.id).toBe(first.payment_intent?.id)
    expect(again.code).toBe('card_declined')
    const fresh = { idempotencyKey: randomUUID() }
    const wrong = await errorOf(stripe.rawRequest('POST', '/v1/payment_intents', { currency: 'usd' }, fresh))
    expect(wrong.code).toBe('parameter_missing')
  })

  test('STRIPE-8 amounts of currencies with 0, 2 and 3 decimals, and the least and the most of them', async () => {
    for (const [amount, currency] of [
      [500, 'jpy'],
      [50_000, 'inr'],
      [5_000, 'kwd'],
    ] as const) {
      const made = await stripe.paymentIntents.create({ amount, currency, allowed_payment_method_types: ['card'] })
      expect(made).toMatchObject({ amount, currency, status: 'requires_payment_method', payment_method: null })
    }
    expect(await errorOf(stripe.paymentIntents.create({ ...CARD, amount: 49 }))).toMatchObject({
      code: 'amount_too_small',
      param: 'amount',
    })
    expect(await errorOf(stripe.paymentIntents.create({ ...CARD, amount: 100_000_000 }))).toMatchObject({
      code: 'amount_too_large',
    })
  })

  test('STRIPE-9 an intent is made, changed, confirmed and paid', async () => {
    const made = await stripe.paymentIntents.create({ ...CARD, amount: 2_000, metadata: { a: '1', b: '2' } })
    expect(made.client_secret).toMatch(new RegExp(`^${made.id}_secret_`))
    const changed = await stripe.paymentIntents.update(made.id, { amount: 2_500, metadata: { b: '', c: '3' } })
    expect(changed).toMatchObject({ amount: 2_500, metadata: { a: '1', c: '3' } })
    expect(changed.metadata).not.toHaveProperty('b')
    expect((await stripe.paymentIntents.update(made.id, { metadata: '' })).metadata).toEqual({})
    const paid = await stripe.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' })
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 2_500 })
    expect(paid.latest_charge).toMatch(/^ch_/)
    expect(await stripe.paymentIntents.retrieve(made.id)).toMatchObject({ status: 'succeeded' })
  })

  test('STRIPE-9 what a state does not allow changes nothing', async () => {
    const paid = await stripe.paymentIntents.create(paidBy('pm_card_visa'))
    const { id } = paid
    for (const call of [
      stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' }),
      stripe.paymentIntents.cancel(id),
      stripe.paymentIntents.update(id, { amount: 9_000 }),
    ])
      expect(await errorOf(call)).toMatchObject({ code: 'payment_intent_unexpected_state', statusCode: 400 })
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ amount: 2_000, latest_charge: paid.latest_charge })
    const open = await stripe.paymentIntents.create({ ...CARD, amount: 2_000 })
    const canceled = await stripe.paymentIntents.cancel(open.id, { cancellation_reason: 'abandoned' })
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })
  })

  test.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_visa_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
  ])('STRIPE-11 %s is declined', async (method, code, declineCode) => {
    const error = await errorOf(stripe.paymentIntents.create(paidBy(method)))
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code, decline_code: declineCode })
    const intent = await stripe.paymentIntents.retrieve(error.payment_intent?.id ?? '', { expand: ['latest_charge'] })
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      amount_received: 0,
      last_payment_error: { type: 'card_error', code, decline_code: declineCode, charge: error.charge },
      latest_charge: { id: error.charge, status: 'failed', paid: false, failure_code: code },
    })
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
    expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null })
  })

  test('STRIPE-25 a card that asks for 3-D Secure leads to its bank, and is declined where nobody can be asked', async () => {
    const asked = await stripe.paymentIntents.create({
      ...paidBy('pm_card_authenticationRequired'),
      return_url: 'https://gavel.example/paid',
    })
    expect(asked).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: 'https://gavel.example/paid' } },
    })
    const customer = await stripe.customers.create()
    const alone = await errorOf(
      stripe.paymentIntents.create({
        ...paidBy('pm_card_authenticationRequired'),
        customer: customer.id,
        off_session: true,
      }),
    )
    expect(alone).toMatchObject({ statusCode: 402, code: 'authentication_required' })
  })

  test('STRIPE-14 money goes back in parts, and never more than there was', async () => {
    const { id } = await stripe.paymentIntents.create(paidBy('pm_card_visa'))
    const part = await stripe.refunds.create({ payment_intent: id, amount: 500, metadata: { why: 'half' } })
    expect(part).toMatchObject({ amount: 500, status: 'succeeded', payment_intent: id, metadata: { why: 'half' } })
    const tooMuch = await errorOf(stripe.refunds.create({ payment_intent: id, amount: 1_501 }))
    expect(tooMuch).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400 })
    expect(tooMuch.message).toContain('is greater than unrefunded amount on charge ($15.00)')
    expect(await stripe.refunds.create({ payment_intent: id })).toMatchObject({ amount: 1_500 })
    expect(await errorOf(stripe.refunds.create({ payment_intent: id }))).toMatchObject({
      code: 'charge_already_refunded',
    })
    const { data } = await stripe.refunds.list({ payment_intent: id })
    expect(data.map(({ amount }) => amount)).toEqual([1_500, 500])
    const charge = await stripe.charges.retrieve(String(part.charge), { expand: ['refunds'] })
    expect(charge).toMatchObject({ amount_refunded: 2_000, refunded: true, status: 'succeeded' })
    expect(charge.refunds?.data.length).toBe(2)
  })

  test('STRIPE-14 what was not paid is not refunded', async () => {
    const open = await stripe.paymentIntents.create({ ...CARD, amount: 2_000 })
    const error = await errorOf(stripe.refunds.create({ payment_intent: open.id }))
    expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' })
    expect(error.message).toContain('does not have a successful charge to refund')
  })

  test('STRIPE-15 a refund that the bank sends back starts as any other', async () => {
    const { id } = await stripe.paymentIntents.create(paidBy('pm_card_refundFail'))
    expect((await stripe.refunds.create({ payment_intent: id })).status).toMatch(/^(succeeded|pending)$/)
    const later = await stripe.paymentIntents.create(paidBy('pm_card_pendingRefund'))
    expect((await stripe.refunds.create({ payment_intent: later.id })).status).toBe('pending')
  })

  test('STRIPE-16 a disputed charge is found by its charge, and its money is gone', async () => {
    const { latest_charge: charge } = await stripe.paymentIntents.create(paidBy('pm_card_createDispute'))
    const disputes = () => stripe.disputes.list({ charge: String(charge) })
    await expect.poll(async () => (await disputes()).data.length).toBe(1)
    const [dispute] = (await disputes()).data
    expect(dispute).toMatchObject({ amount: 2_000, reason: 'fraudulent', status: 'needs_response', charge })
    expect(dispute?.balance_transactions[0]).toMatchObject({ amount: -2_000, type: 'adjustment' })
  })

  test('STRIPE-27 a charge has its line, with what Stripe keeps', async () => {
    const { id } = await stripe.paymentIntents.create(paidBy('pm_card_visa'))
    const expanded = { expand: ['latest_charge.balance_transaction'] }
    const line = async () => {
      const { latest_charge: charge } = await stripe.paymentIntents.retrieve(id, expanded)
      return typeof charge === 'object' && typeof charge?.balance_transaction === 'object'
        ? charge.balance_transaction
        : null
    }
    await expect.poll(async () => (await line())?.amount).toBe(2_000)
    const found = await line()
    expect(found?.net).toBe((found?.amount ?? 0) - (found?.fee ?? 0))
    const lines = await stripe.balanceTransactions.list({ source: String(found?.source) })
    expect(lines.data.map((one) => one.id)).toEqual([found?.id])
  })

  test('STRIPE-12 a session has its page, its items and what it was told', async () => {
    const session = await stripe.checkout.sessions.create(ENTRY)
    expect(session).toMatchObject({
      amount_total: 50_000,
      currency: 'inr',
      status: 'open',
      payment_status: 'unpaid',
      client_reference_id: 'payment-1',
      customer_email: 'asha@players.example',
      metadata: { payment: 'payment-1' },
      mode: 'payment',
      success_url: ENTRY.success_url,
    })
    expect(session.url).toMatch(/^http/)
    expect(session.expires_at - session.created).toBe(86_400)
    const { data } = await stripe.checkout.sessions.listLineItems(session.id)
    expect(data).toMatchObject([{ description: 'Entry fee', quantity: 2, amount_total: 50_000, currency: 'inr' }])
    const { data: found } = await stripe.checkout.sessions.list({ limit: 3 })
    expect(found.map(({ id }) => id)).toContain(session.id)
  })

  test('STRIPE-12 a session is open from half an hour to a day, in one currency, and not for nothing', async () => {
    const nowS = Math.floor(Date.now() / 1_000)
    const soonest = await stripe.checkout.sessions.create({ ...ENTRY, expires_at: nowS + 31 * 60 })
    expect(soonest.expires_at).toBe(nowS + 31 * 60)
    for (const expires_at of [nowS + 29 * 60, nowS + 25 * 3_600])
      expect(await errorOf(stripe.checkout.sessions.create({ ...ENTRY, expires_at }))).toMatchObject({
        param: 'expires_at',
      })
    const item = (currency: string, unit_amount: number) => ({
      quantity: 1,
      price_data: { currency, unit_amount, product_data: { name: 'Entry fee' } },
    })
    const mixed = { ...ENTRY, line_items: [item('inr', 50_000), item('usd', 50_000)] }
    expect(await errorOf(stripe.checkout.sessions.create(mixed))).toMatchObject({ statusCode: 400 })
    const cheap = { ...ENTRY, line_items: [item('usd', 10)] }
    expect(await errorOf(stripe.checkout.sessions.create(cheap))).toMatchObject({ code: 'amount_too_small' })
  })

  test('STRIPE-13 an open session expires once, and says so', async () => {
    const { id } = await stripe.checkout.sessions.create(ENTRY)
    expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null })
    const again = await errorOf(stripe.checkout.sessions.expire(id))
    expect(again.message).toContain('Only Checkout Sessions with a status in ["open"] can be expired')
  })

  test('STRIPE-5, STRIPE-6 lists go on where they stopped, and hold whole objects', async () => {
    const { id: customer } = await stripe.customers.create({ email: 'ravi@owners.example' })
    const ids: string[] = []
    for (const amount of [1_000, 2_000, 3_000])
      ids.unshift((await stripe.paymentIntents.create({ ...paidBy('pm_card_visa', amount), customer })).id)
    const first = await stripe.paymentIntents.list({ customer, limit: 2, expand: ['data.latest_charge'] })
    expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    expect(first).toMatchObject({ has_more: true, data: [{ latest_charge: { object: 'charge', amount: 3_000 } }, {}] })
    const rest = await stripe.paymentIntents.list({ customer, limit: 2, starting_after: String(ids[1]) })
    expect(rest.data.map(({ id }) => id)).toEqual(ids.slice(2))
    expect(rest.has_more).toBe(false)
    const before = await stripe.paymentIntents.list({ customer, ending_before: String(ids[2]) })
    expect(before.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const all: string[] = []
    for await (const { id } of stripe.paymentIntents.list({ customer, limit: 1 })) all.push(id)
    expect(all).toEqual(ids)
    expect(await errorOf(stripe.paymentIntents.list({ customer, limit: 101 }))).toMatchObject({ param: 'limit' })
    const wrong = await errorOf(stripe.paymentIntents.retrieve(String(ids[0]), { expand: ['amount'] }))
    expect(wrong.message).toContain('This property cannot be expanded (amount)')
  })

  test('STRIPE-20 what happened is told by events, by type and time', async () => {
    const startedS = Math.floor(Date.now() / 1_000) - 1
    const { id } = await stripe.paymentIntents.create(paidBy('pm_card_visa'))
    const find = async () => {
      const { data } = await stripe.events.list({ type: 'payment_intent.succeeded', created: { gte: startedS } })
      return data.find(({ data: { object } }) => 'id' in object && object.id === id)
    }
    await expect.poll(async () => (await find())?.type).toBe('payment_intent.succeeded')
    const event = await find()
    expect(event).toMatchObject({ object: 'event', livemode: false, data: { object: { status: 'succeeded' } } })
    expect(event?.id).toMatch(/^evt_/)
    expect(event?.api_version).toEqual(expect.any(String))
    expect(event?.request?.id).toMatch(/^req_/)
    expect(await stripe.events.retrieve(event?.id ?? '')).toMatchObject({ type: 'payment_intent.succeeded' })
  })
})

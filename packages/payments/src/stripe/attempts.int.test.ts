import { PUBLISHABLE_KEY, SECRET_KEY, sdkFor, submit, typed } from '@gavel/stripe-emulator/given'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toStripe } from '../stripe-money.ts'
import { NOTHING } from './facts.ts'
import { asking, HOUR_MS, payLater, Till } from './given.ts'

let till: Till
beforeAll(async () => {
  till = await Till.open()
})
afterAll(() => till.close())

test('GATEWAY-1 a page sells one thing at its price, and our names are on all that comes of it', async () => {
  const { at, charge } = await till.paid('names', undefined, { words: 'Entry fee: Sunday league, Asha Rao' })
  const expanded = { expand: ['line_items', 'payment_intent.latest_charge'] }
  const session = await till.here.stripe.checkout.sessions.retrieve(at.provider, expanded)
  const names = { gavel: 'payment', payment: 'r1.1.1', attempt: 'names' }
  expect(session).toMatchObject({
    metadata: names,
    customer_email: 'asha@players.example',
    adaptive_pricing: { enabled: false },
    line_items: { data: [{ quantity: 1, description: 'Entry fee: Sunday league, Asha Rao', amount_total: 50_000 }] },
    payment_intent: {
      metadata: names,
      receipt_email: 'asha@players.example',
      description: 'Entry fee: Sunday league, Asha Rao',
      latest_charge: { id: charge.id, metadata: names },
    },
  })
})

test('GATEWAY-1 the same key is the same page, also where the answer was lost', async () => {
  const order = asking('twice')
  await till.lose('answer', '/v1/checkout')
  await expect(till.gateway.openPage(order)).rejects.toThrow('connection')
  const first = await till.gateway.openPage(order)
  expect(await till.gateway.openPage(order)).toEqual(first)
  const { data } = await till.here.stripe.checkout.sessions.list({ limit: 100 })
  expect(data.filter(({ metadata }) => metadata?.attempt === 'twice').length).toBe(1)
})

test('GATEWAY-1 without an address none is told to Stripe, and words are cut to what Stripe takes', async () => {
  const { at } = await till.page('long', { email: null, words: 'x'.repeat(400) })
  const session = await till.here.stripe.checkout.sessions.retrieve(at.provider, { expand: ['line_items'] })
  expect(session.customer_email).toBeNull()
  expect(session.line_items?.data[0]?.description).toBe('x'.repeat(250))
})

test('GATEWAY-2 a page that nobody has tried to pay is open', async () => {
  const { at, url } = await till.page('open')
  expect(await till.gateway.look(at)).toEqual({ ...NOTHING, attempt: 'open', page: { url, state: 'open' } })
})

test('GATEWAY-2 a page that was paid is complete, with its charge and what Stripe kept of it', async () => {
  const { facts } = await till.paid('paid')
  expect(facts).toEqual({
    attempt: 'paid',
    page: { url: null, state: 'complete' },
    intent: { state: 'succeeded', declined: null },
    charges: [
      {
        id: expect.stringMatching(/^ch_/),
        money: { amount: 50_000, currency: 'INR' },
        fee: 1_480,
        atMs: expect.any(Number),
      },
    ],
    refunds: [],
    disputes: [],
  })
})

test('GATEWAY-3, FULFIL-4 a declined card leaves the page open and says why; another card pays it', async () => {
  const { at, url } = await till.page('declined')
  await submit(url, typed('4000000000009995'))
  expect(await till.gateway.look(at)).toMatchObject({
    page: { url, state: 'open' },
    intent: { state: 'waiting', declined: 'insufficient_funds' },
    charges: [],
  })
  await submit(url, typed('4242424242424242'))
  const { intent, charges } = await till.gateway.look(at)
  expect([intent, charges.length]).toEqual([{ state: 'succeeded', declined: null }, 1])
})

test('GATEWAY-3 3-D Secure waits for the bank, is refused there and confirmed there', async () => {
  const { at, url } = await till.page('secure')
  const asked = async () => {
    const answer = await submit(url, typed('4000002760003184'))
    const bank = new URL(answer.headers.get('location') ?? '')
    const secret = bank.searchParams.get('client_secret') ?? ''
    return (yes: string) => submit(bank.href, { client_secret: secret, answer: yes })
  }
  const refuse = await asked()
  expect(await till.gateway.look(at)).toMatchObject({ page: { state: 'open' }, intent: { state: 'waiting' } })
  await refuse('no')
  expect((await till.gateway.look(at)).intent).toMatchObject({
    state: 'waiting',
    declined: expect.stringMatching(/auth/),
  })
  const confirm = await asked()
  await confirm('yes')
  expect((await till.gateway.look(at)).charges.length).toBe(1)
})

test('GATEWAY-3, FULFIL-4 a slow method is under way until it succeeds or fails', async () => {
  const paid = await till.page('slow')
  await payLater(paid.url)
  const underWay = await till.gateway.look(paid.at)
  expect(underWay).toMatchObject({ page: { state: 'complete' }, intent: { state: 'processing' }, charges: [] })
  await till.here.order('settle', { id: paid.at.provider })
  expect(await till.gateway.look(paid.at)).toMatchObject({
    intent: { state: 'succeeded' },
    charges: [{ id: expect.stringMatching(/^py_/), money: { amount: 50_000, currency: 'INR' } }],
  })
  const failed = await till.page('slow-and-failed')
  await payLater(failed.url, '000222222227')
  await till.here.order('settle', { id: failed.at.provider })
  expect(await till.gateway.look(failed.at)).toMatchObject({
    page: { state: 'complete' },
    intent: { state: 'failed', declined: 'insufficient_funds' },
    charges: [],
  })
})

test('GATEWAY-3 an intent tells as much as its page', async () => {
  const { at } = await till.paid('by-intent')
  const { payment_intent: intent } = await till.here.stripe.checkout.sessions.retrieve(at.provider)
  const facts = await till.gateway.look({ provider: String(intent), attempt: 'by-intent' })
  expect(facts).toEqual({ ...(await till.gateway.look(at)), page: null })
})

test('GATEWAY-5 a page is closed once, by us or by its time, and closing it again changes nothing', async () => {
  const { at } = await till.page('closed')
  const closed = { ...NOTHING, attempt: 'closed', page: { url: null, state: 'expired' } }
  expect(await till.gateway.close(at)).toEqual(closed)
  expect(await till.gateway.close(at)).toEqual(closed)
})

test('GATEWAY-5 what was tried and closed is cancelled', async () => {
  const { at, url } = await till.page('tried')
  await submit(url, typed('4000000000000002'))
  expect(await till.gateway.close(at)).toMatchObject({
    page: { state: 'expired' },
    intent: { state: 'cancelled', declined: 'generic_decline' },
  })
})

test('GATEWAY-5 what is paid or on its way is not closed, and says so', async () => {
  const { at, facts } = await till.paid('paid-first')
  expect(await till.gateway.close(at)).toEqual(facts)
  const slow = await till.page('slow-first')
  await payLater(slow.url)
  expect((await till.gateway.close(slow.at)).intent?.state).toBe('processing')
  await expect(till.gateway.close({ provider: 'cs_test_nothing', attempt: 'nothing' })).rejects.toThrow('No such')
})

test('GATEWAY-5 a page closes when its time has come', async () => {
  const own = await Till.open()
  const { at } = await own.page('late')
  await own.here.order('clock', { forwardMs: 2 * HOUR_MS })
  expect((await own.gateway.look(at)).page).toEqual({ url: null, state: 'expired' })
  await own.close()
})

test('GATEWAY-1 a form is paid with its client secret, and closed', async () => {
  const { key, attempt, payment, money, words, email } = asking('form')
  const order = { key, attempt, payment, money, words, email }
  const form = await till.gateway.openForm(order)
  expect(await till.gateway.openForm(order)).toEqual(form)
  const at = { provider: form.provider, attempt }
  expect(await till.gateway.look(at)).toEqual({ ...NOTHING, attempt, intent: { state: 'waiting', declined: null } })
  // As the page does it, with the key that everybody may know.
  const payer = sdkFor(till.here.baseUrl, till.gateway.publishableKey ?? '')
  await payer.paymentIntents.confirm(form.provider, {
    client_secret: form.clientSecret,
    payment_method_data: { type: 'card', card: { number: '4242424242424242', exp_month: 12, exp_year: 2040 } },
    return_url: 'http://localhost:3000/payments/r1.1.1/return',
  } as object)
  expect(await till.gateway.close(at)).toMatchObject({ intent: { state: 'succeeded' }, charges: [{ fee: 1_480 }] })
  const other = await till.gateway.openForm({ ...order, key: 'form-2', attempt: 'form-2' })
  expect((await till.gateway.close({ provider: other.provider, attempt: 'form-2' })).intent?.state).toBe('cancelled')
  expect(till.gateway.publishableKey).toBe(PUBLISHABLE_KEY)
})

test('GATEWAY-3 a slow method that failed in a form has failed, and one whose card was declined waits', async () => {
  const { key, attempt, payment, money, words, email } = asking('form-slow')
  const { provider } = await till.gateway.openForm({ key, attempt, payment, money, words, email })
  const confirm = (method: string) =>
    till.here.stripe.paymentIntents.confirm(provider, {
      payment_method: method,
      return_url: 'http://localhost:3000/payments/r1.1.1/return',
    })
  await confirm('pm_card_visa_chargeDeclined').catch(() => {})
  const at = { provider, attempt }
  expect((await till.gateway.look(at)).intent).toEqual({ state: 'waiting', declined: 'generic_decline' })
  await confirm('pm_usBankAccount_accountClosed')
  expect((await till.gateway.look(at)).intent?.state).toBe('processing')
  await till.here.order('settle', { id: provider })
  expect((await till.gateway.look(at)).intent).toEqual({ state: 'failed', declined: 'account_closed' })
})

test.each([
  [{ amount: 500, currency: 'JPY' }, 500],
  [{ amount: 50_000, currency: 'INR' }, 50_000],
  [{ amount: 5_250, currency: 'KWD' }, 5_250],
  [{ amount: 900, currency: 'ISK' }, 90_000],
  [{ amount: 500_000, currency: 'MGA' }, 5_000],
])('MONEY-2 %o comes back as it was asked for', async (money, atStripe) => {
  expect(toStripe(money).amount).toBe(atStripe)
  const attempt = `in-${money.currency}`
  const { at, charge } = await till.paid(attempt, undefined, { money })
  const session = await till.here.stripe.checkout.sessions.retrieve(at.provider)
  expect([session.amount_total, session.currency]).toEqual([atStripe, money.currency.toLowerCase()])
  expect(charge.money).toEqual(money)
  expect(Number.isSafeInteger(charge.fee)).toBe(true)
  await till.refund(charge.id, money.amount, `back-${money.currency}`, money.currency)
  const { refunds } = await till.gateway.look(at)
  expect(refunds).toMatchObject([{ amount: money.amount, state: 'done', ours: `back-${money.currency}` }])
})

test('GATEWAY-1 the key of the stand-in never reaches another Stripe', () => {
  expect(SECRET_KEY.startsWith('sk_test_here')).toBe(true)
})

import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  ENTRY,
  errorOf,
  PUBLISHABLE_KEY,
  receiver,
  sdkFor,
  stripeForTest,
  submit,
  typed,
  WEBHOOK_SECRET,
} from './given.ts'

/** What only the Stripe that stands in can be asked: its orders, its faults, its file. */

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})
const start = async (options: Parameters<typeof stripeForTest>[0] = {}) => {
  const here = await stripeForTest(options)
  cleanups.push(() => here.close())
  return here
}
const folder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'gavel-stripe-'))
  cleanups.push(() => rm(path, { recursive: true }))
  return path
}
const HOUR_MS = 3_600_000

test('STRIPE-1 without a key nothing is told, and Basic is as good as Bearer', async () => {
  const { baseUrl } = await start()
  const ask = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await fetch(`${baseUrl}/v1/customers`, { headers })
    return { status: answer.status, body: await answer.json() }
  }
  expect(await ask()).toMatchObject({ status: 401, body: { error: { type: 'invalid_request_error' } } })
  expect(await ask(`Basic ${Buffer.from('sk_test_here0123456789:').toString('base64')}`)).toMatchObject({ status: 200 })
})

test('STRIPE-1 a browser’s key sees and confirms the one payment whose secret it has', async () => {
  const { stripe, baseUrl } = await start()
  const browser = sdkFor(baseUrl, PUBLISHABLE_KEY)
  const { id, client_secret } = await stripe.paymentIntents.create({ amount: 50_000, currency: 'inr' })
  const secret = client_secret ?? ''
  expect(await errorOf(browser.paymentIntents.list())).toMatchObject({ statusCode: 401, code: 'secret_key_required' })
  expect(await errorOf(browser.paymentIntents.retrieve(id))).toMatchObject({ statusCode: 401 })
  const guessed = await errorOf(browser.paymentIntents.retrieve(id, { client_secret: `${id}_secret_guessed` }))
  expect(guessed).toMatchObject({ statusCode: 400, param: 'client_secret' })
  expect(await browser.paymentIntents.retrieve(id, { client_secret: secret })).toMatchObject({ id, amount: 50_000 })
  const card = { number: '4242424242424242', exp_month: 12, exp_year: 2040, cvc: '123' }
  const { id: method } = await browser.paymentMethods.create({ type: 'card', card })
  const confirm = { client_secret: secret, payment_method: method, return_url: 'http://localhost:3000/paid' }
  const paid = await browser.rawRequest('POST', `/v1/payment_intents/${id}/confirm`, confirm)
  expect(paid).toMatchObject({ status: 'succeeded' })
})

test('STRIPE-3 a version that is none is refused, and one that is asked for comes back', async () => {
  const { baseUrl } = await start()
  const ask = (version: string) =>
    fetch(`${baseUrl}/v1/customers`, {
      headers: { authorization: 'Bearer sk_test_here0123456789', 'stripe-version': version },
    })
  const wrong = await ask('yesterday')
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toContain('Invalid Stripe API version: yesterday')
  expect((await ask('2026-09-30.endive')).headers.get('stripe-version')).toBe('2026-09-30.endive')
})

test('STRIPE-1 a page of ours may ask from its own address, as the real one lets it', async () => {
  const { baseUrl } = await start()
  const asked = await fetch(`${baseUrl}/v1/payment_intents/pi_1/confirm`, { method: 'OPTIONS' })
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  const orders = await fetch(`${baseUrl}/_gavel/clock`, { method: 'OPTIONS' })
  expect(orders.headers.get('access-control-allow-origin')).toBeNull()
})

test('STRIPE-25 a payment of a page of our own leads to the bank, and from there back to that page', async () => {
  const { stripe } = await start()
  const asked = await stripe.paymentIntents.create({
    amount: 50_000,
    currency: 'inr',
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    return_url: 'http://localhost:3000/paid?event=e1',
  })
  const bank = asked.next_action?.redirect_to_url?.url ?? ''
  const answer = await submit(bank, { client_secret: asked.client_secret ?? '', answer: 'yes' })
  const back = new URL(answer.headers.get('location') ?? '')
  expect(Object.fromEntries(back.searchParams)).toEqual({
    event: 'e1',
    payment_intent: asked.id,
    payment_intent_client_secret: asked.client_secret,
    redirect_status: 'succeeded',
  })
  expect(await stripe.paymentIntents.retrieve(asked.id)).toMatchObject({ status: 'succeeded' })
})

test('STRIPE-7 the same key at the same time does the thing once', async () => {
  const { stripe, order } = await start()
  await order('faults', { fault: { what: 'hold' }, path: '/v1/customers' })
  const create = () => stripe.customers.create({ name: 'Asha Rao' }, { idempotencyKey: 'one key' })
  const calls = [create(), create()]
  // One of the two is held, whichever came first; the other is refused meanwhile.
  const refused = await errorOf(Promise.all(calls))
  expect(refused).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  await order('faults', { fault: null })
  expect(await Promise.any(calls)).toMatchObject({ name: 'Asha Rao' })
  expect((await stripe.customers.list()).data.length).toBe(1)
})

test('STRIPE-7 a key is forgotten after a day, and one that is too long is refused', async () => {
  const { stripe, order } = await start()
  const options = { idempotencyKey: 'one key' }
  const first = await stripe.customers.create({ name: 'Asha Rao' }, options)
  await order('clock', { forwardMs: 25 * HOUR_MS })
  expect((await stripe.customers.create({ name: 'Ravi Iyer' }, options)).id).not.toBe(first.id)
  const long = await errorOf(stripe.customers.create({}, { idempotencyKey: 'x'.repeat(256) }))
  expect(long.statusCode).toBe(400)
})

test('STRIPE-23, STRIPE-7 an answer that is lost is asked for again, and nothing is done twice', async () => {
  const { stripe, order } = await start()
  // The SDK itself asks a second time after a broken connection.
  await order('faults', { fault: { what: 'lose-answer' }, times: 2, path: '/v1/payment_intents' })
  const intent = { amount: 50_000, currency: 'inr', confirm: true, payment_method: 'pm_card_visa' }
  const params = { ...intent, return_url: 'http://localhost:3000/paid' }
  const lost = await errorOf(stripe.paymentIntents.create(params, { idempotencyKey: 'pay once' }))
  expect(lost.type).toBe('StripeConnectionError')
  expect(await stripe.paymentIntents.create(params, { idempotencyKey: 'pay once' })).toMatchObject({
    status: 'succeeded',
  })
  expect((await stripe.charges.list()).data.length).toBe(1)
})

test('STRIPE-23 a request is lost, or refused as Stripe refuses it, and nothing was done', async () => {
  const { stripe, order } = await start()
  await order('faults', { fault: { what: 'lose-request' }, times: 2 })
  expect(await errorOf(stripe.customers.create())).toMatchObject({ type: 'StripeConnectionError' })
  for (const [status, type] of [
    [429, 'StripeRateLimitError'],
    [500, 'StripeAPIError'],
    [503, 'StripeAPIError'],
  ]) {
    await order('faults', { fault: { what: 'refuse', status } })
    expect(await errorOf(stripe.customers.create())).toMatchObject({ statusCode: status, type })
  }
  await order('faults', { fault: { what: 'refuse', status: 500 }, times: 9 })
  await order('faults', { fault: null })
  expect((await stripe.customers.list()).data).toEqual([])
})

test('STRIPE-23 what is held does not hold up the end', async () => {
  const { stripe, order, close } = await stripeForTest()
  await order('faults', { fault: { what: 'hold' } })
  const ended = errorOf(stripe.customers.create({}, { maxNetworkRetries: 0 }))
  await close()
  expect((await ended).type).toBe('StripeConnectionError')
})

test('STRIPE-13 a session expires when its time has come', async () => {
  const { stripe, order } = await start()
  const { id } = await stripe.checkout.sessions.create({
    ...ENTRY,
    expires_at: Math.floor(Date.now() / 1_000) + 31 * 60,
  })
  await order('clock', { forwardMs: 30 * 60_000 })
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' })
  await order('clock', { forwardMs: 2 * 60_000 })
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'expired' })
  expect((await stripe.events.list({ type: 'checkout.session.expired' })).data.length).toBe(1)
})

test('STRIPE-26, STRIPE-15 slow payments and refunds settle by themselves', async () => {
  const { stripe } = await start({ settleMs: 50 })
  const { url, id } = await stripe.checkout.sessions.create(ENTRY)
  await submit(url ?? '', { method: 'debit', email: 'a@b.example', name: 'Asha Rao', account: '000123456789' })
  const session = () => stripe.checkout.sessions.retrieve(id)
  await expect.poll(async () => (await session()).payment_status).toBe('paid')
  const refund = await stripe.refunds.create({ payment_intent: String((await session()).payment_intent) })
  expect(refund.status).toBe('pending')
  await expect.poll(async () => (await stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
})

test('STRIPE-29 what Stripe keeps is known after the charge has succeeded', async () => {
  const { stripe } = await start()
  const { latest_charge: charge } = await stripe.paymentIntents.create({
    amount: 50_000,
    currency: 'inr',
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: 'http://localhost:3000/paid',
  })
  const { data } = await stripe.events.list({ types: ['charge.succeeded', 'charge.updated'] })
  const lines = data.map(({ data: { object } }) => ('balance_transaction' in object ? object.balance_transaction : ''))
  expect(lines).toEqual([expect.stringMatching(/^txn_/), null])
  expect((await stripe.charges.retrieve(String(charge))).balance_transaction).toBe(lines[0])
})

test('STRIPE-15 a refund that comes back puts its money on the balance again, and can be made again', async () => {
  const { stripe, order } = await start()
  const paid = await stripe.paymentIntents.create({
    amount: 50_000,
    currency: 'inr',
    confirm: true,
    payment_method: 'pm_card_refundFail',
    return_url: 'http://localhost:3000/paid',
  })
  const refund = await stripe.refunds.create({ payment_intent: paid.id })
  expect(refund.status).toBe('succeeded')
  await order('settle', { id: refund.id })
  const failed = await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })
  expect(failed).toMatchObject({
    status: 'failed',
    failure_balance_transaction: { amount: 50_000, type: 'refund_failure' },
  })
  expect(await stripe.refunds.create({ payment_intent: paid.id })).toMatchObject({ amount: 50_000 })
})

test('STRIPE-16 a dispute is won or lost by what is sent', async () => {
  const { stripe } = await start()
  const disputed = async () => {
    const { id } = await stripe.paymentIntents.create({
      amount: 50_000,
      currency: 'inr',
      confirm: true,
      payment_method: 'pm_card_createDispute',
      return_url: 'http://localhost:3000/paid',
    })
    const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data
    return dispute?.id ?? ''
  }
  const evidence = (text: string) => ({ evidence: { uncategorized_text: text } })
  const won = await stripe.disputes.update(await disputed(), evidence('winning_evidence'))
  expect(won.status).toBe('won')
  expect(won.balance_transactions.map(({ amount }) => amount)).toEqual([-50_000, 50_000])
  expect((await stripe.disputes.update(await disputed(), evidence('losing_evidence'))).status).toBe('lost')
  const third = await disputed()
  expect((await stripe.disputes.update(third, evidence('a photo of the match'))).status).toBe('under_review')
  expect((await stripe.disputes.close(third)).status).toBe('lost')
  const error = await errorOf(stripe.refunds.create({ charge: String(won.charge), amount: 100 }))
  expect(error.code).toBe('charge_disputed')
})

test('STRIPE-23 orders are taken from this machine alone', async () => {
  const { baseUrl, order } = await start()
  const orders = `${baseUrl}/_gavel/clock`
  const body = JSON.stringify({ forwardMs: 1 })
  const as = async (headers: Record<string, string>) => (await fetch(orders, { method: 'POST', headers, body })).status
  expect(await as({ 'content-type': 'text/plain' })).toBe(403)
  expect(await as({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await as({ 'content-type': 'application/json' })).toBe(200)
  // A name that leads here, but is not this machine's own.
  const elsewhere = request(orders, { headers: { host: 'gavel.example' } })
  elsewhere.end()
  const [answer] = await once(elsewhere, 'response')
  answer.resume()
  expect(answer.statusCode).toBe(403)
  expect(await order('clock', { forwardMs: -1 })).toMatchObject({ status: 400 })
  expect(await order('nothing', {})).toMatchObject({ status: 404 })
  expect(await order('settle', { id: 'pi_nothing' })).toMatchObject({ status: 404 })
})

test('STRIPE-24 what was answered is there after a restart, and what waited goes on', async () => {
  const file = join(await folder(), 'stripe.json')
  const to = await receiver(() => 503)
  cleanups.push(() => to.close())
  const options = {
    file,
    retryDelaysMs: [HOUR_MS],
    webhooks: [{ url: to.url, secret: WEBHOOK_SECRET, events: ['checkout.session.completed'] }],
  }
  const first = await stripeForTest(options)
  const { id, url } = await first.stripe.checkout.sessions.create(ENTRY, { idempotencyKey: 'one session' })
  await submit(url ?? '', typed('4242424242424242'))
  await expect.poll(() => to.received.length).toBe(1)
  await first.close()
  const moved = await receiver()
  cleanups.push(() => moved.close())
  const again = await start({ ...options, webhooks: options.webhooks.map((one) => ({ ...one, url: moved.url })) })
  const kept = await again.stripe.checkout.sessions.create(ENTRY, { idempotencyKey: 'one session' })
  expect(kept.id).toBe(id)
  expect(await again.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' })
  await again.order('clock', { forwardMs: HOUR_MS })
  await expect.poll(() => moved.types()).toEqual(['checkout.session.completed'])
  expect(to.received.length).toBe(1)
})

test('STRIPE-24 a line that a kill cut off costs that line alone, and no card number is in the file', async () => {
  const file = join(await folder(), 'stripe.json')
  const first = await stripeForTest({ file })
  const { id, url } = await first.stripe.checkout.sessions.create(ENTRY)
  await submit(url ?? '', typed('4242 4242 4242 4242'))
  await submit(url ?? '', typed('4111 1111 1111 1111'))
  // What is on the disk now is what a kill would leave.
  const left = await readFile(file, 'utf8')
  await first.close()
  expect(left).not.toContain('4242424242424242')
  expect(left).not.toContain('4111111111111111')
  await writeFile(file, `${left}["customers","cus_half",{"id":"cus_ha`)
  const again = await start({ file })
  expect(await again.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' })
  expect((await again.stripe.customers.list()).data).toEqual([])
})

test('STRIPE-24 a file of another kind is put aside', async () => {
  const file = join(await folder(), 'stripe.json')
  await writeFile(file, 'another kind of file')
  const { stripe } = await start({ file })
  expect((await stripe.customers.list()).data).toEqual([])
  expect(await readFile(`${file}.old`, 'utf8')).toBe('another kind of file')
})

test('STRIPE-24 a second one on the same port and file spoils nothing', async () => {
  const file = join(await folder(), 'stripe.json')
  const { stripe, baseUrl, close } = await stripeForTest({ file })
  const port = Number(new URL(baseUrl).port)
  await expect(stripeForTest({ file, port })).rejects.toThrow('EADDRINUSE')
  const { id } = await stripe.customers.create({ name: 'Asha Rao' })
  await close()
  const again = await start({ file })
  expect(await again.stripe.customers.retrieve(id)).toMatchObject({ name: 'Asha Rao' })
})

import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTRY, stripeForTest, submit, typed } from './given.ts'

let here: Awaited<ReturnType<typeof stripeForTest>>
beforeAll(async () => {
  here = await stripeForTest()
})
afterAll(() => here.close())

const opened = async (change: Partial<Stripe.Checkout.SessionCreateParams> = {}) => {
  const session = await here.stripe.checkout.sessions.create({ ...ENTRY, ...change })
  return { id: session.id, url: session.url ?? '', paid: `http://localhost:3000/paid?session=${session.id}` }
}
const sessionNow = (id: string) => here.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
const intentOf = async (id: string) => {
  const { payment_intent: intent } = await sessionNow(id)
  return typeof intent === 'object' ? intent : null
}
const eventsOf = async (id: string) => {
  const { data } = await here.stripe.events.list({ limit: 100 })
  return data.flatMap(({ type, data: { object } }) => ('id' in object && object.id === id ? type : [])).toReversed()
}
const text = async (answer: Response | Promise<Response>) => (await answer).text()

test('STRIPE-18 the page says what is paid and how much, and how to go back without paying', async () => {
  const { url } = await opened()
  const answer = await fetch(url)
  const page = await text(answer)
  expect(answer.status).toBe(200)
  for (const words of [
    '₹500.00',
    'Entry fee',
    'Quantity 2',
    'asha@players.example',
    'Back to localhost:3000',
    'Test cards',
  ])
    expect(page).toContain(words)
  expect(page).toContain('href="http://localhost:3000/back"')
  expect(page).not.toContain('<script')
})

test('STRIPE-19 a page is not stored, loads nothing, is in no frame, and its forms lead to Gavel and itself', async () => {
  const { url } = await opened({ success_url: 'https://gavel.example/paid', cancel_url: 'https://gavel.example/back' })
  const { headers } = await fetch(url)
  expect(headers.get('cache-control')).toBe('no-store')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'self' https://gavel.example;")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
})

test('STRIPE-19 what others gave is text', async () => {
  const name = '<script>alert(1)</script>"&'
  const { url } = await opened({
    line_items: [{ quantity: 1, price_data: { currency: 'inr', unit_amount: 50_000, product_data: { name } } }],
  })
  const again = submit(url, typed('4000000000000002', { email: '"><script>', name }))
  for (const page of [await text(fetch(url)), await text(again)]) {
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;')
  }
})

test('STRIPE-17 a card pays, and leads to where Gavel said', async () => {
  const { id, url, paid } = await opened()
  const answer = await submit(url, typed('4242 4242 4242 4242'))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, paid])
  const session = await sessionNow(id)
  expect(session).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    customer_details: { email: 'asha@players.example', name: 'Asha Rao' },
    payment_intent: { status: 'succeeded', amount_received: 50_000, metadata: { payment: 'payment-1' } },
  })
  expect(await eventsOf(id)).toEqual(['checkout.session.completed'])
  expect(await eventsOf((await intentOf(id))?.id ?? '')).toEqual(['payment_intent.created', 'payment_intent.succeeded'])
})

test('STRIPE-17 pressed ten times at once, gone back to, and in a second tab, it is paid once', async () => {
  const { id, url, paid } = await opened()
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(url, typed('4242424242424242'))))
  for (const answer of answers) expect([answer.status, answer.headers.get('location')]).toEqual([303, paid])
  expect(await text(fetch(url))).toContain('This was paid already')
  expect((await submit(url, typed('4000000000000002'))).headers.get('location')).toBe(paid)
  const intent = await intentOf(id)
  const { data } = await here.stripe.charges.list({ payment_intent: intent?.id ?? '' })
  expect(data.map(({ status, amount }) => [status, amount])).toEqual([['succeeded', 50_000]])
  expect(await eventsOf(id)).toEqual(['checkout.session.completed'])
})

test('STRIPE-18 a declined card is told of, and another one pays', async () => {
  const { id, url, paid } = await opened()
  const declined = await submit(url, typed('4000 0000 0000 9995', { name: 'Ravi Iyer' }))
  const page = await text(declined)
  expect(page).toContain('Your card has insufficient funds.')
  expect(page).toContain('role="alert"')
  expect(page).toContain('aria-invalid="true" aria-describedby="problem" autofocus')
  expect(page).toContain('value="Ravi Iyer"')
  expect(page).not.toContain('value="4000 0000 0000 9995" aria-invalid')
  expect(await sessionNow(id)).toMatchObject({ status: 'open', payment_intent: { status: 'requires_payment_method' } })
  expect(await text(fetch(url))).toContain('Your card has insufficient funds.')
  expect((await submit(url, typed('5555555555554444'))).headers.get('location')).toBe(paid)
  const { data } = await here.stripe.charges.list({ payment_intent: (await intentOf(id))?.id ?? '' })
  expect(data.map(({ status }) => status)).toEqual(['succeeded', 'failed'])
})

test.each([
  ['number', { number: '4242 4242 4242 4241' }, 'Your card number is incorrect.'],
  ['number', { number: '' }, 'Your card number is incorrect.'],
  ['month', { expiry: '13 / 40' }, 'Your card&#39;s expiration month is invalid.'],
  ['month', { expiry: 'soon' }, 'Your card&#39;s expiration month is invalid.'],
  ['year', { expiry: '12 / 20' }, 'Your card&#39;s expiration year is invalid.'],
  ['code', { cvc: '12' }, 'Your card&#39;s security code is invalid.'],
])('STRIPE-10 a %s that cannot be (%o) is refused before a bank is asked', async (_, change, words) => {
  const { id, url } = await opened()
  const answer = await submit(url, typed('4242424242424242', change))
  expect(answer.status).toBe(200)
  expect(await text(answer)).toContain(words)
  expect(await sessionNow(id)).toMatchObject({ status: 'open', payment_intent: null })
})

test('STRIPE-10 a card that is nobody’s test card is declined', async () => {
  const { url } = await opened()
  const answer = await submit(url, typed('4111 1111 1111 1111'))
  expect(await text(answer)).toContain('used a non test card')
})

test('STRIPE-25 the bank asks: refused it is not paid, confirmed it is', async () => {
  const { id, url, paid } = await opened()
  const toBank = async () => (await submit(url, typed('4000 0025 0000 3155'))).headers.get('location') ?? ''
  const first = await toBank()
  expect(first).toContain('/bank/pi_')
  expect(await text(fetch(first))).toContain('Your bank asks: is it you?')
  const secret = new URL(first).searchParams.get('client_secret') ?? ''
  const answer = (yes: boolean) => submit(first, { client_secret: secret, answer: yes ? 'yes' : 'no' })
  expect((await answer(false)).headers.get('location')).toBe(url)
  expect(await text(fetch(url))).toContain('We are unable to authenticate your payment method')
  expect((await intentOf(id))?.last_payment_error?.code).toBe('payment_intent_authentication_failure')
  await toBank()
  expect((await answer(true)).headers.get('location')).toBe(paid)
  expect((await answer(true)).headers.get('location')).toBe(paid)
  expect(await sessionNow(id)).toMatchObject({ payment_status: 'paid' })
  expect((await submit(first, { client_secret: 'guessed', answer: 'yes' })).status).toBe(404)
})

test.each([
  ['000123456789', 'succeeded', 'paid', 'checkout.session.async_payment_succeeded'],
  ['000222222227', 'requires_payment_method', 'unpaid', 'checkout.session.async_payment_failed'],
] as const)('STRIPE-26 a debit of %s goes on at once, and is %s later', async (account, status, payment, last) => {
  const { id, url, paid } = await opened()
  const debit = { method: 'debit', email: 'asha@players.example', name: 'Asha Rao', account }
  expect((await submit(url, debit)).headers.get('location')).toBe(paid)
  expect(await sessionNow(id)).toMatchObject({
    status: 'complete',
    payment_status: 'unpaid',
    payment_intent: { status: 'processing' },
  })
  await here.order('settle', { id })
  expect(await sessionNow(id)).toMatchObject({ payment_status: payment, payment_intent: { status } })
  await here.order('settle', { id })
  expect(await eventsOf(id)).toEqual(['checkout.session.completed', last])
})

test('STRIPE-13 an expired page says so, and takes no money, also from a bank that answers late', async () => {
  const { id, url } = await opened()
  const bank = (await submit(url, typed('4000 0025 0000 3155'))).headers.get('location') ?? ''
  const secret = new URL(bank).searchParams.get('client_secret') ?? ''
  await here.stripe.checkout.sessions.expire(id)
  await submit(bank, { client_secret: secret, answer: 'yes' })
  const answer = await submit(url, typed('4242424242424242'))
  expect([answer.status, await text(answer)]).toEqual([200, expect.stringContaining('This page has expired')])
  expect(await sessionNow(id)).toMatchObject({ status: 'expired', payment_intent: { status: 'canceled' } })
  expect(await eventsOf(id)).toEqual(['checkout.session.expired'])
})

test('STRIPE-18 an address that leads nowhere says so', async () => {
  expect((await fetch(`${here.baseUrl}/c/pay/cs_test_nothing`)).status).toBe(404)
})

test('STRIPE-12 a page takes what its session allows, and nothing else', async () => {
  const { url } = await opened({ allowed_payment_method_types: ['card'] })
  expect(await text(fetch(url))).not.toContain('bank debit')
  const debit = { method: 'debit', email: 'asha@players.example', name: 'Asha Rao', account: '000123456789' }
  expect(await text(submit(url, debit))).toContain('Your card number is incorrect.')
})

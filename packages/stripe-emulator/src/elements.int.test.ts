import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLISHABLE_KEY, stripeForTest, submit } from './given.ts'

const GAVEL = 'http://localhost:3000'
let here: Awaited<ReturnType<typeof stripeForTest>>
beforeAll(async () => {
  here = await stripeForTest()
})
afterAll(() => here.close())

const at = (path: string) => fetch(`${here.baseUrl}${path}`)
const frameFor = (parent: string) => at(`/v3/card?parent=${encodeURIComponent(parent)}`)

test('STRIPE-30 the script is one file for every page, and makes Stripe.js’s names there', async () => {
  const answer = await at('/v3/')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  const window: Record<string, unknown> = {}
  const page = { window, document: { currentScript: { src: `${here.baseUrl}/v3/` } }, URL, WeakMap, Map }
  const names =
    "const s = window.Stripe('pk_test_1'); [window.Stripe.version, Object.keys(s), Object.keys(s.elements({ clientSecret: 'pi_1_secret_2' }))]"
  expect(runInNewContext(`${await answer.text()}; ${names}`, page)).toEqual([
    'endive',
    ['elements', 'confirmPayment'],
    ['create', 'getElement', 'update', 'submit'],
  ])
})

test('STRIPE-30 a secret key in a page is an error', async () => {
  const script = await (await at('/v3/')).text()
  const page = { window: {}, document: { currentScript: { src: `${here.baseUrl}/v3/` } }, URL, WeakMap, Map }
  expect(() => runInNewContext(`${script}; window.Stripe('sk_test_1')`, page)).toThrow('publishable key')
})

test('STRIPE-31 the fields of a card are framed by the page that they were asked for alone, and talk to this origin', async () => {
  const answer = await frameFor(GAVEL)
  expect(answer.status).toBe(200)
  const policy = answer.headers.get('content-security-policy') ?? ''
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    `frame-ancestors ${GAVEL}`,
  ])
    expect(policy.split('; ')).toContain(rule)
  expect(policy).not.toContain('unsafe')
  const page = await answer.text()
  for (const label of ['Card number', 'Expiry', 'Security code']) expect(page).toContain(`<label>${label}`)
  expect(page).toContain(`data-parent="${GAVEL}"`)
  expect((await at('/v3/card.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each([
  '',
  '*',
  'null',
  'javascript:alert(1)',
  `${GAVEL}/`,
  `${GAVEL}; script-src *`,
  'http://a.example" onload="x',
])('STRIPE-31 a frame for %j, which is no origin of a page, is not there', async (parent) => {
  expect((await frameFor(parent)).status).toBe(400)
  expect((await at('/v3/card')).status).toBe(400)
})

test('STRIPE-33 what the frame asks with a client secret is answered: paid, declined, or the bank’s page', async () => {
  const confirm = async (number: string): Promise<ReturnType<typeof JSON.parse>> => {
    const intent = await here.stripe.paymentIntents.create({ amount: 50_000, currency: 'inr' })
    const card = { number, exp_month: '12', exp_year: '2040', cvc: '123' }
    const typed = Object.entries(card).map(([name, value]) => [`payment_method_data[card][${name}]`, value] as const)
    const answer = await fetch(`${here.baseUrl}/v1/payment_intents/${intent.id}/confirm`, {
      method: 'POST',
      headers: { authorization: `Bearer ${PUBLISHABLE_KEY}`, origin: here.baseUrl },
      body: new URLSearchParams({
        ...Object.fromEntries(typed),
        'payment_method_data[type]': 'card',
        client_secret: intent.client_secret ?? '',
        return_url: `${GAVEL}/payments/p1/return`,
      }),
    })
    return JSON.parse(await answer.text())
  }
  expect(await confirm('4242424242424242')).toMatchObject({ status: 'succeeded', next_action: null })
  expect(await confirm('4000000000009995')).toMatchObject({
    error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' },
  })
  const asked = await confirm('4000002500003155')
  expect(asked).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } })
  const bank: string = asked.next_action.redirect_to_url.url
  expect(bank).toContain(`${here.baseUrl}/bank/${asked.id}?client_secret=`)
  const secret = new URL(bank).searchParams.get('client_secret') ?? ''
  // Pressed twice the second press is the one whose answer is followed.
  for (const _ of ['once', 'twice']) {
    const answer = await submit(bank, { client_secret: secret, answer: 'yes' })
    const back = new URL(answer.headers.get('location') ?? '')
    expect(back.href).toContain(`${GAVEL}/payments/p1/return?`)
    expect(Object.fromEntries(back.searchParams)).toEqual({
      payment_intent: asked.id,
      payment_intent_client_secret: secret,
      redirect_status: 'succeeded',
    })
  }
})

import { submit, typed } from '@gavel/stripe-emulator/given'
import { expect, test } from 'vitest'
import { startGavel } from './gavel.ts'
import { startStripeHere } from './stripe.ts'

const ORDER = {
  ...{ key: 'a1', attempt: 'a1', payment: 'r1.1.1', words: 'Entry fee', email: null },
  money: { amount: 50_000, currency: 'INR' },
  successUrl: 'http://localhost:3000/paid',
  cancelUrl: 'http://localhost:3000/back',
  expiresAtMs: Date.now() + 3_600_000,
}

test('GATEWAY-1 a test has a Stripe of its own, which does what it is ordered', async () => {
  await using stripe = await startStripeHere()
  const { provider, url } = await stripe.gateway.openPage(ORDER)
  await submit(url, typed('4242424242424242'))
  expect((await stripe.gateway.look({ provider, attempt: 'a1' })).charges).toHaveLength(1)
  await stripe.order('faults', { fault: { what: 'refuse', status: 500 } })
  await expect(stripe.gateway.look({ provider, attempt: 'a1' })).rejects.toThrow('unknown error')
  expect(stripe.environment).toMatchObject({ STRIPE_ADDRESS: stripe.settings.stripeAddress })
})

test('CONFIG-10 a worker starts with a Stripe that stands in, and without any', async () => {
  await using paid = await startGavel({ realtimes: 0, worker: true, stripe: true })
  expect(paid.worker).not.toBeNull()
  expect(paid.stripe?.baseUrl).toMatch(/^http:/)
  await using byHand = await startGavel({ realtimes: 0, worker: true })
  expect(byHand.stripe).toBeNull()
})

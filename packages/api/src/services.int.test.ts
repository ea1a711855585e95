import { startStripeHere } from '@gavel/testkit'
import { expect, test } from 'vitest'
import { given } from './given.ts'

test('CONFIG-10 services pay at the Stripe that they are told of, and without a key at none', async () => {
  await using stripe = await startStripeHere()
  const paying = await given({ stripe: stripe.settings })
  expect(paying.services.gateway?.publishableKey).toBe(stripe.settings.stripePublishableKey)
  expect(await paying.services.gateway?.movements({ fromMs: 0, toMs: Date.now() })).toEqual([])
  await paying.close()
  const byHand = await given()
  expect(byHand.services.gateway).toBeNull()
  await byHand.close()
})

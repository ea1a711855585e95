import { expect, test } from 'vitest'
import { deskForTest } from './given.ts'
import { createIntent } from './intents.ts'
import { renderIntent } from './render.ts'

test('STRIPE-2 an object has the fields of its type, those that are empty too', () => {
  const desk = deskForTest()
  const intent = createIntent(desk, {
    amount: 50_000,
    currency: 'inr',
    customer: null,
    description: null,
    metadata: {},
    method: null,
    methodTypes: ['card'],
    allowedTypes: null,
    redirects: true,
    receiptEmail: null,
    statementSuffix: null,
    session: null,
  })
  const told = renderIntent(intent, desk.baseUrl)
  for (const name of ['canceled_at', 'customer', 'last_payment_error', 'next_action', 'payment_method', 'processing'])
    expect(told[name]).toBeNull()
  expect(told).toMatchObject({ object: 'payment_intent', livemode: false, status: 'requires_payment_method' })
})

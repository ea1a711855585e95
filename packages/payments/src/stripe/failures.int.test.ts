import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Failure } from '../retry.ts'
import { failureOf } from './failures.ts'
import { asking, Till } from './given.ts'

let till: Till
beforeAll(async () => {
  till = await Till.open()
})
afterAll(() => till.close())

const failureIn = async (call: Promise<unknown>): Promise<Failure | null> => {
  try {
    await call
  } catch (error) {
    return failureOf(error)
  }
  throw new Error('the call went well')
}
const open = (key: string) => till.gateway.openPage(asking(key))

test('GATEWAY-6 a wrong key is a matter of the key', async () => {
  const { gateway } = new Till(till.here, { secretKey: 'sk_test_another' })
  expect(await failureIn(gateway.openPage(asking('key')))).toEqual({ is: 'key' })
})

test('GATEWAY-6 a server that is down, slow or breaks off is the network', async () => {
  const down = await Till.open()
  await down.close()
  expect(await failureIn(down.gateway.openPage(asking('down')))).toEqual({ is: 'network' })
  const { gateway } = new Till(till.here, { timeoutMs: 50 })
  await till.here.order('faults', { fault: { what: 'hold' } })
  expect(await failureIn(gateway.openPage(asking('slow')))).toEqual({ is: 'network' })
  await till.here.order('faults', { fault: null })
  for (const what of ['request', 'answer'] as const) {
    await till.lose(what)
    expect(await failureIn(open(`lost-${what}`))).toEqual({ is: 'network' })
  }
})

test.each([
  [500, { is: 'provider', status: 500 }],
  [503, { is: 'provider', status: 503 }],
  [409, { is: 'provider', status: 409 }],
  [429, { is: 'busy', retryAfterMs: null }],
])('GATEWAY-6 %i is tried again later, and not by the SDK', async (status, failure) => {
  await till.here.order('faults', { fault: { what: 'refuse', status } })
  expect(await failureIn(open(`status-${status}`))).toEqual(failure)
  await till.page(`status-${status}`)
})

test('GATEWAY-6 a key that is in use is tried again later', async () => {
  await till.here.order('faults', { fault: { what: 'hold' } })
  const first = open('in-use')
  // Whichever arrives second finds the key in use.
  const second = failureIn(open('in-use'))
  const failure = await Promise.race([second, failureIn(first)])
  expect(failure).toEqual({ is: 'provider', status: 409 })
  await till.here.order('faults', { fault: null })
})

test('GATEWAY-6 what Stripe refuses is refused with its code and words', async () => {
  await till.page('used')
  expect(await failureIn(till.gateway.openPage(asking('used', { words: 'Another' })))).toMatchObject({
    is: 'refused',
    code: 'idempotency_error',
  })
  expect(await failureIn(till.gateway.openPage(asking('soon', { expiresAtMs: Date.now() })))).toMatchObject({
    is: 'refused',
    message: expect.stringContaining('30 minutes'),
  })
  expect(await failureIn(till.gateway.look({ provider: 'cs_test_none', attempt: 'none' }))).toMatchObject({
    is: 'refused',
    code: 'resource_missing',
  })
  const { charge } = await till.paid('refunded')
  await till.refund(charge.id, 50_000, 'all')
  expect(await failureIn(till.refund(charge.id, 1, 'more'))).toMatchObject({
    is: 'refused',
    code: 'charge_already_refunded',
  })
})

test('GATEWAY-6 a declined card is a decline with its code', async () => {
  const declined = till.here.stripe.paymentIntents.create({
    amount: 50_000,
    currency: 'inr',
    confirm: true,
    payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds',
    return_url: 'http://localhost:3000/back',
  })
  expect(await failureIn(declined)).toEqual({ is: 'declined', code: 'insufficient_funds' })
})

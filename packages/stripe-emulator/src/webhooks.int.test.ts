import Stripe from 'stripe'
import { afterEach, expect, test } from 'vitest'
import { receiver, stripeForTest, type Told, WEBHOOK_SECRET } from './given.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const start = async (answer?: Parameters<typeof receiver>[0], retryDelaysMs: number[] = [20, 40]) => {
  const to = await receiver(answer)
  cleanups.push(() => to.close())
  const here = await stripeForTest({
    retryDelaysMs,
    webhooks: [{ url: to.url, secret: WEBHOOK_SECRET, events: ['customer.created', 'customer.updated'] }],
  })
  cleanups.push(() => here.close())
  return { to, ...here }
}
const statesOf = async (deliveries: () => Promise<Told[]>) => (await deliveries()).map(({ state }) => state)

test('STRIPE-21, STRIPE-20 a webhook is signed, tells what happened and when, and the SDK takes it', async () => {
  const { stripe, to } = await start()
  const customer = await stripe.customers.create({ name: 'Asha Rao' }, { idempotencyKey: 'a key' })
  await expect.poll(() => to.received.length).toBe(1)
  const [{ body, signature } = { body: '', signature: '' }] = to.received
  const event = stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET)
  expect(event).toMatchObject({
    object: 'event',
    type: 'customer.created',
    api_version: stripe.getApiField('version'),
    livemode: false,
    pending_webhooks: 1,
    data: { object: { id: customer.id, name: 'Asha Rao' } },
    request: { id: customer.lastResponse.requestId, idempotency_key: 'a key' },
  })
  expect(() => stripe.webhooks.constructEvent(body, signature, 'whsec_another')).toThrow(
    Stripe.errors.StripeSignatureVerificationError,
  )
  expect(() => stripe.webhooks.constructEvent(`${body} `, signature, WEBHOOK_SECRET)).toThrow()
})

test('STRIPE-20 an event is as things were then', async () => {
  const { stripe } = await start()
  const { id } = await stripe.customers.create({ name: 'Asha Rao' })
  await stripe.customers.update(id, { name: 'Asha Iyer' })
  const { data } = await stripe.events.list({ types: ['customer.created', 'customer.updated'] })
  expect(data.map(({ data: { object } }) => ('name' in object ? object.name : null))).toEqual(['Asha Iyer', 'Asha Rao'])
})

test('STRIPE-22 a request does not wait for a receiver that is slow', async () => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const { stripe, to, deliveries } = await start(async () => {
    await held
    return 200
  })
  await stripe.customers.create({ name: 'Asha Rao' })
  await expect.poll(() => to.received.length).toBe(1)
  expect(await statesOf(deliveries)).toEqual(['waiting'])
  letGo()
  await expect.poll(() => statesOf(deliveries)).toEqual(['delivered'])
})

test('STRIPE-22 what fails is sent again, and each try is recorded', async () => {
  const answers = [500, null, 302, 200]
  const { stripe, to, deliveries } = await start(
    (_, nth) => (nth === 2 ? null : (answers[nth - 1] ?? 200)),
    [10, 10, 10, 10],
  )
  await stripe.customers.create({ name: 'Asha Rao' })
  await expect.poll(() => statesOf(deliveries)).toEqual(['delivered'])
  const [delivery] = await deliveries()
  expect(delivery?.tries.map(({ status }) => status)).toEqual(answers)
  const ids = to.received.map(({ body }) => JSON.parse(body).id)
  expect(new Set(ids).size).toBe(1)
})

test('STRIPE-22 it is given up in the end, and found by the list of events', async () => {
  const { stripe, to, deliveries } = await start(() => 500)
  await stripe.customers.create({ name: 'Asha Rao' })
  await expect.poll(() => statesOf(deliveries)).toEqual(['given-up'])
  expect(to.received.length).toBe(3)
  const missed = await stripe.events.list({ delivery_success: false, types: ['customer.created'] })
  expect(missed.data.length).toBe(1)
})

test('STRIPE-22 an endpoint gets the types that it asked for, and one that is disabled gets none', async () => {
  const { stripe, to } = await start()
  const [endpoint] = (await stripe.webhookEndpoints.list()).data
  await stripe.paymentIntents.create({ amount: 5_000, currency: 'inr' })
  await stripe.customers.create({ name: 'Asha Rao' })
  await expect.poll(() => to.types()).toEqual(['customer.created'])
  await stripe.webhookEndpoints.update(endpoint?.id ?? '', { disabled: true })
  await stripe.customers.create({ name: 'Ravi Iyer' })
  await stripe.webhookEndpoints.update(endpoint?.id ?? '', { disabled: false })
  await stripe.customers.create({ name: 'Meera Das' })
  await expect.poll(() => to.types().length).toBe(2)
})

test('STRIPE-23 an event is sent again, several times, and with an old signature', async () => {
  const { stripe, to, order } = await start()
  await stripe.customers.create({ name: 'Asha Rao' })
  await expect.poll(() => to.received.length).toBe(1)
  const [event] = (await stripe.events.list({ type: 'customer.created' })).data
  await order('deliver', { event: event?.id, times: 2 })
  await expect.poll(() => to.received.length).toBe(3)
  expect(new Set(to.received.map(({ body }) => JSON.parse(body).id))).toEqual(new Set([event?.id]))
  await order('deliver', { event: event?.id, signedAgoMs: 3 * 86_400_000 })
  await expect.poll(() => to.received.length).toBe(4)
  const { body = '', signature = '' } = to.received[3] ?? {}
  expect(() => stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET)).toThrow(
    'Timestamp outside the tolerance',
  )
})

test('STRIPE-23 an event comes three days late, when the clock is moved on', async () => {
  const { stripe, to, order } = await start()
  await order('webhooks', { mode: 'drop' })
  await stripe.customers.create({ name: 'Asha Rao' })
  const [event] = (await stripe.events.list({ type: 'customer.created' })).data
  await order('webhooks', { mode: 'on' })
  await order('deliver', { event: event?.id, inMs: 3 * 86_400_000 })
  expect(to.received).toEqual([])
  await order('clock', { forwardMs: 3 * 86_400_000 })
  await expect.poll(() => to.types()).toEqual(['customer.created'])
})

test('STRIPE-23 what is held comes when it is let through, the other way round', async () => {
  const { stripe, to, order, deliveries } = await start()
  await order('webhooks', { mode: 'hold' })
  const { id } = await stripe.customers.create({ name: 'Asha Rao' })
  await stripe.customers.update(id, { name: 'Asha Iyer' })
  expect(await statesOf(deliveries)).toEqual(['held', 'held'])
  await order('webhooks', { mode: 'on', order: 'reversed' })
  await expect.poll(() => to.types()).toEqual(['customer.updated', 'customer.created'])
})

test('STRIPE-23 an outage drops what would have been sent, and events tell of it', async () => {
  const { stripe, to, order, deliveries } = await start()
  await order('webhooks', { mode: 'drop' })
  await stripe.customers.create({ name: 'Asha Rao' })
  expect(await statesOf(deliveries)).toEqual(['dropped'])
  await order('webhooks', { mode: 'on' })
  await stripe.customers.create({ name: 'Ravi Iyer' })
  await expect.poll(() => to.received.length).toBe(1)
  expect((await stripe.events.list({ type: 'customer.created' })).data.length).toBe(2)
})

import { type Received, receiver, WEBHOOK_SECRET } from '@gavel/stripe-emulator/given'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProviderEvent } from './gateway.ts'
import { HOUR_MS, Till } from './given.ts'
import { openStripe } from './open.ts'

let to: Awaited<ReturnType<typeof receiver>>
let till: Till
beforeAll(async () => {
  to = await receiver()
  till = await Till.open({ webhooks: [{ url: to.url, secret: WEBHOOK_SECRET }] })
})
afterAll(async () => {
  await till.close()
  await to.close()
})

const come = async (type: string): Promise<Received> => {
  await expect.poll(() => to.types()).toContain(type)
  const found = to.received[to.types().indexOf(type)]
  if (!found) throw new Error(`no ${type} came`)
  return found
}
const read = ({ body, signature }: Received, nowMs = Date.now()) => till.gateway.readEvent(body, signature, nowMs)

test('GATEWAY-7 a signed event names our payment and what to look at', async () => {
  const { at, charge } = await till.paid('told')
  const completed = await come('checkout.session.completed')
  const intent = String((await till.here.stripe.checkout.sessions.retrieve(at.provider)).payment_intent)
  const told = {
    event: {
      id: expect.stringMatching(/^evt_/),
      type: 'checkout.session.completed',
      createdAtMs: expect.any(Number),
      payment: 'r1.1.1',
      provider: [at.provider, intent],
    },
  }
  expect(read(completed)).toEqual(told)
  expect(till.gateway.readEvent(new TextEncoder().encode(completed.body), completed.signature, Date.now())).toEqual(
    told,
  )
  const succeeded = read(await come('charge.succeeded'))
  expect(succeeded).toMatchObject({ event: { payment: 'r1.1.1', provider: [charge.id, intent] } })
  await till.refund(charge.id, 10_000, 'back')
  expect(read(await come('refund.created'))).toMatchObject({ event: { payment: 'r1.1.1' } })
})

test('GATEWAY-7 a dispute and what is nobody’s name no payment of ours', async () => {
  const { charge } = await till.paid('disputed', '4000000000000259')
  const dispute = read(await come('charge.dispute.created'))
  expect(dispute).toMatchObject({ event: { payment: null } })
  expect('event' in dispute && dispute.event.provider).toContain(charge.id)
  await till.here.stripe.customers.create({ name: 'Asha Rao' })
  expect(read(await come('customer.created'))).toMatchObject({
    event: { type: 'customer.created', payment: null, provider: [] },
  })
})

test('GATEWAY-7 a wrong signature, none, another secret and a changed body are not believed', async () => {
  await till.paid('signed')
  const { body, signature } = await come('checkout.session.completed')
  const wrong = { refusal: 'SIGNATURE' }
  expect(read({ body, signature: '' })).toEqual(wrong)
  expect(read({ body, signature: 'nonsense' })).toEqual(wrong)
  expect(read({ body, signature: signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).toEqual(wrong)
  expect(read({ body: body.replace('r1.1.1', 'r1.1.2'), signature })).toEqual(wrong)
  expect(read({ body: `${body} `, signature })).toEqual(wrong)
  expect(read({ body: '', signature })).toEqual(wrong)
  for (const webhookSecret of ['whsec_another', undefined]) {
    const { readEvent } = openStripe({ secretKey: 'sk_test_here', webhookSecret })
    expect(readEvent(body, signature, Date.now())).toEqual(wrong)
  }
})

test('GATEWAY-7 a signature older than five minutes is old; the same event again is the same', async () => {
  await till.paid('old')
  const first = await come('checkout.session.completed')
  const signedAtMs = Number(/t=(\d+)/.exec(first.signature)?.[1]) * 1_000
  expect(read(first, signedAtMs + 300_000)).toMatchObject({ event: {} })
  expect(read(first, signedAtMs + 301_000)).toEqual({ refusal: 'OLD' })
  const before = to.received.length
  const { id } = JSON.parse(first.body)
  await till.here.order('deliver', { event: id, signedAgoMs: 3 * 86_400_000 })
  await till.here.order('deliver', { event: id })
  await expect.poll(() => to.received.length).toBe(before + 2)
  const again = to.received.slice(before).map((one) => read(one))
  expect(again).toContainEqual({ refusal: 'OLD' })
  expect(again).toContainEqual(read(first))
})

test('GATEWAY-7 what is signed and no event has no shape', () => {
  const { webhooks } = till.here.stripe
  for (const payload of ['not JSON', '[]', '{}', '{"object":"event","id":"evt_1"}', '{"object":"v2.core.event"}']) {
    const signature = webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET })
    expect(read({ body: payload, signature })).toEqual({ refusal: 'SHAPE' })
  }
})

const all = async (events: AsyncIterable<ProviderEvent>): Promise<ProviderEvent[]> => {
  const found: ProviderEvent[] = []
  for await (const event of events) found.push(event)
  return found
}

test('GATEWAY-8 what was missed is listed oldest first, from every page, and of what Gavel works on alone', async () => {
  const own = await Till.open()
  await own.here.order('webhooks', { mode: 'drop' })
  const { at, charge } = await own.paid('missed')
  await own.here.stripe.customers.create({ name: 'Asha Rao' })
  for (let n = 0; n < 60; n += 1) await own.refund(charge.id, 100, `small-${n}`)
  const events = await all(own.gateway.events(Date.now() - HOUR_MS))
  expect(events[0]).toMatchObject({ type: 'charge.succeeded', payment: 'r1.1.1' })
  expect(events.map(({ type }) => type)).not.toContain('customer.created')
  expect(events.filter(({ type }) => type === 'refund.created').length).toBe(60)
  expect(events.filter(({ provider }) => provider.includes(at.provider)).map(({ type }) => type)).toEqual([
    'checkout.session.completed',
  ])
  expect(events.map(({ createdAtMs }) => createdAtMs)).toEqual(
    events.map(({ createdAtMs }) => createdAtMs).toSorted((a, b) => a - b),
  )
  expect(await all(own.gateway.events(Date.now() + HOUR_MS))).toEqual([])
  await own.close()
})

test('GATEWAY-8 more than is kept at once comes whole and in order', async () => {
  const own = await Till.open()
  const { charge } = await own.paid('many', undefined, { money: { amount: 5_000_000, currency: 'INR' } })
  // Two events each, at three times.
  for (let n = 0; n < 540; n += 1) {
    if (n % 180 === 0) await own.here.order('clock', { forwardMs: HOUR_MS })
    await own.refund(charge.id, 100, `small-${n}`)
  }
  const events = await all(own.gateway.events(Date.now() - HOUR_MS))
  expect(events.filter(({ type }) => type === 'refund.created').length).toBe(540)
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  expect(events.map(({ createdAtMs }) => createdAtMs)).toEqual(
    events.map(({ createdAtMs }) => createdAtMs).toSorted((a, b) => a - b),
  )
  await own.close()
})

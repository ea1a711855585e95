import { createHmac } from 'node:crypto'
import { type Given, given } from '@gavel/api/given'
import { lastNews, newsById } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundedBytes } from './bounded-body.ts'
import { answerStripe, WEBHOOK_BYTES } from './stripe-webhook.ts'

const SECRET = 'whsec_here0123456789'
let g: Given
beforeAll(async () => {
  g = await given({
    stripe: {
      stripeSecretKey: 'sk_test_here0123456789',
      stripePublishableKey: undefined,
      stripeWebhookSecret: SECRET,
      // Nothing is asked of it here.
      stripeAddress: 'http://127.0.0.1:1',
    },
  })
})
afterAll(async () => {
  await g.services.jobs.obliterate()
  await g.close()
})

let made = 0
const event = (change: object = {}) => ({
  ...{ id: `evt_${++made}`, object: 'event', type: 'payment_intent.succeeded', created: 1_780_000_000 },
  data: { object: { id: 'pi_1', object: 'payment_intent', metadata: { payment: 'r1.1.1.1' } } },
  ...change,
})
/** As Stripe signs it. */
const signature = (body: string, atMs = Date.now(), secret = SECRET) => {
  const t = Math.floor(atMs / 1_000)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
const send = async (body: BodyInit, signed: string | null, services: Partial<Given['services']> = {}) => {
  const headers = { 'content-type': 'application/json', ...(signed !== null && { 'stripe-signature': signed }) }
  const request = new Request('http://localhost/api/stripe/webhook', {
    ...{ method: 'POST', body, headers, duplex: 'half' },
  } as RequestInit)
  const read = await boundedBytes(request, WEBHOOK_BYTES)
  return answerStripe(read, request.headers, async () => ({ ...g.services, ...services }), Date.now())
}
const post = (one: object, signed?: string | null) => {
  const body = JSON.stringify(one)
  return send(body, signed === undefined ? signature(body) : signed)
}

describe('the webhook of Stripe', () => {
  it('HOOK-1 what Stripe signed is kept before it is answered, and the same once more is known', async () => {
    const one = event()
    const answers = await Promise.all([post(one), post(one), post(one)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await newsById(g.services.mongo, one.id)).toMatchObject({
      ...{ type: 'payment_intent.succeeded', payment: 'r1.1.1.1', provider: ['pi_1'], via: 'webhook', doneAtMs: null },
    })
    expect((await lastNews(g.services.mongo, 'webhook'))?.id).toBe(one.id)
  })

  it('HOOK-1 what is about nothing of ours, or of a type that nobody knows, is kept as done', async () => {
    const one = event({ type: 'customer.created', data: { object: { id: 'cus_1', object: 'customer' } } })
    expect((await post(one)).status).toBe(200)
    expect((await newsById(g.services.mongo, one.id))?.doneAtMs).not.toBeNull()
  })

  it('HOOK-2 a wrong signature, none, another secret, or a body that was changed after it is refused', async () => {
    const one = event()
    const body = JSON.stringify(one)
    const bad = [null, '', 'nonsense', signature(body, Date.now(), 'whsec_of_another'), signature(`${body} `)]
    for (const signed of bad) expect((await send(body, signed)).status).toBe(400)
    expect(await newsById(g.services.mongo, one.id)).toBeNull()
  })

  it('HOOK-2 what was signed too long ago is refused, as somebody’s replay would be', async () => {
    const body = JSON.stringify(event())
    const answer = await send(body, signature(body, Date.now() - 6 * 60_000))
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('too long ago')])
  })

  it.each(['', '{', '[]', '"x"', '{"id":"evt_x"}'])('HOOK-2 %o is no event, though it is signed', async (body) => {
    expect((await send(body, signature(body))).status).toBe(400)
  })

  it('HOOK-2 a body of a megabyte is refused before it is read, and one without an end on the way', async () => {
    const body = JSON.stringify(event({ extra: 'x'.repeat(1_000_000) }))
    expect((await send(body, signature(body))).status).toBe(413)
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(64 * 1_024))
      },
    })
    expect((await send(endless, 't=1,v1=x')).status).toBe(413)
    expect(pulled).toBeLessThan(20)
  })

  it('HOOK-2 where it cannot be kept Stripe is asked to send it again', async () => {
    const body = JSON.stringify(event())
    const headers = new Headers({ 'stripe-signature': signature(body) })
    const opened = () => Promise.reject(new Error('MongoDB does not answer'))
    const away = answerStripe(Buffer.from(body), headers, opened, Date.now())
    expect((await away).status).toBe(503)
  })

  it('HOOK-1 where the queue is away it is kept and answered all the same', async () => {
    const one = event()
    const body = JSON.stringify(one)
    const jobs = { ...g.services.jobs, addMoney: () => Promise.reject(new Error('Redis does not answer')) }
    expect((await send(body, signature(body), { jobs })).status).toBe(200)
    expect(await newsById(g.services.mongo, one.id)).toMatchObject({ doneAtMs: null })
  })

  it('TILL-13 where no key is set there is no such place', async () => {
    const body = JSON.stringify(event())
    expect((await send(body, signature(body), { gateway: null })).status).toBe(404)
  })
})

import { createServer } from 'node:http'
import Stripe from 'stripe'
import { type StripeOptions, startStripe } from './shell/start.ts'

/** Keys of a Stripe that tests start. */
export const SECRET_KEY = 'sk_test_here0123456789'
export const PUBLISHABLE_KEY = 'pk_test_here0123456789'
export const WEBHOOK_SECRET = 'whsec_here0123456789'

/** An SDK that speaks to this address as Gavel does. It does not retry by itself, so that tests see each answer. */
export const sdkFor = (baseUrl: string, key = SECRET_KEY): Stripe =>
  new Stripe(key, {
    host: '127.0.0.1',
    port: new URL(baseUrl).port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  })

/** A delivery, as the orders tell of it. */
export type Told = { id: string; event: string; type: string; state: string; tries: { status: number | null }[] }

/** A Stripe of its own for a test, its SDK, and its orders. Nothing settles by itself within a test. */
export const stripeForTest = async (options: Partial<StripeOptions> = {}) => {
  const here = await startStripe({
    port: 0,
    secretKey: SECRET_KEY,
    publishableKey: PUBLISHABLE_KEY,
    settleMs: 3_600_000,
    retryDelaysMs: [20, 40],
    ...options,
  })
  const at = `${here.baseUrl}/_gavel`
  return {
    ...here,
    stripe: sdkFor(here.baseUrl),
    order: async (name: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${at}/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: answer.status, body: await answer.json() }
    },
    deliveries: async (): Promise<Told[]> => JSON.parse(await (await fetch(`${at}/deliveries`)).text()).deliveries,
  }
}

/** What came to a receiver. */
export type Received = { body: string; signature: string }

/** Somewhere for webhooks to go. `answer` is the status that it gives; null breaks the connection. */
export const receiver = async (
  answer: (received: Received, nth: number) => Promise<number | null> | number | null = () => 200,
) => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const one = {
        body: Buffer.concat(chunks).toString('utf8'),
        signature: String(request.headers['stripe-signature']),
      }
      received.push(one)
      const status = await answer(one, received.length)
      if (status === null) request.socket.destroy()
      else response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    received,
    /** The types of what came, in its order. */
    types: () => received.map(({ body }) => String(JSON.parse(body).type)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A session for an entry fee. */
export const ENTRY: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  success_url: 'http://localhost:3000/paid?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/back',
  client_reference_id: 'payment-1',
  customer_email: 'asha@players.example',
  line_items: [
    { quantity: 2, price_data: { currency: 'inr', unit_amount: 25_000, product_data: { name: 'Entry fee' } } },
  ],
  metadata: { payment: 'payment-1' },
  payment_intent_data: { metadata: { payment: 'payment-1' } },
}

/** What is typed on the page to pay with this card. */
export const typed = (number: string, change: Record<string, string> = {}): Record<string, string> => ({
  method: 'card',
  email: 'asha@players.example',
  name: 'Asha Rao',
  number,
  expiry: '12 / 40',
  cvc: '123',
  ...change,
})

/** Sends a form as a browser would, and does not go where it leads. */
export const submit = (url: string, form: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })

/** The error of a call that has to fail. */
export const errorOf = async (call: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  try {
    await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('the call went well')
}

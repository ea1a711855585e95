// A Stripe of its own for a test, and Gavel's view of it.
import { PUBLISHABLE_KEY, SECRET_KEY, stripeForTest, submit, typed, WEBHOOK_SECRET } from '@gavel/stripe-emulator/given'
import type { Money } from '../money.ts'
import type { Gateway, PageOrder } from './gateway.ts'
import { openStripe, type StripeSettings } from './open.ts'

export const HOUR_MS = 3_600_000
const RUPEES: Money = { amount: 50_000, currency: 'INR' }

type Here = Awaited<ReturnType<typeof stripeForTest>>

/** What an attempt asks for. */
export const asking = (attempt: string, change: Partial<PageOrder> = {}): PageOrder => ({
  key: attempt,
  attempt,
  payment: 'r1.1.1',
  money: RUPEES,
  words: 'Entry fee',
  email: 'asha@players.example',
  successUrl: 'http://localhost:3000/payments/r1.1.1/return',
  cancelUrl: 'http://localhost:3000/payments/r1.1.1',
  expiresAtMs: Date.now() + HOUR_MS,
  ...change,
})

/** Its gateway, and what its payers do. */
export class Till {
  readonly here: Here
  readonly gateway: Gateway

  constructor(here: Here, settings: Partial<StripeSettings> = {}) {
    this.here = here
    this.gateway = openStripe({
      secretKey: SECRET_KEY,
      publishableKey: PUBLISHABLE_KEY,
      webhookSecret: WEBHOOK_SECRET,
      address: here.baseUrl,
      ...settings,
    })
  }

  static async open(options: Parameters<typeof stripeForTest>[0] = {}): Promise<Till> {
    return new Till(await stripeForTest(options))
  }

  /** A page that is open. */
  async page(
    attempt: string,
    change: Partial<PageOrder> = {},
  ): Promise<{ at: { provider: string; attempt: string }; url: string }> {
    const { provider, url } = await this.gateway.openPage(asking(attempt, change))
    return { at: { provider, attempt }, url }
  }

  /** A page that was paid with this card, and its charge. */
  async paid(attempt: string, card = '4242424242424242', change: Partial<PageOrder> = {}) {
    const { at, url } = await this.page(attempt, change)
    await submit(url, typed(card))
    const facts = await this.gateway.look(at)
    const [charge] = facts.charges
    if (!charge) throw new Error('nothing was charged')
    return { at, url, charge, facts }
  }

  /** Sends what is owed of a charge back, as a payment asks for it. */
  refund(charge: string, amount: number, refund: string, currency = 'INR') {
    const money = { amount, currency }
    return this.gateway.refund({ key: `${refund}:0`, payment: 'r1.1.1', refund, charge, money })
  }

  /** Loses the next request, or its answer. The SDK repeats one whose connection broke, once and with its key, whatever it was told. */
  async lose(what: 'request' | 'answer', path = '/v1'): Promise<void> {
    await this.here.order('faults', { fault: { what: `lose-${what}` }, times: 2, path })
  }

  close(): Promise<void> {
    return this.here.close()
  }
}

/** Pays a page by a bank account that takes a while. */
export const payLater = (url: string, account = '000123456789'): Promise<Response> =>
  submit(url, { method: 'debit', email: 'asha@players.example', name: 'Asha Rao', account })

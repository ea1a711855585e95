import { hearNews, type Services, takeNews } from '@gavel/api'
import { anEvent, aPlayer, type Given, given } from '@gavel/api/given'
import {
  changeEvent,
  type Event,
  eventBySlug,
  ledgerOf,
  listNotifications,
  listPayments,
  type PaymentRecord,
  paymentById,
  paymentOf,
  registrationById,
  undoneNews,
} from '@gavel/db'
import { type Account, trialBalance } from '@gavel/payments'
import {
  PUBLISHABLE_KEY,
  receiver,
  SECRET_KEY,
  stripeForTest,
  submit,
  typed,
  WEBHOOK_SECRET,
} from '@gavel/stripe-emulator/given'
import { expect, onTestFinished } from 'vitest'
import { settleRegistration } from '../registrations/settle.ts'

export const MINUTE = 60_000
export const FEE = 50_000
const VISA = '4242424242424242'
const STATUS = { kept: 200, known: 200, SIGNATURE: 400, OLD: 400, SHAPE: 400 } as const

type Person = Awaited<ReturnType<Given['person']>>
/** Somebody who has entered and is to pay. */
export type Payer = Person & { registrationId: string; seat: string }

type Terms = Partial<Event['entry']>

/** A Gavel with a Stripe of its own, whose webhooks come in, and an event whose players pay. It is closed when the test ends. */
export const givenTill = async ({ players = 5, terms = {} }: { players?: number; terms?: Terms } = {}) => {
  let services: Services | null = null
  const hook = await receiver(async ({ body, signature }) => {
    if (!services?.gateway) return 503
    const { gateway } = services
    return STATUS[await takeNews({ ...services, gateway }, Buffer.from(body), signature, Date.now())]
  })
  onTestFinished(() => hook.close())
  const stripe = await stripeForTest({ webhooks: [{ url: hook.url, secret: WEBHOOK_SECRET }] })
  onTestFinished(() => stripe.close())
  const g = await given({
    stripe: {
      stripeSecretKey: SECRET_KEY,
      stripePublishableKey: PUBLISHABLE_KEY,
      stripeWebhookSecret: WEBHOOK_SECRET,
      stripeAddress: stripe.baseUrl,
    },
  })
  onTestFinished(async () => {
    await g.services.jobs.obliterate()
    await g.close()
  })
  services = g.services
  const { mongo } = g.services
  const organiser = await g.person({ creator: true })
  const admin = await g.person({ admin: true })
  const { slug } = await organiser.api.event.create(anEvent({ capacity: { players, teams: 4 } }))
  const made = await eventBySlug(mongo, slug)
  if (!made) throw new Error('no event')
  const entry = { ...made.entry, players: { ...made.entry.players, fee: FEE }, payMs: 40 * MINUTE, ...terms }
  const event = await changeEvent(mongo, made.id, { entry })
  if (!event) throw new Error('no event')
  const { id: eventId } = event

  const record = async (id: string): Promise<PaymentRecord> => {
    const found = await paymentById(mongo, id)
    if (!found) throw new Error(`there is no payment ${id}`)
    return found
  }
  const settles = ({ registrationId }: { registrationId: string }) => settleRegistration(g.services, registrationId)
  return {
    g,
    services: g.services,
    stripe,
    hook,
    organiser,
    admin,
    slug,
    event,
    /** Somebody enters, and is asked to pay or waits. */
    enters: async (): Promise<Payer> => {
      const person = await g.person()
      const { id } = await person.api.event.register({ slug, details: aPlayer() })
      await settles({ registrationId: id })
      return { ...person, registrationId: id, seat: `${id}.1.1` }
    },
    /** What the worker does after each change of a registration. */
    settles,
    begins: ({ api, registrationId }: Payer, way: 'page' | 'form' = 'page') =>
      api.payment.begin({ registrationId, way }),
    /** Types a card on Stripe's page. */
    pays: (url: string | null, number = VISA) => submit(url ?? '', typed(number)),
    /** Types a bank account: what it pays arrives later. */
    debits: (url: string | null, account = '000123456789') =>
      submit(url ?? '', { method: 'debit', email: 'asha@players.example', name: 'Asha Rao', account }),
    /** Works on all the news that have come, until there are none. */
    hears: async (): Promise<number> => {
      const news = await undoneNews(mongo, Date.now() + MINUTE, 1_000)
      for (const { id } of news) await hearNews(g.services, id)
      return news.length
    },
    statusOf: async ({ registrationId }: { registrationId: string }) =>
      (await registrationById(mongo, registrationId))?.status,
    record,
    payment: async (id: string) => paymentOf(await record(id)),
    paymentsOf: ({ registrationId }: { registrationId: string }) => listPayments(mongo, { registrationId }),
    /** What somebody was told of payments, the oldest first. */
    toldTo: async ({ userId }: { userId: string }): Promise<string[]> =>
      (await listNotifications(mongo, userId, { after: null, limit: 100 }))
        .filter(({ kind }) => kind === 'payment')
        .map(({ title }) => title)
        .toReversed(),
    /** What an account of the event stands at; the books add up to nothing. */
    at: async (account: Account): Promise<number> => {
      const balance = trialBalance(await ledgerOf(mongo, { eventId })).INR
      expect(Object.values(balance ?? {}).reduce((sum, amount) => sum + amount, 0)).toBe(0)
      return balance?.[account] ?? 0
    },
    /** Charges that Stripe has. */
    charged: async () =>
      (await stripe.stripe.charges.list({ limit: 100 })).data.filter(({ status }) => status === 'succeeded'),
  }
}

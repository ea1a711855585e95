import { anEvent, aPlayer, type Given, given } from '@gavel/api/given'
import {
  type Event,
  eventBySlug,
  ledgerOf,
  listPayments,
  type PaymentRecord,
  paymentById,
  registrationById,
} from '@gavel/db'
import { trialBalance } from '@gavel/payments'
import { PUBLISHABLE_KEY, stripeForTest, submit, typed, WEBHOOK_SECRET } from '@gavel/stripe-emulator/given'
import { expect, onTestFinished } from 'vitest'
import { settleRegistration } from '../registrations/settle.ts'

const MINUTE = 60_000
export const FEE = 50_000

type Person = Awaited<ReturnType<Given['person']>>
/** Somebody who has entered and is to pay. */
export type Payer = Person & { registrationId: string; seat: string }

export const VISA = '4242424242424242'

/** A Gavel with a Stripe of its own, and an event whose players pay. It is closed when the test ends. */
export const givenTill = async ({
  players = 5,
  entry = {},
}: {
  players?: number
  entry?: Partial<Event['entry']>
} = {}) => {
  const stripe = await stripeForTest()
  onTestFinished(() => stripe.close())
  const g = await given({
    stripeSecretKey: 'sk_test_here0123456789',
    stripePublishableKey: PUBLISHABLE_KEY,
    stripeWebhookSecret: WEBHOOK_SECRET,
    stripeAddress: stripe.baseUrl,
  })
  onTestFinished(() => g.close())
  const { services } = g
  const organiser = await g.person({ creator: true })
  const { slug } = await organiser.api.event.create(anEvent({ capacity: { players, teams: 4 } }))
  const made = await eventBySlug(services.mongo, slug)
  if (!made) throw new Error('no event')
  const terms = { ...made.entry, players: { ...made.entry.players, fee: FEE }, payMs: 40 * MINUTE, ...entry }
  await organiser.api.event.update({ slug, entry: JSON.parse(JSON.stringify(terms)) })

  const paymentsOf = (payer: { registrationId: string }) =>
    listPayments(services.mongo, { registrationId: payer.registrationId })
  const payment = async (id: string): Promise<PaymentRecord> => {
    const record = await paymentById(services.mongo, id)
    if (!record) throw new Error(`there is no payment ${id}`)
    return record
  }
  return {
    g,
    services,
    stripe,
    organiser,
    slug,
    eventId: made.id,
    /** Somebody enters, and is asked to pay. */
    enters: async (): Promise<Payer> => {
      const person = await g.person()
      const { id } = await person.api.event.register({ slug, details: aPlayer() })
      await settleRegistration(services, id)
      const registration = await registrationById(services.mongo, id)
      return { ...person, registrationId: id, seat: `${registration?.id}.1.1` }
    },
    begins: (payer: Payer, way: 'page' | 'form' = 'page') =>
      payer.api.payment.begin({ registrationId: payer.registrationId, way }),
    /** Types a card on Stripe's page. */
    pays: (url: string | null, number = VISA) => submit(url ?? '', typed(number)),
    statusOf: async ({ registrationId }: { registrationId: string }) =>
      (await registrationById(services.mongo, registrationId))?.status,
    payment,
    paymentsOf,
    /** What an account of the event stands at. */
    balance: async () => trialBalance(await ledgerOf(services.mongo, { eventId: made.id })).INR,
    /** Whether the books add up to nothing. */
    isBalanced: async () => {
      for (const balance of Object.values(trialBalance(await ledgerOf(services.mongo, {}))))
        expect(Object.values(balance).reduce((sum, amount) => sum + amount, 0)).toBe(0)
    },
  }
}

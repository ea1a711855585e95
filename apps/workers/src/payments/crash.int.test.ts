import { createCaller, fetchNews, openServices, type Services, takeNews } from '@gavel/api'
import { anEvent, aPlayer } from '@gavel/api/given'
import { createLogger, loadEnv } from '@gavel/config'
import {
  changeEvent,
  duePayments,
  eventBySlug,
  ledgerOf,
  listPayments,
  listRegistrations,
  newId,
  paymentOf,
  registrationById,
  undoneNews,
} from '@gavel/db'
import { countingCharge, trialBalance } from '@gavel/payments'
import { receiver, submit, typed } from '@gavel/stripe-emulator/given'
import { startGavel, until } from '@gavel/testkit'
import { expect, test } from 'vitest'
import { FEE, MINUTE, VISA } from './given-till.ts'

const PEOPLE = 24
const KILLS = 3
const quiet = createLogger('test')
quiet.level = 'silent'

/** A small generator, so that a failing seed can be run again. */
const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What cannot be done now, or was done already, is no matter: people go on. */
const tried = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null)

/** How many payments are kept of whoever stands so. */
const LAWFUL = new Map([
  ['confirmed', [1]],
  ['owing', [0]],
  ['withdrawn', [0, 1]],
])

const STORIES = ['card', 'declined', 'debit', 'failing debit', 'leaves', 'tabs', 'cash', 'both', 'withdraws'] as const

test('TILL-1, TILL-2, HOOK-3 people pay as people do while workers are killed and webhooks get lost: no money is lost, nobody is in unpaid, nobody pays twice', async () => {
  const seed = Date.now() % 1_000_000
  const random = seeded(seed)
  let services: Services | null = null
  const hook = await receiver(async ({ body, signature }) => {
    if (!services?.gateway || random() < 0.3) return 500
    await takeNews({ ...services, gateway: services.gateway }, Buffer.from(body), signature, Date.now())
    return 200
  })
  await using _ = { [Symbol.asyncDispose]: () => hook.close() }
  await using gavel = await startGavel({ realtimes: 0, worker: true, stripe: { webhookUrl: hook.url } })
  const { stripe, worker } = gavel
  if (!stripe || !worker) throw new Error('no Gavel')
  const env = loadEnv()
  const mongodbUrl = new URL(env.mongodbUrl)
  mongodbUrl.pathname = `/${gavel.mongo.connection.name}`
  const opened = await openServices({ ...env, ...stripe.settings, mongodbUrl: mongodbUrl.href }, quiet)
  await using __ = { [Symbol.asyncDispose]: () => opened.close() }
  services = opened
  const { mongo } = opened
  const as = (admin: boolean) => {
    const actor = { userId: newId(), admin, operator: false, bot: false, creator: false }
    return createCaller({ services: opened, actor, session: null, address: actor.userId })
  }
  const boss = as(true)
  const { slug } = await boss.event.create(anEvent({ capacity: { players: PEOPLE, teams: 4 } }))
  const event = await eventBySlug(mongo, slug)
  if (!event) throw new Error('no event')
  const refunds = [{ untilMs: Date.UTC(2030, 0, 1), percent: 50 }]
  const players = { ...event.entry.players, fee: FEE }
  await changeEvent(mongo, event.id, { entry: { ...event.entry, players, payMs: 40 * MINUTE, refunds } })

  const pays = (url: string | null | undefined, card = VISA) => (url ? submit(url, typed(card)) : null)
  const debits = (url: string | null | undefined) =>
    url ? submit(url, { method: 'debit', email: 'a@b.example', name: 'Asha', account: '000123456789' }) : null
  const settles = async (registrationId: string, how: 'succeeded' | 'failed') => {
    for (const { at } of await listPayments(mongo, { registrationId }))
      for (const { provider } of at) await stripe.order('settle', { id: provider, as: how })
  }

  let done = 0
  const live = async (story: (typeof STORIES)[number]) => {
    const api = as(false)
    const { id: registrationId } = await api.event.register({ slug, details: aPlayer() })
    await until('the place is held', async () => (await registrationById(mongo, registrationId))?.status === 'owing')
    const begun = await api.payment.begin({ registrationId, way: 'page' })
    const { url } = begun
    const cash = { slug, registrationId, seat: `${registrationId}.1.1`, how: 'cash', reference: 'R 1' } as const
    switch (story) {
      case 'card':
        await pays(url)
        break
      case 'declined':
        await pays(url, '4000000000000002')
        await pays(url)
        break
      case 'debit':
      case 'failing debit':
        await debits(url)
        await tried(api.payment.refresh({ id: begun.payment }))
        await settles(registrationId, story === 'debit' ? 'succeeded' : 'failed')
        break
      case 'leaves':
        break
      case 'tabs': {
        const tabs = [1, 2, 3].map(() => tried(api.payment.begin({ registrationId, way: 'page' })))
        await Promise.all((await Promise.all(tabs)).map((one) => pays(one?.url)))
        break
      }
      case 'cash':
        await tried(boss.payment.markPaid(cash))
        break
      case 'both':
        await Promise.all([tried(boss.payment.markPaid(cash)), pays(url)])
        break
      case 'withdraws':
        await pays(url)
        if (random() < 0.5) await tried(api.payment.refresh({ id: begun.payment }))
        await tried(api.registration.withdraw({ slug, id: registrationId }))
        break
      default:
        story satisfies never
    }
    // Some come back from Stripe's page, some do not.
    if (random() < 0.5) await tried(api.payment.refresh({ id: begun.payment }))
    done += 1
  }
  const kill = async () => {
    for (let nth = 1; nth <= KILLS; nth += 1) {
      await until('some are through', () => done >= Math.floor((nth * PEOPLE) / (KILLS + 2)))
      await worker.kill()
      await worker.start()
    }
  }
  await Promise.all([kill(), ...Array.from({ length: PEOPLE }, (_, n) => live(STORIES[n % STORIES.length] ?? 'card'))])

  // What no webhook told is fetched; what is due is done by the worker that is left.
  await until(
    'all is told and done',
    async () => {
      await fetchNews(opened, Date.now())
      const due = await duePayments(mongo, Date.now() + 15_000, 10)
      const records = await listPayments(mongo, { eventId: event.id })
      const waits = (await listRegistrations(mongo, { eventId: event.id })).flatMap(({ outbox }) => outbox)
      const posted = records.every((record) => record.posted === record.version)
      return due.length === 0 && waits.length === 0 && posted && (await undoneNews(mongo, 1e15, 1)).length === 0
    },
    180_000,
  )

  const records = await listPayments(mongo, { eventId: event.id })
  const registrations = await listRegistrations(mongo, { eventId: event.id })
  const charges = (await stripe.sdk.charges.list({ limit: 100 })).data.filter(({ status }) => status === 'succeeded')
  const words = `seed ${seed}`
  // Nobody is in unpaid, and whoever paid and stayed is in.
  for (const { id, status } of registrations) {
    const own = records.filter(({ registrationId }) => registrationId === id).map(paymentOf)
    const kept = own.filter((payment) => payment.kept && countingCharge(payment))
    // Who withdrew before the money was heard of got all of it back.
    expect(LAWFUL.get(status), words).toContain(kept.length)
    // Nobody is charged twice: what a second charge took went back whole.
    const ids = own.map((payment) => payment.id)
    const taken = charges.filter(
      ({ metadata, amount, amount_refunded }) => ids.includes(metadata.payment ?? '') && amount_refunded < amount,
    )
    expect(taken.length, words).toBeLessThanOrEqual(1)
  }
  expect(registrations.filter(({ status }) => status === 'owing').length, words).toBeGreaterThan(0)
  // No money is lost: Stripe's account in the books is what Stripe has, and all of it is income or went back.
  const balance = trialBalance(await ledgerOf(mongo, { eventId: event.id })).INR
  expect(
    Object.values(balance ?? {}).reduce((sum, amount) => sum + amount, 0),
    words,
  ).toBe(0)
  const atStripe = charges.reduce((sum, { amount, amount_refunded }) => sum + amount - amount_refunded, 0)
  expect((balance?.stripe ?? 0) + (balance?.fees ?? 0), words).toBe(atStripe)
  expect(
    [balance?.received, balance?.['refunds-owed']].map((amount) => Math.abs(amount ?? 0)),
    words,
  ).toEqual([0, 0])
  expect(-(balance?.income ?? 0), words).toBe(atStripe + (balance?.cash ?? 0))
})

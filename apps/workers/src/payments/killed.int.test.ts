import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { entryOf, type MyRegistration } from '@gavel/api'
import { anEvent, aPlayer, given } from '@gavel/api/given'
import { loadEnv } from '@gavel/config'
import {
  changeEvent,
  duePayments,
  type Event,
  eventBySlug,
  ledgerOf,
  listPayments,
  listRegistrations,
  newId,
  paymentOf,
  undoneNews,
} from '@gavel/db'
import { type Payment, trialBalance } from '@gavel/payments'
import { heldPlaces } from '@gavel/registration'
import { submit, typed } from '@gavel/stripe-emulator/given'
import { freePort, type Gavel, Program, root, startGavel, until } from '@gavel/testkit'
import fc from 'fast-check'
import { expect, it, onTestFailed, onTestFinished } from 'vitest'

const FEE = 50_000
const PLACES = 6
const PAYERS = 18
/** Long enough to pay, and short enough to be late. */
const PAY_MS = 6_000
const TRIES = 60

/** What somebody does at their place. */
type Script = {
  comesAfterMs: number
  pays: 'card' | 'declined-first' | 'twice' | 'debit' | 'debit-fails' | 'late' | 'cash' | 'cash-and-card' | 'not'
  lands: boolean
  leaves: boolean
}
const script = fc.record<Script>({
  comesAfterMs: fc.integer({ min: 0, max: 4_000 }),
  pays: fc.constantFrom(
    'card',
    'card',
    'declined-first',
    'twice',
    'debit',
    'debit-fails',
    'late',
    'cash',
    'cash-and-card',
    'not',
  ),
  lands: fc.boolean(),
  leaves: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
})
const kill = fc.record({ afterMs: fc.integer({ min: 50, max: 900 }), whom: fc.constantFrom('till', 'worker') })
const night = fc.record({
  scripts: fc.array(script, { minLength: PAYERS, maxLength: PAYERS }),
  kills: fc.array(kill, { minLength: 8, maxLength: 8 }),
})

type Call = <T>(userId: string, path: string, input: object) => Promise<T>

/** The till, called again and again while it is dead: what a person does, and a browser. */
const callAt =
  (port: number): Call =>
  async <T>(userId: string, path: string, input: object): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      const body = JSON.stringify({ userId, path, input })
      const answer = await fetch(`http://127.0.0.1:${port}/call`, { method: 'POST', body }).catch(() => null)
      if (answer?.ok) return (await answer.json()) as T
      if (answer?.status === 409 || attempt === TRIES) throw new Error(`${path} was refused: ${await answer?.text()}`)
      await wait(250)
    }
  }

const startTill = (gavel: Gavel, port: number): Promise<Program> => {
  const mongodbUrl = new URL(loadEnv().mongodbUrl)
  mongodbUrl.pathname = `/${gavel.mongo.connection.name}`
  return Program.start({
    name: 'till',
    command: process.execPath,
    args: [join(root, 'apps', 'workers', 'src', 'payments', 'given-till-program.ts')],
    env: {
      ...gavel.stripe?.environment,
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'warn', PORT: String(port), MONGODB_URL: mongodbUrl.href },
    },
    isReady: () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
  })
}

const entryOfMine = (call: Call, userId: string, slug: string) =>
  call<MyRegistration[]>(userId, 'event.myRegistrations', { slug }).then(([mine]) => mine)

type Begun = { payment: string; url: string | null; state: 'open' | 'waiting' }

/** One person's evening, from entering to the end. */
const play = async (
  gavel: Gavel,
  call: Call,
  { slug, organiser }: { slug: string; organiser: string },
  { comesAfterMs, pays, lands, leaves }: Script,
) => {
  const userId = newId()
  await wait(comesAfterMs)
  await call(userId, 'event.register', { slug, details: aPlayer() })
  const endMs = Date.now() + PAY_MS + 4_000
  let mine = await entryOfMine(call, userId, slug)
  while ((mine?.status === 'pending' || mine?.status === 'waitlisted') && Date.now() < endMs) {
    await wait(200)
    mine = await entryOfMine(call, userId, slug)
  }
  if (mine?.status !== 'owing') return
  const begin = () => call<Begun>(userId, 'payment.begin', { registrationId: mine.id, way: 'page' }).catch(() => null)
  const [begun] = await Promise.all([begin(), pays === 'twice' ? begin() : null])
  if (!begun?.url || pays === 'not') return
  if (pays === 'late') await wait(PAY_MS)
  const { url, payment } = begun
  const byHand = { slug, registrationId: mine.id, seat: `${mine.id}.1.1`, how: 'cash', reference: 'R 1' }
  // Where the card was quicker the organiser is told that it is paid.
  const cash = pays.startsWith('cash') ? call(organiser, 'payment.markPaid', byHand).catch(() => null) : null
  await Promise.all([cash, pays === 'cash' ? null : payAt(url, pays)])
  if (lands) await call(userId, 'payment.refresh', { id: payment })
  if (pays === 'debit' || pays === 'debit-fails') await settleDebits(gavel, payment, pays === 'debit')
  if (leaves) {
    await wait(500)
    await call(userId, 'registration.withdraw', { slug, id: mine.id })
  }
}

const payAt = async (url: string, pays: Script['pays']): Promise<void> => {
  const card = typed('4242424242424242')
  const debit = { method: 'debit', email: 'asha@players.example', name: 'Asha Rao', account: '000123456789' }
  if (pays === 'declined-first') await submit(url, typed('4000000000000002'))
  if (pays === 'twice') await Promise.all([submit(url, card), submit(url, card)])
  else await submit(url, pays.startsWith('debit') ? debit : card)
}

const settleDebits = async ({ stripe }: Gavel, payment: string, well: boolean): Promise<void> => {
  for await (const { id, metadata, status } of stripe?.sdk.paymentIntents.list({ limit: 100 }) ?? [])
    if (metadata.payment === payment && status === 'processing')
      await stripe?.order('settle', { id, as: well ? 'succeeded' : 'failed' })
}

/** What goes back to a bank account takes a while to arrive there. */
const settleRefunds = async ({ stripe }: Gavel): Promise<void> => {
  for await (const { id, status } of stripe?.sdk.refunds.list({ limit: 100 }) ?? [])
    if (status === 'pending') await stripe?.order('settle', { id })
}

/** Everything that was begun is done, by whoever is alive now. */
const isCalm = async ({ mongo }: Gavel, { id: eventId }: Event): Promise<boolean> => {
  const nowMs = Date.now()
  const [due, news, entries] = await Promise.all([
    duePayments(mongo, nowMs + 3_000, 100),
    undoneNews(mongo, nowMs, 100),
    listRegistrations(mongo, { eventId }),
  ])
  const open = entries.filter(
    ({ status, outbox, dueAtMs }) => status === 'pending' || outbox.length > 0 || dueAtMs !== null,
  )
  return due.length === 0 && news.length === 0 && open.length === 0
}

/** What an organiser has of a payment in cash, and what of it they still have to hand back. */
const cashOf = ({ charges }: Payment): number =>
  charges.reduce((sum, { source, money }) => sum + (source === 'cash' ? money.amount : 0), 0)
const owedByHand = ({ refunds }: Payment): number =>
  refunds.reduce((sum, { state, amount }) => sum + (state.is === 'owed' ? amount : 0), 0)

/** What Stripe has of each of our payments: what came in less what went back. */
const netAtStripe = async ({ stripe }: Gavel): Promise<Map<string, number>> => {
  const net = new Map<string, number>()
  for await (const { metadata, amount, amount_refunded, status } of stripe?.sdk.charges.list({ limit: 100 }) ?? [])
    if (status === 'succeeded')
      net.set(metadata.payment ?? '', (net.get(metadata.payment ?? '') ?? 0) + amount - amount_refunded)
  return net
}

it('TILL-14 whoever pays, leaves or is late while tills and workers are killed again and again: no money is lost, none is taken twice, nobody is in who has not paid, and the books add up', async () => {
  const seed = Date.now() % 1_000_000
  onTestFailed(() => void process.stderr.write(`The night of seed ${seed}\n`))
  const [plan] = fc.sample(night, { numRuns: 1, seed })
  if (!plan) throw new Error('no plan')
  const port = await freePort()
  await using gavel = await startGavel({
    ...{ realtimes: 1, worker: true, stripe: { webhookUrl: `http://127.0.0.1:${port}/webhook` } },
  })
  const { mongo, worker } = gavel
  if (!worker) throw new Error('no worker')
  await using till = await startTill(gavel, port)
  const g = await given({ database: mongo.connection.name })
  onTestFinished(() => g.close())
  const organiser = await g.person({ creator: true })
  const { slug } = await organiser.api.event.create(anEvent({ capacity: { players: PLACES, teams: 0 } }))
  const made = await eventBySlug(mongo, slug)
  if (!made) throw new Error('no event')
  const entry = {
    ...{ ...made.entry, players: { ...made.entry.players, fee: FEE } },
    ...{ payMs: PAY_MS, slowMs: PAY_MS, refunds: [{ untilMs: Date.UTC(2029, 0, 1), percent: 40 }] },
  }
  await changeEvent(mongo, made.id, { entry })

  const call = callAt(port)
  const everybody = Promise.all(
    plan.scripts.map((one) => play(gavel, call, { slug, organiser: organiser.userId }, one)),
  )
  for (const { afterMs, whom } of plan.kills) {
    await wait(afterMs)
    const program = whom === 'till' ? till : worker
    await program.kill()
    await program.start()
  }
  await everybody
  await settleRefunds(gavel)
  // A worker that starts fetches the news that no till was there to hear.
  await worker.kill()
  await worker.start()
  await until('everything is done', () => isCalm(gavel, made), 150_000)

  const event = await eventBySlug(mongo, slug)
  const entries = await listRegistrations(mongo, { eventId: made.id })
  const payments = (await listPayments(mongo, { eventId: made.id })).map(paymentOf)
  const net = await netAtStripe(gavel)
  const known = new Set(payments.map(({ id }) => id))
  expect([...net.keys()].filter((id) => !known.has(id))).toEqual([])
  const paid = (id: string) =>
    payments
      .filter(({ purpose }) => purpose.registration === id)
      .reduce((sum, one) => sum + (net.get(one.id) ?? 0) + cashOf(one) - owedByHand(one), 0)
  for (const registration of entries) {
    const { id, stage, seats, returned } = entryOf(registration)
    const keeps = seats.flatMap(({ payment }) => (payment === null ? [] : [FEE]))
    const kept = returned.map(({ percent }) => FEE * (1 - percent / 100))
    const expected = [...keeps, ...kept].reduce((sum, amount) => sum + amount, 0)
    expect(paid(id), `${id}, who is ${stage.is}`).toBe(expected)
    expect(stage.is === 'confirmed' ? keeps : [FEE]).toEqual([FEE])
  }
  const holders = entries.flatMap((one) => heldPlaces(entryOf(one)))
  expect(new Set(event?.holders)).toEqual(new Set(holders))
  expect(event?.taken.players).toBe(holders.length)
  expect(holders.length).toBeLessThanOrEqual(PLACES)
  const books = trialBalance(await ledgerOf(mongo, { eventId: made.id })).INR
  expect(Object.values(books ?? {}).reduce((sum, amount) => sum + amount, 0)).toBe(0)
  const { available } = await balanceOf(gavel)
  const cash = payments.reduce((sum, one) => sum + cashOf(one), 0)
  const owed = payments.reduce((sum, one) => sum + owedByHand(one), 0)
  expect(books).toMatchObject({ stripe: available, cash, received: 0, 'refunds-owed': 0 - owed })
})

/** What Stripe says that the account has. */
const balanceOf = async ({ stripe }: Gavel): Promise<{ available: number }> => {
  let available = 0
  for await (const { net } of stripe?.sdk.balanceTransactions.list({ limit: 100 }) ?? []) available += net
  return { available }
}

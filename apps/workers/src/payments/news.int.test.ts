import { randomUUID } from 'node:crypto'
import { fetchNews, forgetOldNews, hearNews, pursue, sweepMoney } from '@gavel/api'
import { loadEnvPart } from '@gavel/config'
import { duePayments, lastNews, moneyRun, newsById, undoneNews } from '@gavel/db'
import { openJobs } from '@gavel/messaging'
import { expect, onTestFinished, test, vi } from 'vitest'
import { FEE, givenTill, MINUTE } from './given-till.ts'
import { startPayments } from './start-payments.ts'

const { redisWorkUrl } = loadEnvPart(['redisWorkUrl'])
const soon = { timeout: 60_000 }

type Till = Awaited<ReturnType<typeof givenTill>>

/** The queue of payments and its worker, as the workers have them. */
const working = (till: Till) => {
  const prefix = `test-${randomUUID().slice(0, 8)}`
  const jobs = openJobs(redisWorkUrl, prefix, till.services.logger)
  const worker = startPayments(till.services, { url: redisWorkUrl, prefix })
  onTestFinished(async () => {
    await worker.close()
    await jobs.obliterate()
    await jobs.close()
  })
  return jobs
}

test('HOOK-1 a webhook is kept before it is answered, and worked on by whoever sweeps', async () => {
  const till = await givenTill()
  const jobs = working(till)
  const asha = await till.enters()
  const { url, payment } = await till.begins(asha)
  await till.pays(url)
  await vi.waitFor(
    async () => expect((await undoneNews(till.services.mongo, 1e15, 10)).length).toBeGreaterThan(0),
    soon,
  )
  await vi.waitFor(async () => {
    await sweepMoney(till.services, jobs, Date.now() + 5_000)
    expect(await till.statusOf(asha)).toBe('confirmed')
    expect(await undoneNews(till.services.mongo, 1e15, 10)).toEqual([])
  }, soon)
  expect((await till.payment(payment)).kept).toBe(true)
})

test('HOOK-4 webhooks that never came are fetched, each once', async () => {
  const till = await givenTill()
  await till.stripe.order('webhooks', { mode: 'drop' })
  const asha = await till.enters()
  const { url } = await till.begins(asha)
  await till.pays(url)
  expect(await lastNews(till.services.mongo, 'webhook')).toBeNull()
  const fresh = await fetchNews(till.services, Date.now())
  expect(fresh).toBeGreaterThan(0)
  expect(await fetchNews(till.services, Date.now())).toBe(0)
  const run = await moneyRun(till.services.mongo, 'events')
  expect(await fetchNews(till.services, Date.now())).toBe(0)
  expect((await moneyRun(till.services.mongo, 'events'))?.untilMs).toBe(run?.untilMs)
  expect(await till.hears()).toBe(fresh)
  expect(await till.statusOf(asha)).toBe('confirmed')
  expect(await till.at('income')).toBe(-FEE)
})

test('HOOK-4 while Stripe is away nothing is fetched, and the next turn makes up for it', async () => {
  const till = await givenTill()
  await till.stripe.order('webhooks', { mode: 'drop' })
  const asha = await till.enters()
  const { url } = await till.begins(asha)
  await till.pays(url)
  await till.stripe.order('faults', { fault: { what: 'refuse', status: 500 }, times: 1, path: '/v1/events' })
  expect(await fetchNews(till.services, Date.now())).toBe(0)
  expect(await fetchNews(till.services, Date.now())).toBeGreaterThan(0)
})

test('HOOK-3 news of three days ago, told again, are known and change nothing', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { url, payment } = await till.begins(asha)
  await till.pays(url)
  await asha.api.payment.refresh({ id: payment })
  await vi.waitFor(async () => expect(await till.hears()).toBe(0), soon)
  const before = await till.record(payment)
  const [{ event } = { event: '' }] = await till.stripe.deliveries()
  const came = till.hook.received.length
  await till.stripe.order('deliver', { event, inMs: 3 * 24 * 60 * MINUTE })
  await till.stripe.order('clock', { forwardMs: 3 * 24 * 60 * MINUTE + MINUTE })
  await vi.waitFor(() => expect(till.hook.received.length).toBeGreaterThan(came), soon)
  await till.hears()
  expect((await till.record(payment)).changes).toEqual(before.changes)
})

test('HOOK-5 while Stripe does not answer, news are not done, and heard later', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { url } = await till.begins(asha)
  await till.pays(url)
  await vi.waitFor(
    async () => expect((await undoneNews(till.services.mongo, 1e15, 10)).length).toBeGreaterThan(0),
    soon,
  )
  const [one] = await undoneNews(till.services.mongo, 1e15, 10)
  const id = one?.id ?? ''
  await till.stripe.order('faults', { fault: { what: 'refuse', status: 503 }, times: 1 })
  await expect(hearNews(till.services, id)).rejects.toThrow('did not say')
  expect((await newsById(till.services.mongo, id))?.doneAtMs).toBeNull()
  await hearNews(till.services, id)
  expect(await till.statusOf(asha)).toBe('confirmed')
  expect(await forgetOldNews(till.services, Date.now())).toBe(0)
  expect(await forgetOldNews(till.services, Date.now() + 91 * 24 * 60 * MINUTE)).toBeGreaterThan(0)
})

test('TILL-2 whoever dies after any step is followed by a sweeper that finishes', async () => {
  const till = await givenTill()
  const jobs = working(till)
  const asha = await till.enters()
  await till.stripe.order('webhooks', { mode: 'drop' })
  await till.stripe.order('faults', { fault: { what: 'refuse', status: 503 }, times: 2 })
  const { payment, state } = await till.begins(asha)
  expect(state).toBe('waiting')
  // The worker asks again by itself, as often as Stripe wants to be asked.
  const opened = await vi.waitFor(async () => {
    await sweepMoney(till.services, jobs, Date.now())
    const begun = await till.begins(asha)
    expect(begun.url).not.toBeNull()
    return begun
  }, soon)
  await till.pays(opened.url)
  // No webhook, nobody came back: once the page has ended it is looked for.
  const [due] = await duePayments(till.services.mongo, Date.now() + 3 * 60 * MINUTE, 10)
  expect(due).toMatchObject({ id: payment })
  const { record } = await pursue(till.services, payment, (due?.nextAtMs ?? 0) + 1)
  expect([record.stage, await till.statusOf(asha)]).toEqual(['paid', 'confirmed'])
})

test('TILL-3 what a process that died had not posted is posted and told by the next', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.pays(url)
  await till.services.mongo.connection
    .collection('payments')
    .updateOne({ _id: payment as never }, { $set: { posted: 99 } })
  await asha.api.payment.refresh({ id: payment })
  expect([await till.at('income'), await till.toldTo(asha)]).toEqual([0, []])
  await till.services.mongo.connection
    .collection('payments')
    .updateOne({ _id: payment as never }, { $set: { posted: 1 } })
  await Promise.all([pursue(till.services, payment), pursue(till.services, payment)])
  expect(await till.at('income')).toBe(-FEE)
  expect(await till.toldTo(asha)).toHaveLength(1)
})

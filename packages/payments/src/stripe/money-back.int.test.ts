import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOTHING } from './facts.ts'
import { payLater, Till } from './given.ts'

let till: Till
beforeAll(async () => {
  till = await Till.open()
})
afterAll(() => till.close())

test('GATEWAY-1 a refund says whose it is, in parts, and once for its key', async () => {
  const { at, charge } = await till.paid('in-parts')
  const first = await till.refund(charge.id, 20_000, 'back-1')
  expect(first).toEqual({
    ...NOTHING,
    refunds: [{ id: expect.stringMatching(/^re_/), charge: charge.id, amount: 20_000, state: 'done', ours: 'back-1' }],
  })
  expect(await till.refund(charge.id, 20_000, 'back-1')).toEqual(first)
  await till.refund(charge.id, 30_000, 'back-2')
  const { refunds, charges } = await till.gateway.look(at)
  expect(refunds.map(({ ours, amount }) => [ours, amount])).toEqual([
    ['back-2', 30_000],
    ['back-1', 20_000],
  ])
  expect(charges).toMatchObject([{ id: charge.id, money: { amount: 50_000 } }])
  const [refund] = (await till.here.stripe.refunds.list({ limit: 1 })).data
  expect(refund?.metadata).toEqual({ gavel: 'refund', payment: 'r1.1.1', refund: 'back-2' })
})

test('GATEWAY-1 a refund whose answer was lost is made once', async () => {
  const { at, charge } = await till.paid('unheard')
  await till.lose('answer', '/v1/refunds')
  await expect(till.refund(charge.id, 50_000, 'unheard')).rejects.toThrow('connection')
  await till.refund(charge.id, 50_000, 'unheard')
  expect((await till.gateway.look(at)).refunds).toMatchObject([{ amount: 50_000, ours: 'unheard' }])
})

test('GATEWAY-2 a refund may take a while, and may fail after it was done', async () => {
  const slow = await till.paid('slow-refund', '4000000000007726')
  const pending = await till.refund(slow.charge.id, 50_000, 'slow')
  expect(pending.refunds).toMatchObject([{ state: 'pending', ours: 'slow' }])
  await till.here.order('settle', { id: pending.refunds[0]?.id })
  expect((await till.gateway.look(slow.at)).refunds).toMatchObject([{ state: 'done' }])
  const fails = await till.paid('failed-refund', '4000000000005126')
  const done = await till.refund(fails.charge.id, 50_000, 'fails')
  expect(done.refunds).toMatchObject([{ state: 'done' }])
  await till.here.order('settle', { id: done.refunds[0]?.id })
  expect((await till.gateway.look(fails.at)).refunds).toMatchObject([{ state: 'failed', ours: 'fails' }])
})

test('GATEWAY-2 what somebody refunded by hand at Stripe is there, and nobody’s of ours', async () => {
  const { at, charge } = await till.paid('by-hand')
  await till.here.stripe.refunds.create({ charge: charge.id, amount: 7_000 })
  expect((await till.gateway.look(at)).refunds).toMatchObject([{ charge: charge.id, amount: 7_000, ours: null }])
})

test('GATEWAY-4 a dispute is told with its fee, won and lost', async () => {
  const end = async (attempt: string, evidence: string) => {
    const { at, charge, facts } = await till.paid(attempt, '4000000000000259')
    const about = { charge: charge.id, amount: 50_000, fee: 1_500 }
    expect(facts.disputes).toEqual([{ ...about, id: expect.stringMatching(/^du_/), state: 'open' }])
    await till.here.stripe.disputes.update(facts.disputes[0]?.id ?? '', { evidence: { uncategorized_text: evidence } })
    return (await till.gateway.look(at)).disputes
  }
  expect(await end('dispute-won', 'winning_evidence')).toMatchObject([{ state: 'won', amount: 50_000, fee: 1_500 }])
  expect(await end('dispute-lost', 'losing_evidence')).toMatchObject([{ state: 'lost', amount: 50_000, fee: 1_500 }])
})

test('GATEWAY-9 movements are the charges that succeeded and all refunds of a time, from every page of the lists', async () => {
  const own = await Till.open()
  const before = Date.now() - 1_000
  const { charge, at } = await own.paid('one', '4000000000005126')
  const mine = await own.refund(charge.id, 10_000, 'mine')
  const byHand = await own.here.stripe.refunds.create({ charge: charge.id, amount: 5_000 })
  await own.here.order('settle', { id: byHand.id, as: 'failed' })
  const slow = await own.page('slow')
  await payLater(slow.url)
  const strange = await own.here.stripe.paymentIntents.create({
    amount: 2_000,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_visa',
    return_url: 'http://localhost:3000/elsewhere',
  })
  for (let n = 0; n < 105; n += 1) await own.refund(charge.id, 100, `small-${n}`)
  const span = { fromMs: before, toMs: Date.now() + 1_000 }
  const all = await own.gateway.movements(span)
  expect(all.filter(({ kind }) => kind === 'charge')).toEqual([
    {
      id: strange.latest_charge,
      kind: 'charge',
      money: { amount: 2_000, currency: 'USD' },
      atMs: expect.any(Number),
      state: 'done',
      payment: null,
    },
    { id: charge.id, kind: 'charge', money: charge.money, atMs: charge.atMs, state: 'done', payment: 'r1.1.1' },
  ])
  const refunds = all.filter(({ kind }) => kind === 'refund')
  expect(refunds.length).toBe(107)
  const stateOf = (id: string | undefined) => refunds.find((one) => one.id === id)
  expect(stateOf(mine.refunds[0]?.id)).toMatchObject({ state: 'done', payment: 'r1.1.1', money: { amount: 10_000 } })
  expect(stateOf(byHand.id)).toMatchObject({ state: 'failed', payment: 'r1.1.1' })
  expect(await own.gateway.movements({ fromMs: before - 3_600_000, toMs: before - 1_000 })).toEqual([])
  expect((await own.gateway.look(at)).refunds.length).toBe(107)
  await own.close()
})

import { type Change, decide, type Facts, type Mismatch, type Movement, postings } from '@gavel/payments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Mongo } from './connection.ts'
import { forgetPersonIn } from './forget-person.ts'
import { ledgerOf, postLedger } from './ledger.ts'
import { acceptMismatch, listMismatches, mismatchById, saveMismatches } from './mismatches.ts'
import {
  changePayment,
  countPayments,
  duePayments,
  insertPayment,
  listPayments,
  notePaymentAt,
  notePosted,
  type PaymentRecord,
  paymentById,
  paymentByProvider,
  paymentOf,
  restPayment,
} from './payments.ts'
import { forgetNews, keepNews, lastNews, noteNewsDone, undoneNews } from './provider-events.ts'
import { scratchMongo } from './scratch.ts'

let mongo: Mongo & AsyncDisposable
beforeAll(async () => {
  mongo = await scratchMongo()
})
afterAll(() => mongo[Symbol.asyncDispose]())

const FEE = { amount: 50_000, currency: 'INR' }

const created = (
  change: { seat?: string; event?: string; payer?: string } = {},
): Extract<Change, { type: 'Created' }> => {
  const { seat = newId(), event = newId(), payer = newId() } = change
  const purpose = { is: 'fee', registration: `r-${seat}`, seat } as const
  return { type: 'Created', id: `${seat}.1`, event, payer, purpose, money: FEE, seq: 1, atMs: 10 }
}

/** Stores what a command changes. */
const does = async (record: PaymentRecord, command: Parameters<typeof decide>[1], nowMs = 20) => {
  const decision = decide(paymentOf(record), command, nowMs)
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  const changed = await changePayment(mongo, record, { changes: decision.changes }, nowMs)
  if (!changed) throw new Error('it was changed by somebody else')
  return changed
}

const charged = (charge: string): Facts => ({
  ...{ attempt: null, page: null, intent: null, refunds: [], disputes: [] },
  charges: [{ id: charge, money: FEE, fee: null, atMs: 15 }],
})

test('PAYSTORE-1 of 20 that create one payment at once one does, and all are given it', async () => {
  const change = created()
  const all = await Promise.all(Array.from({ length: 20 }, () => insertPayment(mongo, change, 10)))
  expect(new Set(all.map(({ id, version }) => `${id} ${version}`))).toEqual(new Set([`${change.id} 1`]))
  expect(await listPayments(mongo, { seat: change.purpose.seat })).toHaveLength(1)
})

test('PAYSTORE-1 of 20 changes at once of one version exactly one is made', async () => {
  const record = await insertPayment(mongo, created(), 10)
  const begin = (attempt: string) =>
    decide(paymentOf(record), { type: 'Begin', attempt, way: 'page', expiresAtMs: 99_000 }, 20)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const decision = begin(`a${index}`)
      if ('refusal' in decision) throw new Error('refused')
      const order = { attempt: `a${index}`, words: 'Entry fee', email: null }
      return changePayment(mongo, record, { changes: decision.changes, order }, 20)
    }),
  )
  const made = answers.filter((answer) => answer !== null)
  expect(made).toHaveLength(1)
  const stored = await paymentById(mongo, record.id)
  expect(stored).toEqual(made[0])
  expect(stored).toMatchObject({ version: 2, stage: 'created' })
  expect(stored && paymentOf(stored).attempts.map(({ id }) => id)).toEqual(stored?.orders.map(({ attempt }) => attempt))
})

test('PAYSTORE-2 how a payment stands is written in the same write as its changes', async () => {
  const event = newId()
  const record = await insertPayment(mongo, created({ event }), 10)
  expect(record).toMatchObject({ stage: 'created', asks: [], providers: [], version: 1 })
  const paid = await does(record, { type: 'MarkPaid', charge: 'c1', how: 'cash', reference: 'R 1', by: 'boss' })
  expect(paid).toMatchObject({ stage: 'paid', asks: [], version: 2 })
  const back = await does(paid, { type: 'Return', refund: 'b1', percent: 100 })
  expect(back).toMatchObject({ stage: 'returned', asks: ['hand-back'] })
  expect((await listPayments(mongo, { eventId: event, asks: 'hand-back' })).map(({ id }) => id)).toEqual([record.id])
  expect(await listPayments(mongo, { eventId: event, stage: 'paid' })).toEqual([])
  const { stages, asks } = await countPayments(mongo, { eventId: event })
  expect([[...stages], [...asks]]).toEqual([[['returned', 1]], [['hand-back', 1]]])
})

test('PAYSTORE-3 a payment is found by every id that the provider has for it', async () => {
  const record = await insertPayment(mongo, created(), 10)
  const charge = `ch_${newId()}`
  await does(record, { type: 'Learn', facts: charged(charge) })
  const [session, intent] = [`cs_${newId()}`, `pi_${newId()}`]
  const at = { attempt: 'a1', provider: session }
  await Promise.all([1, 2, 3].map(() => notePaymentAt(mongo, record.id, [session, intent], [at])))
  for (const id of [charge, session, intent])
    expect((await paymentByProvider(mongo, ['none', id]))?.id, id).toBe(record.id)
  const stored = await paymentById(mongo, record.id)
  expect([stored?.at, stored?.providers.toSorted()]).toEqual([[at], [charge, session, intent].toSorted()])
  expect(await paymentByProvider(mongo, ['ch_of_nobody'])).toBeNull()
})

test('PAYSTORE-4 whoever changes a payment makes it due again, and it rests only as it was seen', async () => {
  await using own = await scratchMongo()
  const record = await insertPayment(own, created(), 10)
  expect(await duePayments(own, 1e12, 10)).toEqual([])
  const changed = await changePayment(own, record, { changes: [] }, 1_000)
  const [due, ...others] = await duePayments(own, 1e12, 10)
  expect([due?.id, others]).toEqual([record.id, []])
  expect(await duePayments(own, 1_000, 10)).toEqual([])
  expect(changed && (await restPayment(own, { ...changed, version: 0 }, null))).toBe(false)
  expect(changed && (await restPayment(own, changed, null))).toBe(true)
  expect(await duePayments(own, 1e12, 10)).toEqual([])
})

test('PAYSTORE-5 ledger entries that are posted ten times at once are there once', async () => {
  const event = newId()
  const record = await does(await insertPayment(mongo, created({ event }), 10), {
    type: 'Learn',
    facts: charged(`ch_${newId()}`),
  })
  const entries = postings(record.id, record.changes)
  await Promise.all(Array.from({ length: 10 }, () => postLedger(mongo, event, entries)))
  expect(await ledgerOf(mongo, { eventId: event })).toEqual(entries)
  expect(await ledgerOf(mongo, { eventId: event, toMs: 20 })).toEqual([])
  await notePosted(mongo, record.id, 2)
  await notePosted(mongo, record.id, 1)
  expect((await paymentById(mongo, record.id))?.posted).toBe(2)
})

test('PAYSTORE-6 what the provider told is kept once, worked on until it is done, and forgotten when it is old', async () => {
  await using own = await scratchMongo()
  const news = { id: 'evt_1', type: 'charge.updated', createdAtMs: 5, payment: null, provider: ['ch_1'] }
  const keep = () => keepNews(own, { ...news, via: 'webhook', receivedAtMs: 7, doneAtMs: null })
  const kept = await Promise.all(Array.from({ length: 10 }, keep))
  expect(kept.filter(Boolean)).toHaveLength(1)
  expect(await undoneNews(own, 7, 10)).toEqual([])
  expect((await undoneNews(own, 8, 10)).map(({ id }) => id)).toEqual(['evt_1'])
  await noteNewsDone(own, 'evt_1', 9)
  expect(await undoneNews(own, 100, 10)).toEqual([])
  expect(await lastNews(own, 'webhook')).toMatchObject({ id: 'evt_1', doneAtMs: 9 })
  expect(await lastNews(own, 'fetched')).toBeNull()
  expect([await forgetNews(own, 9), await forgetNews(own, 10)]).toEqual([0, 1])
})

test('PAYSTORE-7 a mismatch that was accepted stays so, whoever saves it as open at once', async () => {
  await using own = await scratchMongo()
  const movement: Movement = { id: 'ch_1', kind: 'charge', money: FEE, atMs: 1, state: 'done', payment: null }
  const open: Mismatch = {
    ...{ id: 'nobodys:ch_1', kind: 'nobodys', movement, owner: 'administrator', step: 'Look.', sinceMs: 1 },
    state: { is: 'open' },
  }
  await saveMismatches(own, [open])
  expect(await listMismatches(own)).toEqual([open])
  const accepted: Mismatch = { ...open, state: { is: 'accepted', atMs: 2, by: 'boss', note: 'A test of ours.' } }
  expect(await acceptMismatch(own, accepted)).toBe(true)
  await saveMismatches(own, [open])
  expect(await mismatchById(own, open.id)).toEqual(accepted)
  expect(await acceptMismatch(own, accepted)).toBe(false)
})

test('DATA-3 who is forgotten leaves what was paid in the books, and no address', async () => {
  const payer = newId()
  const record = await insertPayment(mongo, created({ payer }), 10)
  const decision = decide(paymentOf(record), { type: 'Begin', attempt: 'a1', way: 'page', expiresAtMs: 99_000 }, 20)
  if ('refusal' in decision) throw new Error('refused')
  const order = { attempt: 'a1', words: 'Entry fee', email: 'asha@players.example' }
  await changePayment(mongo, record, { changes: decision.changes, order }, 20)
  await forgetPersonIn(mongo, { userId: payer, email: 'asha@players.example' }, 'Deleted person')
  const [left, ...others] = await listPayments(mongo, { payer })
  expect([left?.version, others]).toEqual([2, []])
  expect(JSON.stringify(left)).not.toContain('players.example')
})

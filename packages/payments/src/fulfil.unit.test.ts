import { expect, test } from 'vitest'
import { charge, facts, Till } from './given.ts'

const EUR = { amount: 50_000, currency: 'EUR' }

test('FULFIL-1 the same facts twice, or older ones later, change nothing', () => {
  const till = new Till().opens()
  const open = { page: { state: 'open', url: 'u' }, intent: { state: 'waiting', declined: 'stolen_card' } } as const
  const slow = { page: { state: 'complete', url: null }, intent: { state: 'processing', declined: null } } as const
  const paid = { ...slow, intent: { state: 'succeeded', declined: null }, charges: [charge('ch1')] } as const
  till.learns(open, slow, paid)
  const { payment, log } = till
  till.learns(paid, slow, open, slow, { page: { state: 'expired', url: null } }, paid)
  expect(till.payment).toBe(payment)
  expect(log.filter(({ type }) => type === 'ChargeSeen')).toHaveLength(1)
})

test('FULFIL-1 facts may come in any order', () => {
  const before = new Till()
    .opens()
    .learns({ charges: [charge('ch1')] }, { intent: { state: 'processing', declined: null } })
  const after = new Till()
    .opens()
    .learns({ intent: { state: 'processing', declined: null } }, { charges: [charge('ch1')] })
  expect([before.stage, after.stage]).toEqual([after.stage, before.stage])
})

test('FULFIL-2 a second charge is owed back at once', () => {
  const till = new Till().pays('ch1').learns({ attempt: 'a2', charges: [charge('ch2')] })
  expect(till.payment.charges.map(({ id, counts }) => [id, counts])).toEqual([
    ['ch1', true],
    ['ch2', false],
  ])
  expect(till.due()).toMatchObject([
    { do: 'tell', charge: 'ch1' },
    { do: 'refund', charge: 'ch2', money: { amount: 50_000 } },
  ])
  expect([till.at('stripe'), till.at('received'), till.at('refunds-owed')]).toEqual([100_000, -50_000, -50_000])
})

test('FULFIL-2 another amount and another currency do not pay it, and go back', () => {
  const till = new Till().opens().learns({ charges: [charge('odd', { amount: 49_999, currency: 'INR' })] })
  till.learns({ charges: [charge('euro', EUR)] })
  expect(till.payment.refunds.map(({ charge: id, amount, why }) => [id, amount, why])).toEqual([
    ['odd', 49_999, 'not-due'],
    ['euro', 50_000, 'not-due'],
  ])
  expect([till.at('stripe', 'EUR'), till.at('refunds-owed', 'EUR'), till.stage.is]).toEqual([50_000, -50_000, 'failed'])
  expect(till.learns({ charges: [charge('ch1')] }).stage.is).toBe('paid')
})

test('FULFIL-3 money counts after a cancellation, and by an attempt that nobody knows', () => {
  const late = new Till()
    .opens()
    .does({ type: 'Cancel', why: 'Lapsed.' })
    .learns({ charges: [charge('ch1')] })
  expect([late.stage.is, late.due()]).toEqual(['paid', [{ do: 'tell', charge: 'ch1' }]])
  expect(new Till().learns({ attempt: 'unknown', charges: [charge('ch1')] }).stage.is).toBe('paid')
  expect(new Till().learns({ attempt: null, charges: [charge('ch1')] }).stage.is).toBe('paid')
})

test('FULFIL-4 a decline leaves the page open and is told', () => {
  const till = new Till().opens()
  till.learns({ page: { state: 'open', url: 'u' }, intent: { state: 'waiting', declined: 'insufficient_funds' } })
  expect(till.stage).toEqual({ is: 'open', attempt: 'a1', url: 'u', declined: 'insufficient_funds' })
})

test('FULFIL-4 a slow method is processing until it succeeds or fails', () => {
  const slow = () => new Till().opens().learns({ intent: { state: 'processing', declined: null } })
  expect(slow().stage).toEqual({ is: 'processing', attempt: 'a1' })
  expect(slow().learns({ intent: { state: 'failed', declined: 'insufficient_funds' } }).stage.is).toBe('failed')
  expect(slow().learns({ charges: [charge('ch1')] }).stage.is).toBe('paid')
  expect(slow().learns({ page: { state: 'open', url: 'u' } }).stage.is).toBe('processing')
})

test('FULFIL-5 facts of nobody change nothing', () => {
  const till = new Till().opens()
  const { payment } = till
  till.learns(
    facts({ attempt: 'other', page: { state: 'expired', url: null } }),
    { refunds: [{ id: 're', charge: 'unknown', amount: 5, state: 'done', ours: null }] },
    { disputes: [{ id: 'd', charge: 'unknown', amount: 5, fee: 1, state: 'lost' }] },
    {},
  )
  expect(till.payment).toBe(payment)
})

test('FULFIL-6 money is received until the registration keeps it, once', () => {
  const till = new Till()
  expect(till.ask({ type: 'Keep' })?.code).toBe('NOT_PAID')
  till.pays()
  expect([till.at('received'), till.at('income')]).toEqual([-50_000, 0])
  till.does({ type: 'Keep' }, { type: 'Keep' })
  expect([till.at('received'), till.at('income')]).toEqual([0, -50_000])
  const deposit = new Till(undefined, 'deposit').pays().does({ type: 'Keep' })
  expect([deposit.at('deposits'), deposit.at('income')]).toEqual([-50_000, 0])
  const gone = new Till().pays().does({ type: 'Return', refund: 'r', percent: 100 })
  expect(gone.ask({ type: 'Keep' })?.code).toBe('RETURNED')
})

import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { chargeOf, disputeOf, intentOf, pageOf, refundOf, refundStateOf } from './facts.ts'

/** Objects as Stripe tells them, of which these fields are read. */
const told = <T>(fields: { [K in keyof T]?: unknown }): T => JSON.parse(JSON.stringify(fields))

const charge = (change: { [K in keyof Stripe.Charge]?: unknown } = {}) =>
  told<Stripe.Charge>({ id: 'ch_1', status: 'succeeded', amount: 10_000, currency: 'usd', created: 5, ...change })
const line = (change: { amount: number; fee: number; currency: string }) => ({ id: 'txn_1', ...change })

test('GATEWAY-2 a fee that is not counted yet is not known, and one in the account’s currency is told as a part of the charge', () => {
  const feeOf = (balance: unknown) => chargeOf(charge({ balance_transaction: balance }))[0]?.fee
  expect(feeOf(null)).toBeNull()
  expect(feeOf('txn_1')).toBeNull()
  expect(feeOf(line({ amount: 10_000, fee: 320, currency: 'usd' }))).toBe(320)
  // 100 dollars settled as 8,300 rupees, of which 249 were kept: 3 dollars.
  expect(feeOf(line({ amount: 830_000, fee: 24_900, currency: 'inr' }))).toBe(300)
  expect(feeOf(line({ amount: 0, fee: 0, currency: 'usd' }))).toBeNull()
})

test('GATEWAY-2 charges that are under way or failed are none', () => {
  for (const status of ['pending', 'failed', 'something new']) expect(chargeOf(charge({ status }))).toEqual([])
  expect(chargeOf(charge({ balance_transaction: null }))).toMatchObject([
    { money: { amount: 10_000, currency: 'USD' }, atMs: 5_000 },
  ])
})

test('GATEWAY-4 a bank that only asks has taken nothing; what was prevented is lost', () => {
  const dispute = (status: string, lines: object[]) =>
    disputeOf(
      told<Stripe.Dispute>({
        ...{ id: 'dp_1', charge: 'ch_1', amount: 10_000, currency: 'usd', status },
        balance_transactions: lines,
      }),
    )
  const taken = line({ amount: -10_000, fee: 1_500, currency: 'usd' })
  expect(dispute('warning_needs_response', [])).toEqual([])
  expect(dispute('needs_response', [])).toEqual([])
  const states = ['needs_response', 'under_review', 'won', 'lost', 'prevented', 'something new']
  expect(states.map((status) => dispute(status, [taken])[0]?.state)).toEqual([
    'open',
    'open',
    'won',
    'lost',
    'lost',
    'open',
  ])
  const back = line({ amount: 10_000, fee: -1_500, currency: 'usd' })
  expect(dispute('won', [taken, back])).toEqual([
    { id: 'dp_1', charge: 'ch_1', amount: 10_000, fee: 1_500, state: 'won' },
  ])
  const abroad = line({ amount: -830_000, fee: 124_500, currency: 'inr' })
  expect(dispute('lost', [abroad])[0]?.fee).toBe(1_500)
})

test('GATEWAY-2 a refund that nobody of ours asked for has no id of ours, and what Stripe says anew is pending', () => {
  const refund = told<Stripe.Refund>({
    ...{ id: 're_1', charge: 'ch_1', amount: 500, currency: 'jpy', status: 'requires_action', metadata: {} },
  })
  expect(refundOf(refund)).toEqual([{ id: 're_1', charge: 'ch_1', amount: 500, state: 'pending', ours: null }])
  expect(refundOf({ ...refund, charge: null })).toEqual([])
  expect(['succeeded', 'failed', 'canceled', 'pending', null, 'something new'].map(refundStateOf)).toEqual([
    'done',
    'failed',
    'failed',
    'pending',
    'pending',
    'pending',
  ])
})

test('GATEWAY-3 what waits, and what has failed', () => {
  const stateOf = (status: string, last: object | null, page: ReturnType<typeof pageOf> = null) =>
    intentOf(told<Stripe.PaymentIntent>({ status, last_payment_error: last }), page).state
  const by = (type: string) => ({ code: 'x', payment_method: { type } })
  expect(stateOf('requires_payment_method', null)).toBe('waiting')
  expect(stateOf('requires_payment_method', { code: 'card_declined' })).toBe('waiting')
  expect(stateOf('requires_payment_method', by('link'))).toBe('waiting')
  expect(stateOf('requires_payment_method', by('sepa_debit'))).toBe('failed')
  expect(stateOf('requires_payment_method', by('sepa_debit'), { url: 'u', state: 'open' })).toBe('waiting')
  expect(stateOf('requires_payment_method', by('card'), { url: null, state: 'complete' })).toBe('failed')
  expect(stateOf('requires_action', null)).toBe('waiting')
  expect(stateOf('requires_capture', null)).toBe('processing')
  expect(stateOf('something new', null)).toBe('waiting')
})

test('GATEWAY-2 a page in no state that is known says nothing', () => {
  expect(pageOf(told<Stripe.Checkout.Session>({ status: null, url: 'u' }))).toBeNull()
})

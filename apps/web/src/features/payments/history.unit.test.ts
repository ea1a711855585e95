import type { PaymentView } from '@gavel/api'
import { describe, expect, it } from 'vitest'
import { historyOf, stayedOf } from './history.ts'

const INR = (amount: number) => ({ amount, currency: 'INR' })
const charge = (one: Partial<PaymentView['charges'][number]> = {}): PaymentView['charges'][number] => ({
  ...{ id: 'ch_1', source: 'stripe', money: INR(50_000), atMs: 1_000, reference: null, counts: true },
  ...one,
})
const refund = (one: Partial<PaymentView['refunds'][number]> = {}): PaymentView['refunds'][number] => ({
  ...{ id: 'r1', money: INR(20_000), why: 'organiser', state: 'done', words: 'This was sent back.', atMs: 2_000 },
  ...one,
})

describe('the history of a payment', () => {
  it('PAYING-3 says in order what came in and what went back, with how, and last what is still to go', () => {
    const lines = historyOf({
      charges: [charge({ atMs: 3_000, id: 'second', counts: false }), charge({ source: 'upi', reference: 'UPI 77' })],
      refunds: [refund({ id: 'r2', why: 'not-due', state: 'owed', money: INR(50_000), atMs: null }), refund()],
    })
    expect(lines.map(({ title, words, atMs, out }) => [title, words, atMs, out])).toEqual([
      ['₹500 paid by UPI', 'Reference UPI 77.', 1_000, false],
      ['₹200 given back', 'The organiser gave it back. This was sent back.', 2_000, true],
      ['₹500 paid online', 'This did not count as the payment.', 3_000, false],
      ['₹500 to be given back', 'It was not due. This was sent back.', null, true],
    ])
  })

  it('PAYING-3 a refund that somebody else made meanwhile is struck out', () => {
    expect(historyOf({ charges: [], refunds: [refund({ state: 'dropped', atMs: null })] })[0]?.void).toBe(true)
  })

  it('PAYING-3 a receipt says what stayed: without what goes back, what was dropped, and what came in another currency', () => {
    const charges = [charge(), charge({ id: 'other', money: { amount: 900, currency: 'USD' }, counts: false })]
    const refunds = [
      refund(),
      refund({ id: 'r2', state: 'dropped' }),
      refund({ id: 'r3', money: { amount: 900, currency: 'USD' } }),
    ]
    expect(stayedOf({ charges, refunds, money: INR(50_000) })).toEqual(INR(30_000))
  })
})

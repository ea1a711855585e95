import type { Desk } from './desk.ts'
import { feeOf } from './money.ts'
import type { Charge, Transaction } from './world.ts'

const DAY_MS = 86_400_000
/** Card money may be paid out two days later. */
const AVAILABLE_AFTER_MS = 2 * DAY_MS
/** What a dispute costs, in the smallest unit of a currency with two decimals. */
const DISPUTE_FEE = 1_500

const line = (desk: Desk, row: Omit<Transaction, 'id' | 'createdMs' | 'availableMs'>): Transaction =>
  desk.world.transactions.put({
    ...row,
    id: desk.newId('txn'),
    createdMs: desk.nowMs,
    availableMs: desk.nowMs + (row.amount > 0 ? AVAILABLE_AFTER_MS : 0),
  })

/** Money that came in, less Stripe's fee. */
export const creditCharge = (desk: Desk, { id, amount, currency, description }: Charge, isCard: boolean): Transaction =>
  line(desk, {
    amount,
    fee: feeOf(amount, currency),
    currency,
    type: isCard ? 'charge' : 'payment',
    source: id,
    description,
  })

/** Money that goes back. The fee of the charge stays with Stripe. */
export const debitRefund = (
  desk: Desk,
  refund: { id: string; amount: number; currency: string },
  isCard: boolean,
): Transaction =>
  line(desk, {
    amount: -refund.amount,
    fee: 0,
    currency: refund.currency,
    type: isCard ? 'refund' : 'payment_refund',
    source: refund.id,
    description: 'REFUND FOR CHARGE',
  })

/** A refund that the bank sent back. */
export const creditFailedRefund = (
  desk: Desk,
  { id, amount, currency }: { id: string; amount: number; currency: string },
): Transaction =>
  line(desk, {
    amount,
    fee: 0,
    currency,
    type: 'refund_failure',
    source: id,
    description: 'REFUND FAILURE',
  })

/** Money that a dispute takes (`took`), with its fee, or gives back when it is won. */
export const adjustDispute = (
  desk: Desk,
  { id, amount, currency }: { id: string; amount: number; currency: string },
  way: 'took' | 'gave back',
): Transaction =>
  line(desk, {
    amount: way === 'took' ? -amount : amount,
    fee: way === 'took' ? DISPUTE_FEE : 0,
    currency,
    type: 'adjustment',
    source: id,
    description: way === 'took' ? `Chargeback withdrawal for ${id}` : `Chargeback reversal for ${id}`,
  })

import { type Desk, emit, plan } from './desk.ts'
import { creditFailedRefund, debitRefund } from './ledger.ts'
import { written } from './money.ts'
import { invalid, type Outcome } from './problem.ts'
import { renderCharge, renderRefund } from './render-money.ts'
import type { Charge, Metadata, Refund } from './world.ts'

const told = (desk: Desk, refund: Refund) => renderRefund(desk.world, refund)

/** Why this much of a charge cannot go back, or null where it can. STRIPE-14. */
const refundProblem = (charge: Charge, amount: number) => {
  const left = charge.amount - charge.refunded
  if (charge.state.status !== 'succeeded')
    return invalid(`Charge ${charge.id} has no money to refund: its status is ${charge.state.status}.`)
  if (charge.isDisputed)
    return invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  if (left === 0) return invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  if (amount < 1) return invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' })
  if (amount <= left) return null
  const [asked, has] = [written(amount, charge.currency), written(left, charge.currency)]
  const what = charge.refunded === 0 ? 'charge amount' : 'unrefunded amount on charge'
  return invalid(`Refund amount (${asked}) is greater than ${what} (${has})`, { param: 'amount' })
}

/** Sends money back, all that is left or a part. Some cards take a while, some send it back: see `settleRefund`. */
export const createRefund = (
  desk: Desk,
  charge: Charge,
  given: { amount: number | undefined; reason: Refund['reason']; metadata: Metadata },
): Outcome<Refund> => {
  const { world } = desk
  const amount = given.amount ?? charge.amount - charge.refunded
  const problem = refundProblem(charge, amount)
  if (problem) return problem
  const { behaviour, type } = world.methods.need(charge.method)
  const isSlow = behaviour.does === 'refund-later' || behaviour.does === 'settle-later'
  const id = desk.newId(type === 'card' ? 're' : 'pyr')
  const refund = world.refunds.put({
    id,
    createdMs: desk.nowMs,
    amount,
    currency: charge.currency,
    charge: charge.id,
    intent: charge.intent,
    status: isSlow ? 'pending' : 'succeeded',
    reason: given.reason,
    metadata: given.metadata,
    transaction: debitRefund(desk, { id, amount, currency: charge.currency }, type === 'card').id,
    failureTransaction: null,
    failureReason: null,
  })
  const after = world.charges.put({ ...charge, refunded: charge.refunded + amount })
  emit(desk, 'refund.created', told(desk, refund))
  emit(desk, 'charge.refunded', renderCharge(world, after))
  if (isSlow || behaviour.does === 'refund-fails') plan(desk, 'refund', id, desk.nowMs + desk.settleMs)
  return refund
}

const failedRefund = (desk: Desk, refund: Refund): Refund => {
  const { world } = desk
  const failureTransaction = creditFailedRefund(desk, refund).id
  const failed = world.refunds.put({
    ...refund,
    status: 'failed',
    failureTransaction,
    failureReason: 'expired_or_canceled_card',
  })
  const charge = world.charges.need(refund.charge)
  world.charges.put({ ...charge, refunded: charge.refunded - refund.amount })
  emit(desk, 'refund.failed', told(desk, failed))
  emit(desk, 'charge.refund.updated', told(desk, failed))
  return failed
}

/** What became of a refund after a while: as its card says, or as `as` says. A refund that arrived can still come back. STRIPE-15. */
export const settleRefund = (desk: Desk, refund: Refund, as?: 'succeeded' | 'failed'): Refund => {
  desk.world.agenda.drop(`refund ${refund.id}`)
  if (refund.status === 'failed') return refund
  const { behaviour } = desk.world.methods.need(desk.world.charges.need(refund.charge).method)
  const result = as ?? (behaviour.does === 'refund-fails' ? 'failed' : 'succeeded')
  if (result === 'failed') return failedRefund(desk, refund)
  if (refund.status === 'succeeded') return refund
  const arrived = desk.world.refunds.put({ ...refund, status: 'succeeded' })
  emit(desk, 'refund.updated', told(desk, arrived))
  emit(desk, 'charge.refund.updated', told(desk, arrived))
  return arrived
}

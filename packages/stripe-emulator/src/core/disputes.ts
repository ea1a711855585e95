import { type Desk, emit } from './desk.ts'
import { adjustDispute } from './ledger.ts'
import { invalid, type Outcome } from './problem.ts'
import { renderDispute } from './render-money.ts'
import type { Charge, Dispute } from './world.ts'

const ANSWER_WITHIN_MS = 9 * 86_400_000

const told = (desk: Desk, dispute: Dispute) => renderDispute(desk.world, dispute, desk.nowMs)

/** The payer asks the bank for the money back, and gets it until the dispute is decided. STRIPE-16. */
export const openDispute = (desk: Desk, charge: Charge, reason: Dispute['reason']): Dispute => {
  const { world } = desk
  const id = desk.newId('du')
  const amount = charge.amount - charge.refunded
  const dispute = world.disputes.put({
    id,
    createdMs: desk.nowMs,
    amount,
    currency: charge.currency,
    charge: charge.id,
    intent: charge.intent,
    reason,
    status: 'needs_response',
    transactions: [adjustDispute(desk, { id, amount, currency: charge.currency }, 'took').id],
    metadata: {},
    dueMs: desk.nowMs + ANSWER_WITHIN_MS,
  })
  world.charges.put({ ...charge, isDisputed: true })
  emit(desk, 'charge.dispute.created', told(desk, dispute))
  emit(desk, 'charge.dispute.funds_withdrawn', told(desk, dispute))
  return dispute
}

/** Decides a dispute: won brings the money back, lost leaves it gone. */
export const closeDispute = (desk: Desk, dispute: Dispute, status: 'won' | 'lost'): Outcome<Dispute> => {
  if (dispute.status === 'won' || dispute.status === 'lost')
    return invalid(`This dispute is already closed, with a status of ${dispute.status}.`)
  const returned = status === 'won' ? [adjustDispute(desk, dispute, 'gave back').id] : []
  const transactions = [...dispute.transactions, ...returned]
  const closed = desk.world.disputes.put({ ...dispute, status, transactions })
  if (status === 'won') emit(desk, 'charge.dispute.funds_reinstated', told(desk, closed))
  emit(desk, 'charge.dispute.closed', told(desk, closed))
  return closed
}

/** Evidence. Stripe's test words decide at once: `winning_evidence` and `losing_evidence`; anything else waits for the bank. */
export const answerDispute = (
  desk: Desk,
  dispute: Dispute,
  { text, isSubmitted }: { text: string; isSubmitted: boolean },
): Outcome<Dispute> => {
  if (dispute.status !== 'needs_response') return invalid('This dispute takes no more evidence.')
  if (!isSubmitted) return dispute
  const reviewed = desk.world.disputes.put({ ...dispute, status: 'under_review' })
  emit(desk, 'charge.dispute.updated', told(desk, reviewed))
  if (text === 'winning_evidence') return closeDispute(desk, reviewed, 'won')
  if (text === 'losing_evidence') return closeDispute(desk, reviewed, 'lost')
  return reviewed
}

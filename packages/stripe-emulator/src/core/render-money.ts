import type Stripe from 'stripe'
import { seconds } from './desk.ts'
import { type JsonObject, wire } from './json.ts'
import { NO_BILLING } from './render.ts'
import type { Charge, Dispute, Method, Refund, Transaction, World } from './world.ts'

const outcomeOf = ({ state }: Charge): Stripe.Charge.Outcome => {
  const isFailed = state.status === 'failed'
  return {
    advice_code: isFailed ? state.advice : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: isFailed ? 'declined_by_network' : 'approved_by_network',
    reason: isFailed ? state.declineCode : null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: isFailed ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: isFailed ? 'issuer_declined' : 'authorized',
  }
}

const methodDetails = (charge: Charge, method: Method): JsonObject =>
  wire(
    method.type === 'card'
      ? {
          type: 'card',
          card: {
            amount_authorized: charge.amount,
            brand: method.brand,
            checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
            country: 'US',
            exp_month: method.expMonth,
            exp_year: method.expYear,
            funding: 'credit',
            installments: null,
            last4: method.last4,
            mandate: null,
            network: method.brand,
            three_d_secure: null,
            wallet: null,
          },
        }
      : { type: method.type, [method.type]: { last4: method.last4 } },
  )

export const renderCharge = (world: World, charge: Charge): JsonObject => {
  const { state } = charge
  const isFailed = state.status === 'failed'
  const method = world.methods.need(charge.method)
  const shape: Omit<Stripe.Charge, 'payment_method_details' | 'refunds'> = {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: isFailed ? 0 : charge.amount,
    amount_refunded: charge.refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.transaction,
    billing_details: { ...NO_BILLING, email: method.email, name: method.name },
    calculated_statement_descriptor: 'GAVEL',
    captured: !isFailed,
    created: seconds(charge.createdMs),
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: charge.isDisputed,
    failure_balance_transaction: null,
    failure_code: isFailed ? state.code : null,
    failure_message: isFailed ? state.message : null,
    fraud_details: {},
    livemode: false,
    metadata: charge.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(charge),
    paid: state.status === 'succeeded',
    payment_intent: charge.intent,
    payment_method: charge.method,
    receipt_email: charge.receiptEmail,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.refunded === charge.amount,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: state.status,
    transfer_data: null,
    transfer_group: null,
  }
  return wire({ ...shape, payment_method_details: methodDetails(charge, method) })
}

export const renderRefund = (world: World, refund: Refund): Stripe.Refund => {
  const charge = world.charges.need(refund.charge)
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.transaction,
    charge: refund.charge,
    created: seconds(refund.createdMs),
    currency: refund.currency,
    customer: charge.customer,
    customer_account: null,
    metadata: refund.metadata,
    payment_intent: refund.intent,
    payment_method: charge.method,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
    ...(refund.failureTransaction !== null && { failure_balance_transaction: refund.failureTransaction }),
    ...(refund.failureReason !== null && { failure_reason: refund.failureReason }),
    ...(refund.status === 'pending' && { pending_reason: 'processing' }),
  }
}

const CATEGORIES: Readonly<Record<Transaction['type'], string>> = {
  charge: 'charge',
  payment: 'charge',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refund_failure',
  adjustment: 'dispute',
}

/** A line of the balance, as it stands at `nowMs`. */
export const renderTransaction = (line: Transaction, nowMs: number): Stripe.BalanceTransaction => ({
  id: line.id,
  object: 'balance_transaction',
  amount: line.amount,
  available_on: seconds(line.availableMs),
  balance_type: 'payments',
  created: seconds(line.createdMs),
  currency: line.currency,
  description: line.description,
  exchange_rate: null,
  fee: line.fee,
  fee_details:
    line.fee === 0
      ? []
      : [
          {
            amount: line.fee,
            application: null,
            currency: line.currency,
            description: 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ],
  net: line.amount - line.fee,
  reporting_category: line.type === 'adjustment' && line.amount > 0 ? 'dispute_reversal' : CATEGORIES[line.type],
  source: line.source,
  status: nowMs >= line.availableMs ? 'available' : 'pending',
  type: line.type,
})

/** A dispute. Evidence is not kept: only whether it wins. */
export const renderDispute = (world: World, dispute: Dispute, nowMs: number): JsonObject => {
  const isAnswered = dispute.status !== 'needs_response'
  const shape: Omit<Stripe.Dispute, 'evidence'> = {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: dispute.transactions.map((id) => renderTransaction(world.transactions.need(id), nowMs)),
    charge: dispute.charge,
    created: seconds(dispute.createdMs),
    currency: dispute.currency,
    enhanced_eligibility_types: [],
    evidence_details: {
      due_by: seconds(dispute.dueMs),
      enhanced_eligibility: {},
      has_evidence: isAnswered,
      past_due: !isAnswered && nowMs > dispute.dueMs,
      submission_count: isAnswered ? 1 : 0,
      submission_method: isAnswered ? 'manual' : 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: dispute.metadata,
    payment_intent: dispute.intent,
    payment_method_details: {
      type: 'card',
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
    },
    reason: dispute.reason,
    status: dispute.status,
  }
  return wire({ ...shape, evidence: {} })
}

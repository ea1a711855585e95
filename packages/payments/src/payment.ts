import type { Money } from './money.ts'
import type { Failure } from './retry.ts'

/** What is paid: one seat's part. A fee is income once it is kept; a deposit is owed to its payer after the event. */
export type Purpose = { readonly is: 'fee' | 'deposit'; readonly registration: string; readonly seat: string }

export type ByHand = 'cash' | 'upi'
export type Source = 'stripe' | ByHand

export type AttemptState =
  /** Stored, and asked for or about to be; whether Stripe knows of it is not known. */
  | { readonly is: 'begun'; readonly tries: number; readonly nextAtMs: number }
  /** `url` null: an in-page form. `declined`: the last decline code. */
  | { readonly is: 'open'; readonly url: string | null; readonly declined: string | null }
  | { readonly is: 'processing' }
  | { readonly is: 'failed'; readonly code: string | null }
  | { readonly is: 'expired' }
  | { readonly is: 'succeeded' }
  /** Given up: Stripe was never reached, or refused. `step`: what an administrator does next. */
  | { readonly is: 'dead'; readonly failure: Failure; readonly step: string }

/** Its id is its idempotency key. */
export type Attempt = {
  readonly id: string
  readonly way: 'page' | 'form'
  readonly expiresAtMs: number
  readonly state: AttemptState
}

/** Money that came in. `counts`: this one is the payment. `fee`: what the provider kept of it; null where it is not known yet. */
export type Charge = {
  readonly id: string
  readonly source: Source
  readonly money: Money
  readonly atMs: number
  readonly counts: boolean
  readonly fee: number | null
  /** What the organiser noted, and who: of charges by hand. */
  readonly note: { readonly reference: string; readonly by: string } | null
}

export type RefundReason =
  /** A second charge, or one of another amount. */
  | 'not-due'
  | 'returned'
  | 'organiser'
  /** Made by somebody at the provider. */
  | 'at-provider'

export type RefundState =
  | { readonly is: 'owed'; readonly nextAtMs: number; readonly tries: number }
  | { readonly is: 'sent'; readonly provider: string; readonly atMs: number }
  /** `proof`: the provider's id, or the reference of who handed it back. */
  | { readonly is: 'done'; readonly via: Source; readonly proof: string; readonly atMs: number }
  | { readonly is: 'stuck'; readonly step: string }
  /** Somebody else returned the money meanwhile: by hand at the provider, or the bank by a dispute. */
  | { readonly is: 'dropped' }

export type Refund = {
  readonly id: string
  readonly charge: string
  readonly amount: number
  readonly why: RefundReason
  /** The provider's ids under which it failed: each makes the key a new one. */
  readonly failed: readonly string[]
  readonly state: RefundState
}

/** Where money stands that came in and was not decided to go out. */
export type Holding = 'received' | 'income' | 'deposits'

export type Dispute = {
  readonly id: string
  readonly charge: string
  readonly amount: number
  readonly state: 'open' | 'won' | 'lost'
}

/** One thing to be paid by one payer. */
export type Payment = {
  readonly id: string
  /** How many changes made it: the version that a write names. */
  readonly seq: number
  readonly event: string
  readonly payer: string
  readonly purpose: Purpose
  readonly money: Money
  readonly createdAtMs: number
  readonly attempts: readonly Attempt[]
  readonly charges: readonly Charge[]
  readonly refunds: readonly Refund[]
  readonly disputes: readonly Dispute[]
  /** Whether the registration has a place for it (FULFIL-6). */
  readonly kept: boolean
  readonly cancelled: { readonly atMs: number; readonly why: string } | null
}

/** How a payment stands (PAY-5). */
export type Stage =
  | { readonly is: 'created' | 'returned' | 'expired' }
  | { readonly is: 'open'; readonly attempt: string; readonly url: string | null; readonly declined: string | null }
  | { readonly is: 'processing'; readonly attempt: string }
  | {
      readonly is: 'paid'
      readonly charge: string
      readonly source: Source
      readonly kept: boolean
      readonly dispute: Dispute['state'] | null
    }
  | { readonly is: 'failed'; readonly code: string | null }
  | { readonly is: 'cancelled'; readonly why: string }

/** The charge that is the payment. */
export function countingCharge({ charges }: Payment): Charge | null {
  return charges.find(({ counts }) => counts) ?? null
}

/** What of a charge is decided to go back, or has gone. */
function refundedOf({ refunds }: Payment, charge: string): number {
  return refunds
    .filter((one) => one.charge === charge && one.state.is !== 'dropped')
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** What of a charge the bank has taken, or is about to. */
function disputedOf({ disputes }: Payment, charge: string, states: readonly Dispute['state'][]): number {
  return disputes
    .filter((one) => one.charge === charge && states.includes(one.state))
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** What of a charge can still be given back: nothing of what is disputed, or lost (REFUND-2, DISPUTE-1). */
export function refundable(payment: Payment, { id, money }: Charge): number {
  return Math.max(0, money.amount - refundedOf(payment, id) - disputedOf(payment, id, ['open', 'lost']))
}

/** What of a charge is with us and nobody's yet but the payer's, before it is kept; an open dispute may still be won. */
export function remaining(payment: Payment, { id, money }: Charge): number {
  return Math.max(0, money.amount - refundedOf(payment, id) - disputedOf(payment, id, ['lost']))
}

export function isDisputed({ disputes }: Payment, charge: string): boolean {
  return disputes.some((one) => one.charge === charge && one.state === 'open')
}

/** Where the money of a charge stands. What does not count was never anything but received. */
export function holdingOf({ kept, purpose }: Payment, { counts }: Charge): Holding {
  if (!kept || !counts) return 'received'
  return purpose.is === 'deposit' ? 'deposits' : 'income'
}

/** An attempt that a payer can still use, or that may become one: another one is the same one (PAY-2). */
export function liveAttempt({ attempts }: Payment, nowMs: number): Attempt | null {
  const isLive = ({ state, expiresAtMs }: Attempt) =>
    (state.is === 'begun' || state.is === 'open') && nowMs < expiresAtMs
  return attempts.findLast(isLive) ?? null
}

/** How it stands, read from what is known. */
export function stageOf(payment: Payment): Stage {
  const charge = countingCharge(payment)
  if (charge) {
    if (refundedOf(payment, charge.id) === charge.money.amount) return { is: 'returned' }
    if (!payment.kept && remaining(payment, charge) === 0) return { is: 'returned' }
    const disputes = payment.disputes.filter((one) => one.charge === charge.id && one.state !== 'won')
    const dispute = disputes.at(-1)?.state ?? null
    return { is: 'paid', charge: charge.id, source: charge.source, kept: payment.kept, dispute }
  }
  const processing = payment.attempts.find(({ state }) => state.is === 'processing')
  if (processing) return { is: 'processing', attempt: processing.id }
  if (payment.cancelled) return { is: 'cancelled', why: payment.cancelled.why }
  const last = payment.attempts.at(-1)
  if (!last) return { is: 'created' }
  return stageOfAttempt(last)
}

function stageOfAttempt({ id, state }: Attempt): Stage {
  switch (state.is) {
    case 'begun':
      return { is: 'created' }
    case 'open':
      return { is: 'open', attempt: id, url: state.url, declined: state.declined }
    case 'processing':
      return { is: 'processing', attempt: id }
    case 'expired':
      return { is: 'expired' }
    case 'failed':
      return { is: 'failed', code: state.code }
    // Money of it that did not count was owed back: the payment still wants paying.
    case 'succeeded':
    case 'dead':
      return { is: 'failed', code: null }
    default:
      return state satisfies never
  }
}

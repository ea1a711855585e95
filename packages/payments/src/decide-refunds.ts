import { accept, type Course, type Decision, from, NOTHING, plus, refuse } from './answers.ts'
import type { CommandOf } from './commands.ts'
import { partOf } from './money.ts'
import {
  type Charge,
  countingCharge,
  holdingOf,
  isDisputed,
  type Payment,
  type Refund,
  type RefundReason,
  refundable,
  remaining,
} from './payment.ts'
import { retryOf } from './retry.ts'

/** How often Stripe may say that a refund failed before an administrator has to look (REFUND-4). */
const MAX_FAILED = 3
const AGAIN_MS = 60 * 60_000

/** The registration has a place for it (FULFIL-6). */
export function keep(payment: Payment, nowMs: number): Decision {
  const charge = countingCharge(payment)
  if (!charge) return refuse('NOT_PAID')
  if (payment.kept) return NOTHING
  if (remaining(payment, charge) === 0) return refuse('RETURNED')
  return accept(kept(from(payment), charge, nowMs))
}

/** What is left of the charge is what the purpose says: income, or a deposit. */
function kept(course: Course, charge: Charge, nowMs: number): Course {
  const left = { amount: remaining(course.at, charge), currency: charge.money.currency }
  return plus(course, nowMs, {
    type: 'Kept',
    money: left,
    as: course.at.purpose.is === 'deposit' ? 'deposits' : 'income',
  })
}

/** The registration gives it back, by so many per cent; the rest is kept (REFUND-3). */
export function returnMoney(payment: Payment, { refund: id, percent }: CommandOf<'Return'>, nowMs: number): Decision {
  if (payment.refunds.some((one) => one.id === id)) return NOTHING
  const charge = countingCharge(payment)
  if (!charge) return refuse('NOT_PAID')
  const amount = Math.min(partOf(charge.money, percent).amount, refundable(payment, charge))
  const rest = remaining(payment, charge) - amount
  const course = payment.kept || rest === 0 ? from(payment) : kept(from(payment), charge, nowMs)
  return accept(amount === 0 ? course : owed(course, charge, { id, amount, why: 'returned' }, nowMs))
}

/** The organiser gives a part of it back (REFUND-2). */
export function refund(payment: Payment, { refund: id, amount }: CommandOf<'Refund'>, nowMs: number): Decision {
  if (payment.refunds.some((one) => one.id === id)) return NOTHING
  const charge = countingCharge(payment)
  if (!charge || !payment.kept) return refuse('NOT_PAID')
  const lawful = Number.isSafeInteger(amount) && amount > 0
  if (!lawful || amount > refundable(payment, charge)) return refuse('TOO_MUCH')
  return accept(owed(from(payment), charge, { id, amount, why: 'organiser' }, nowMs))
}

/** A refund, decided and not sent. */
export function owed(
  course: Course,
  charge: Charge,
  { id, amount, why }: { id: string; amount: number; why: RefundReason },
  nowMs: number,
): Course {
  return plus(course, nowMs, {
    type: 'RefundOwed',
    refund: id,
    charge: charge.id,
    why,
    money: { amount, currency: charge.money.currency },
    from: holdingOf(course.at, charge),
  })
}

/** Stripe did not take a refund, or did not answer (REFUND-4, RETRY-4). Whatever else it did is learnt from its facts. */
export function notRefunded(
  payment: Payment,
  { refund: id, failure, random }: CommandOf<'HearNotRefunded'>,
  nowMs: number,
): Decision {
  const found = payment.refunds.find((one) => one.id === id)
  if (!found) return refuse('NO_REFUND')
  if (found.state.is !== 'owed' || isDisputed(payment, found.charge)) return NOTHING
  const next = retryOf(failure, { tries: found.state.tries + 1, nowMs, heldUntilMs: null, random })
  if (next.do === 'again')
    return accept(plus(from(payment), nowMs, { type: 'RefundDelayed', refund: id, nextAtMs: next.atMs }))
  const step = next.do === 'give-up' ? next.step : STUCK
  return accept(failed(from(payment), found, { provider: null, step }, nowMs))
}

const STUCK = 'Stripe could not send this refund. Ask the payer how to pay it back, do so, and note the reference here.'

/** Stripe says that a refund failed, perhaps days after it was done. */
export function failedAtProvider(course: Course, found: Refund, provider: string, nowMs: number): Course {
  const step = found.failed.length + 1 >= MAX_FAILED ? STUCK : null
  return failed(course, found, { provider, step }, nowMs)
}

function failed(
  course: Course,
  { id, charge, amount, state }: Refund,
  { provider, step }: { provider: string | null; step: string | null },
  nowMs: number,
): Course {
  return plus(course, nowMs, {
    type: 'RefundFailed',
    refund: id,
    provider,
    money: { amount, currency: currencyOf(course.at, charge) },
    wasDone: state.is === 'done',
    nextAtMs: nowMs + AGAIN_MS,
    step,
  })
}

/** Money goes back from hand to hand (CASH-2). */
export function handBack(
  payment: Payment,
  { refund: id, how, reference }: CommandOf<'HandBack'>,
  nowMs: number,
): Decision {
  const found = payment.refunds.find((one) => one.id === id)
  if (!found) return refuse('NO_REFUND')
  if (found.state.is === 'done') return NOTHING
  const byHand = payment.charges.some(({ id: charge, source }) => charge === found.charge && source !== 'stripe')
  if (!(byHand && found.state.is === 'owed') && found.state.is !== 'stuck') return refuse('NOT_BY_HAND')
  const proof = reference.trim()
  if (proof === '' || proof.length > 100) return refuse('NO_REFERENCE')
  const money = { amount: found.amount, currency: currencyOf(payment, found.charge) }
  return accept(plus(from(payment), nowMs, { type: 'RefundDone', refund: id, via: how, proof, money }))
}

export function currencyOf({ charges, money }: Payment, charge: string): string {
  return (charges.find(({ id }) => id === charge)?.money ?? money).currency
}

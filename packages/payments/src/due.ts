import { currencyOf } from './decide-refunds.ts'
import type { Money } from './money.ts'
import { type Attempt, countingCharge, isDisputed, type Payment, type Refund, remaining } from './payment.ts'

/** What is left to be done for a payment. Each may be done twice: by its key, or because doing it again changes nothing (PAY-7). */
export type Task =
  /** Ask Stripe for the page or form, with the attempt's id as the key; then `HearOpened` or `HearNotOpened`. */
  | { readonly do: 'open'; readonly attempt: Attempt }
  /** Tell Stripe to close the page, or the form whose time is over; then look. */
  | { readonly do: 'close'; readonly attempt: string }
  /** Nothing was heard for too long, or a slow method is under way: fetch the facts, then `Learn`. */
  | { readonly do: 'look'; readonly attempt: string }
  /** Tell the registration that it is paid, until it answers with `Keep` or `Return`. */
  | { readonly do: 'tell'; readonly charge: string }
  /** Ask Stripe to refund, with our id written on it; then `Learn` or `HearNotRefunded`. */
  | {
      readonly do: 'refund'
      readonly refund: string
      readonly charge: string
      readonly money: Money
      readonly key: string
    }
  /** For the organiser: hand this money back, then `HandBack`. */
  | { readonly do: 'hand-back'; readonly refund: string; readonly money: Money }
  /** For an administrator: what no machine can do any more. */
  | { readonly do: 'mend'; readonly what: string; readonly step: string }

/** How long after its end a page may stay unheard of: its webhook is on its way. */
const UNHEARD_MS = 2 * 60_000

/** What is due now, in the order in which it is best done: what the payer waits for first. */
export function due(payment: Payment, nowMs: number): Task[] {
  const charge = countingCharge(payment)
  const undecided = charge !== null && !payment.kept && remaining(payment, charge) > 0
  return [
    ...(undecided ? [{ do: 'tell', charge: charge.id } as const] : []),
    ...payment.attempts.flatMap((attempt) => ofAttempt(payment, attempt, nowMs)),
    ...payment.refunds.flatMap((refund) => ofRefund(payment, refund, nowMs)),
  ]
}

function ofAttempt(payment: Payment, attempt: Attempt, nowMs: number): Task[] {
  const { id, way, state, expiresAtMs } = attempt
  const over = countingCharge(payment) !== null || payment.cancelled !== null
  switch (state.is) {
    case 'begun':
      // Nobody was ever shown the page of a reply that was lost, so nobody can pay there.
      return over || nowMs < state.nextAtMs ? [] : [{ do: 'open', attempt }]
    case 'open':
      // A page ends by itself at Stripe. A form never does.
      if (over || (way === 'form' && nowMs >= expiresAtMs)) return [{ do: 'close', attempt: id }]
      return nowMs >= expiresAtMs + UNHEARD_MS ? [{ do: 'look', attempt: id }] : []
    case 'processing':
      return [{ do: 'look', attempt: id }]
    case 'dead':
      return over ? [] : [{ do: 'mend', what: id, step: state.step }]
    case 'failed':
    case 'expired':
    case 'succeeded':
      return []
    default:
      return state satisfies never
  }
}

function ofRefund(payment: Payment, { id, charge, amount, state, failed }: Refund, nowMs: number): Task[] {
  const money = { amount, currency: currencyOf(payment, charge) }
  const byHand = payment.charges.some((one) => one.id === charge && one.source !== 'stripe')
  switch (state.is) {
    case 'owed':
      if (byHand) return [{ do: 'hand-back', refund: id, money }]
      if (isDisputed(payment, charge) || nowMs < state.nextAtMs) return []
      return [{ do: 'refund', refund: id, charge, money, key: `${id}:${failed.length}` }]
    case 'stuck':
      return [{ do: 'mend', what: id, step: state.step }]
    case 'sent':
    case 'done':
    case 'dropped':
      return []
    default:
      return state satisfies never
  }
}

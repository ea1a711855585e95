import { accept, type Decision, from, NOTHING, plus, refuse } from './answers.ts'
import type { Command, CommandOf } from './commands.ts'
import { handBack, keep, notRefunded, refund, returnMoney } from './decide-refunds.ts'
import { fulfil } from './fulfil.ts'
import { type Attempt, countingCharge, liveAttempt, type Payment, stageOf } from './payment.ts'
import { retryOf } from './retry.ts'
import { chargeRefusal } from './stripe-money.ts'

/**
 * What a command does to a payment, which is null before its first one: the changes to store, or a refusal. Pure and total: the same payment,
 * command and time always give the same answer (docs/spec/payments.md). No changes: it is so already.
 */
export function decide(payment: Payment | null, command: Command, nowMs: number): Decision {
  if (command.type === 'Create') return create(payment, command, nowMs)
  if (payment === null) return refuse('NO_PAYMENT')
  switch (command.type) {
    case 'Begin':
      return begin(payment, command, nowMs)
    case 'HearOpened':
      return opened(payment, command, nowMs)
    case 'HearNotOpened':
      return notOpened(payment, command, nowMs)
    case 'Learn':
      return fulfil(payment, command.facts, nowMs)
    case 'MarkPaid':
      return markPaid(payment, command, nowMs)
    case 'Cancel':
      if (payment.cancelled) return NOTHING
      return accept(plus(from(payment), nowMs, { type: 'Cancelled', why: command.why }))
    case 'Keep':
      return keep(payment, nowMs)
    case 'Return':
      return returnMoney(payment, command, nowMs)
    case 'Refund':
      return refund(payment, command, nowMs)
    case 'HearNotRefunded':
      return notRefunded(payment, command, nowMs)
    case 'HandBack':
      return handBack(payment, command, nowMs)
    default:
      return command satisfies never
  }
}

function create(before: Payment | null, { type: _, ...made }: CommandOf<'Create'>, nowMs: number): Decision {
  if (before !== null) return NOTHING
  const refusal = chargeRefusal(made.money)
  if (refusal) return refuse('NOT_CHARGEABLE', refusal.words)
  return { changes: [{ type: 'Created', ...made, seq: 1, atMs: nowMs }] }
}

/** Begins an attempt, unless one is live: then that is the one (PAY-2, PAY-3). */
function begin(payment: Payment, { attempt: id, way, expiresAtMs }: CommandOf<'Begin'>, nowMs: number): Decision {
  const stage = stageOf(payment)
  if (countingCharge(payment)) return refuse(stage.is === 'returned' ? 'RETURNED' : 'PAID')
  if (stage.is === 'processing') return refuse('UNDER_WAY')
  if (payment.cancelled) return refuse('CANCELLED')
  if (liveAttempt(payment, nowMs) || payment.attempts.some((one) => one.id === id)) return NOTHING
  const attempt: Attempt = { id, way, expiresAtMs, state: { is: 'begun', tries: 0, nextAtMs: nowMs } }
  return accept(plus(from(payment), nowMs, { type: 'AttemptBegun', attempt }))
}

function opened(payment: Payment, { attempt: id, url }: CommandOf<'HearOpened'>, nowMs: number): Decision {
  const attempt = payment.attempts.find((one) => one.id === id)
  if (!attempt) return refuse('NO_ATTEMPT')
  if (attempt.state.is !== 'begun' && attempt.state.is !== 'dead') return NOTHING
  const state = { is: 'open', url, declined: null } as const
  return accept(plus(from(payment), nowMs, { type: 'AttemptMoved', attempt: id, state }))
}

function notOpened(
  payment: Payment,
  { attempt: id, failure, random }: CommandOf<'HearNotOpened'>,
  nowMs: number,
): Decision {
  const attempt = payment.attempts.find((one) => one.id === id)
  if (!attempt) return refuse('NO_ATTEMPT')
  if (attempt.state.is !== 'begun') return NOTHING
  const tries = attempt.state.tries + 1
  const next = retryOf(failure, { tries, nowMs, heldUntilMs: attempt.expiresAtMs, random })
  const move = (state: Attempt['state']) =>
    accept(plus(from(payment), nowMs, { type: 'AttemptMoved', attempt: id, state }))
  switch (next.do) {
    case 'again':
      return move({ is: 'begun', tries, nextAtMs: next.atMs })
    case 'give-up':
      return move({ is: 'dead', failure, step: next.step })
    // A form that was declined at once is there, and asks again.
    case 'another-card':
    case 'correct':
    case 'confirm':
      return move({ is: 'open', url: null, declined: failure.is === 'declined' ? failure.code : null })
    default:
      return next satisfies never
  }
}

const REFERENCE = /^(?=.*\S)[^\p{Cc}]{1,100}$/u

/** The organiser has the money. A page that is open is closed by what is due then, and money that still comes by it goes back (CASH-1). */
function markPaid(
  payment: Payment,
  { charge: id, how, reference, by }: CommandOf<'MarkPaid'>,
  nowMs: number,
): Decision {
  if (payment.charges.some((one) => one.id === id)) return NOTHING
  if (countingCharge(payment)) return refuse('PAID')
  if (!REFERENCE.test(reference)) return refuse('NO_REFERENCE')
  const note = { reference: reference.trim(), by }
  const charge = { id, source: how, money: payment.money, atMs: nowMs, counts: true, fee: null, note }
  return accept(plus(from(payment), nowMs, { type: 'ChargeSeen', charge }))
}

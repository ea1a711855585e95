// The one place where what the provider says becomes what a payment knows. Facts come twice, late, in any order, and from the webhook, the
// landing page and the sweeper at once: each counts once, and nothing goes back (FULFIL-1).
import { accept, type Course, type Decision, from, plus } from './answers.ts'
import type { Facts } from './commands.ts'
import { currencyOf, failedAtProvider, owed } from './decide-refunds.ts'
import { sameMoney } from './money.ts'
import {
  type AttemptState,
  type Charge,
  countingCharge,
  holdingOf,
  type Payment,
  type Refund,
  remaining,
} from './payment.ts'

/** The changes that these facts make; none where everything in them is known. */
export function fulfil(payment: Payment, facts: Facts, nowMs: number): Decision {
  const steps: readonly Step[] = [seeCharges, moveAttempt, seeRefunds, seeDisputes]
  return accept(steps.reduce((course, step) => step(course, facts, nowMs), from(payment)))
}

type Step = (course: Course, facts: Facts, nowMs: number) => Course

/** Money that came in: the first that is right counts, every other is owed back at once (FULFIL-2, FULFIL-3). */
const seeCharges: Step = (start, { charges }, nowMs) =>
  charges.reduce((course, { id, money, fee, atMs }) => {
    const known = course.at.charges.find((one) => one.id === id)
    const counts = known?.counts ?? (countingCharge(course.at) === null && sameMoney(money, course.at.money))
    const charge = known ?? { id, source: 'stripe', money, atMs, counts, fee: null, note: null }
    let next = known ? course : plus(course, nowMs, { type: 'ChargeSeen', charge })
    if (fee !== null && charge.fee === null)
      next = plus(next, nowMs, { type: 'FeeSeen', charge: id, fee: { amount: fee, currency: charge.money.currency } })
    return known || counts ? next : owed(next, charge, { id: `${id}:all`, amount: money.amount, why: 'not-due' }, nowMs)
  }, start)

/** How far an attempt has come: a fact that is behind it is old. */
const RANK: Readonly<Record<AttemptState['is'], number>> = {
  begun: 0,
  dead: 1,
  open: 2,
  processing: 3,
  failed: 4,
  expired: 4,
  succeeded: 5,
}

const moveAttempt: Step = (course, facts, nowMs) => {
  const attempt = course.at.attempts.find(({ id }) => id === facts.attempt)
  const state = attempt && attemptState(facts)
  if (!attempt || !state) return course
  const further = RANK[state.is] > RANK[attempt.state.is]
  const declined =
    state.is === 'open' &&
    attempt.state.is === 'open' &&
    state.declined !== null &&
    state.declined !== attempt.state.declined
  if (!further && !declined) return course
  return plus(course, nowMs, { type: 'AttemptMoved', attempt: attempt.id, state })
}

function attemptState({ page, intent, charges }: Facts): AttemptState | null {
  if (charges.length > 0 || intent?.state === 'succeeded') return { is: 'succeeded' }
  if (intent?.state === 'failed') return { is: 'failed', code: intent.declined }
  if (intent?.state === 'processing') return { is: 'processing' }
  if (page?.state === 'expired' || intent?.state === 'cancelled') return { is: 'expired' }
  if (page?.state === 'open' || intent?.state === 'waiting')
    return { is: 'open', url: page?.url ?? null, declined: intent?.declined ?? null }
  return null
}

const seeDisputes: Step = (start, { disputes }, nowMs) =>
  disputes.reduce((course, { id, charge, amount, fee, state }) => {
    if (!course.at.charges.some((one) => one.id === charge)) return course
    const known = course.at.disputes.find((one) => one.id === id)
    const money = { amount, currency: currencyOf(course.at, charge) }
    const dispute = { id, charge, amount, state: 'open' } as const
    const next = known ? course : plus(course, nowMs, { type: 'DisputeOpened', dispute, money, fee })
    if (state === 'open' || (known && known.state !== 'open')) return next
    if (state === 'won') return plus(next, nowMs, { type: 'DisputeWon', dispute: id, money })
    return lost(next, { id, charge, amount }, nowMs)
  }, start)

/** The bank has given the money back: what was owed back for that charge gives way to it (DISPUTE-2). */
function lost(
  start: Course,
  { id, charge: of, amount }: { id: string; charge: string; amount: number },
  nowMs: number,
): Course {
  const charge = start.at.charges.find((one) => one.id === of)
  if (!charge) return start
  const money = { amount, currency: charge.money.currency }
  const from = charge.counts && start.at.kept ? 'disputes-lost' : 'received'
  const course = madeRoom(start, charge, amount, id, nowMs)
  return plus(course, nowMs, { type: 'DisputeLost', dispute: id, money, from })
}

/**
 * So much of a charge is somebody else's to return: refunds that wait and would go beyond what is left of it are dropped, and owed anew for
 * what is left of them. `by` names the rest.
 */
function madeRoom(start: Course, charge: Charge, amount: number, by: string, nowMs: number): Course {
  let course = start
  for (const one of start.at.refunds) {
    const missing = amount - remaining(course.at, charge)
    if (missing <= 0) break
    if (one.charge !== charge.id || !waits(one)) continue
    const money = { amount: one.amount, currency: charge.money.currency }
    course = plus(course, nowMs, {
      type: 'RefundDropped',
      refund: one.id,
      charge: charge.id,
      money,
      from: holdingOf(course.at, charge),
    })
    const rest = one.amount - missing
    if (rest > 0) course = owed(course, charge, { id: `${one.id}:${by}`, amount: rest, why: one.why }, nowMs)
  }
  return course
}

const seeRefunds: Step = (start, { refunds }, nowMs) =>
  refunds.reduce((course, fact) => {
    if (!course.at.charges.some(({ id }) => id === fact.charge)) return course
    const known = knownRefund(course.at, fact)
    if (known) return seeKnownRefund(course, known, fact, nowMs)
    return takenOver(course, fact, nowMs)
  }, start)

type RefundFact = Facts['refunds'][number]

/**
 * The refund that a fact is about: by the provider's id; or one that we owe, by our id on it or, as somebody made it by hand, by its amount (REFUND-5).
 * One of ours that another refund has taken the place of meanwhile is one more.
 */
function knownRefund({ refunds }: Payment, { id, charge, amount, ours, state }: RefundFact): Refund | undefined {
  const byProvider = ({ state: at, failed }: Refund) =>
    failed.includes(id) ||
    (at.is === 'sent' && at.provider === id) ||
    (at.is === 'done' && at.via === 'stripe' && at.proof === id)
  const waiting = refunds.filter((one) => one.charge === charge && waits(one))
  return (
    refunds.find(byProvider) ??
    waiting.find((one) => one.id === ours) ??
    (state === 'failed' ? undefined : waiting.find((one) => one.amount === amount))
  )
}

/** Decided, and not on its way. */
function waits({ state }: Refund): boolean {
  return state.is === 'owed' || state.is === 'stuck'
}

function seeKnownRefund(course: Course, known: Refund, { id, state }: RefundFact, nowMs: number): Course {
  const money = { amount: known.amount, currency: currencyOf(course.at, known.charge) }
  if (known.failed.includes(id)) return course
  const at = known.state
  const isThis = (at.is === 'sent' && at.provider === id) || (at.is === 'done' && at.proof === id)
  if (!isThis && !waits(known)) return course
  switch (state) {
    case 'pending':
      return isThis ? course : plus(course, nowMs, { type: 'RefundSent', refund: known.id, provider: id })
    case 'done':
      return at.is === 'done'
        ? course
        : plus(course, nowMs, { type: 'RefundDone', refund: known.id, via: 'stripe', proof: id, money })
    case 'failed':
      return failedAtProvider(course, known, id, nowMs)
    default:
      return state satisfies never
  }
}

/** A refund that we did not know: what we owed for that charge beyond what is left gives way to it (REFUND-5). */
function takenOver(start: Course, fact: RefundFact, nowMs: number): Course {
  const charge = start.at.charges.find(({ id }) => id === fact.charge)
  if (!charge) return start
  if (fact.state === 'failed') {
    const money = { amount: fact.amount, currency: charge.money.currency }
    return plus(start, nowMs, { type: 'RefundNoted', refund: fact.id, charge: charge.id, money })
  }
  const room = madeRoom(start, charge, fact.amount, fact.id, nowMs)
  const course = owed(room, charge, { id: fact.id, amount: fact.amount, why: 'at-provider' }, nowMs)
  const taken = course.at.refunds.find(({ id }) => id === fact.id)
  return taken ? seeKnownRefund(course, taken, fact, nowMs) : course
}

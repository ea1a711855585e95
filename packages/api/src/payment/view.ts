import { can, type Subject } from '@gavel/auth'
import {
  type Event,
  eventById,
  namesOf,
  type PaymentRecord,
  paymentById,
  paymentOf,
  type RegistrationStatus,
} from '@gavel/db'
import {
  countingCharge,
  declineWords,
  due,
  type Money,
  type Payment,
  type RefundReason,
  type RefundState,
  refundable,
  type Source,
  type Stage,
  stageOf,
} from '@gavel/payments'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { authorise, subjectIn } from '../trpc.ts'
import { findOwed } from './registrar.ts'
import { heldUntilMs } from './seats.ts'
import { paidFor, receiptNumber, refundWords, stageWords } from './words.ts'

/** What a person has to do for a payment: hand money back, or mend what no machine can. `id`: of the refund, or where `money` is null of the attempt. */
export type NextStep = { what: 'hand-back' | 'mend'; id: string; step: string; money: Money | null }

/** A payment as its payer and its keepers see it. Money is in the smallest unit. */
export type PaymentView = {
  id: string
  event: { slug: string; name: string; timeZone: string }
  /** What is paid. */
  words: string
  money: Money
  purpose: 'fee' | 'deposit'
  /** The address of Stripe's page is in it for the payer alone. */
  stage: Stage
  stageWords: string
  /** Until when the place is held for this; null where none is held, or it is paid. */
  heldUntilMs: number | null
  /** Whether paying may be begun, or begun again, now. */
  payable: boolean
  /** How often paying was begun. */
  tries: number
  declinedWords: string | null
  charges: { id: string; source: Source; money: Money; atMs: number; reference: string | null; counts: boolean }[]
  refunds: {
    id: string
    money: Money
    why: RefundReason
    state: RefundState['is']
    words: string
    atMs: number | null
  }[]
  createdAtMs: number
  /** Null where nothing came in. */
  receiptNumber: string | null
  registrationId: string
  seat: string
  /** How the entry stands that this is for; null where there is none any more. */
  entry: RegistrationStatus | null
  payer: { userId: string; name: string }
  /** What can still be given back of it. */
  refundable: Money
  /** Whether the asker keeps this event's money. */
  manages: boolean
  /** For keepers; empty for payers. */
  next: NextStep[]
  /** The server's clock. */
  nowMs: number
}

type Seen = { record: PaymentRecord; event: Event; subject: Subject }

/** A payment that the asker may see: the payer, the event's organisers, administrators. @throws AppError PAYMENT.NOT_FOUND, AUTH.FORBIDDEN */
export const seenPayment = async (ctx: Context, id: string): Promise<Seen> => {
  const record = await paymentById(ctx.services.mongo, id)
  const event = record && (await eventById(ctx.services.mongo, record.eventId))
  if (!event) throw new AppError('PAYMENT.NOT_FOUND')
  const subject = await subjectIn(ctx, event)
  authorise(ctx.actor, 'payment.read', { ...subject, own: record.payer === ctx.actor.userId })
  return { record, event, subject }
}

/** {@link PaymentView} of a payment for whoever asks. */
export const viewOf = async (ctx: Context, { record, event, subject }: Seen): Promise<PaymentView> => {
  const { services, actor } = ctx
  const payment = paymentOf(record)
  const nowMs = Date.now()
  const stage = stageOf(payment)
  const [owed, names] = await Promise.all([
    findOwed(services, record.registrationId),
    namesOf(services.postgres, [record.payer]),
  ])
  const seat = owed?.entry.seats.find(({ id }) => id === record.seat)
  const untilMs = owed && seat?.payment === null ? heldUntilMs(owed.entry) : null
  const manages = can(actor, 'payment.manage', subject)
  const { slug, name, timeZone } = event
  return {
    id: record.id,
    event: { slug, name, timeZone },
    words: paidFor(event, record.purpose),
    money: record.money,
    purpose: record.purpose,
    stage: stage.is === 'open' && record.payer !== actor.userId ? { ...stage, url: null } : stage,
    stageWords: stageWords(stage),
    heldUntilMs: untilMs,
    payable: untilMs !== null && nowMs < untilMs && services.gateway !== null && isPayable(stage),
    tries: payment.attempts.length,
    declinedWords: declinedIn(stage),
    charges: payment.charges.map(({ id, source, money, atMs, note, counts }) => {
      return { id, source, money, atMs, reference: note?.reference ?? null, counts }
    }),
    refunds: refundsOf(payment),
    createdAtMs: record.createdAtMs,
    receiptNumber: payment.charges.length > 0 ? receiptNumber(record.id) : null,
    registrationId: record.registrationId,
    seat: record.seat,
    entry: owed?.registration.status ?? null,
    payer: { userId: record.payer, name: names.get(record.payer) ?? 'Somebody' },
    refundable: leftOf(payment),
    manages,
    next: manages ? nextOf(payment, nowMs) : [],
    nowMs,
  }
}

const isPayable = ({ is }: Stage): boolean => is !== 'paid' && is !== 'processing' && is !== 'cancelled'

const declinedIn = (stage: Stage): string | null => {
  const code = stage.is === 'open' ? stage.declined : stage.is === 'failed' ? stage.code : null
  return code === null ? null : declineWords(code)
}

const refundsOf = (payment: Payment): PaymentView['refunds'] =>
  payment.refunds.map((refund) => {
    const { id, charge, amount, why, state } = refund
    const { currency } = payment.charges.find((one) => one.id === charge)?.money ?? payment.money
    const atMs = state.is === 'sent' || state.is === 'done' ? state.atMs : null
    return { id, money: { amount, currency }, why, state: state.is, words: refundWords(payment, refund), atMs }
  })

/** What can still be given back of a payment, as the rules of refunds say it. */
export const leftOf = (payment: Payment): Money => {
  const charge = countingCharge(payment)
  const amount = charge && payment.kept ? refundable(payment, charge) : 0
  return { amount, currency: payment.money.currency }
}

/** What waits for a person. */
export const nextOf = (payment: Payment, nowMs: number): NextStep[] =>
  due(payment, nowMs).flatMap((task): NextStep[] => {
    if (task.do === 'hand-back')
      return [
        { what: task.do, id: task.refund, step: 'Hand this back, then note the reference here.', money: task.money },
      ]
    return task.do === 'mend'
      ? [{ what: task.do, id: task.what, step: task.step, money: stuckMoney(payment, task.what) }]
      : []
  })

/** What a stuck refund is of; null where it is a page that Stripe would not open. */
const stuckMoney = ({ refunds, charges, money }: Payment, id: string): Money | null => {
  const refund = refunds.find((one) => one.id === id)
  if (!refund) return null
  const { currency } = charges.find((one) => one.id === refund.charge)?.money ?? money
  return { amount: refund.amount, currency }
}

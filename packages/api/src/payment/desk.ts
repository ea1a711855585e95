import { type Event, listPayments, newId, type PaymentRecord, paymentById, paymentOf } from '@gavel/db'
import { countingCharge, refundable } from '@gavel/payments'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { eventProcedure, subjectIn } from '../trpc.ts'
import { actOnPayment, mustAct, refusedPayment } from './act.ts'
import { noteMoneyDeed } from './audited.ts'
import { mend } from './mend.ts'
import { pursue } from './pursue.ts'
import { findOwed } from './registrar.ts'
import { paymentForSeat } from './seats.ts'
import { type PaymentView, viewOf } from './view.ts'

/** Moves an event's money; what was done is written by {@link noteMoneyDeed}, which says more. */
const moneyProcedure = eventProcedure('payment.manage').meta({ access: 'payment.manage', ownAudit: true })

const id = z.string().max(100)
const how = z.enum(['cash', 'upi'])
const reference = z.string().trim().min(1).max(100)

/** A payment of this event. @throws AppError PAYMENT.NOT_FOUND */
const ofEvent = async (ctx: Context, event: Event, paymentId: string): Promise<PaymentRecord> => {
  const record = await paymentById(ctx.services.mongo, paymentId)
  if (record?.eventId !== event.id) throw new AppError('PAYMENT.NOT_FOUND')
  return record
}

const shown = async (ctx: Context, event: Event, paymentId: string): Promise<PaymentView> => {
  const { record } = await pursue(ctx.services, paymentId)
  return viewOf(ctx, { record, event, subject: await subjectIn(ctx, event) })
}

/** While these stand somebody may bring the money. */
const TAKES_MONEY = new Set(['offered', 'awaiting', 'owing', 'waiting', 'lapsed'])

/** Notes a fee or share that was paid in cash or by UPI. The place is decided as if it had come by card. */
export const markPaid = moneyProcedure
  .input(z.object({ registrationId: id, seat: id, how, reference }))
  .mutation(async ({ ctx, input }): Promise<PaymentView> => {
    const { services, actor, event } = ctx
    const owed = await findOwed(services, input.registrationId)
    if (!owed || owed.event.id !== event.id) throw new AppError('REGISTRATION.NOT_FOUND')
    const { entry, registration } = owed
    const seat = entry.seats.find((one) => one.id === input.seat)
    // What is rehearsed costs nobody anything.
    const isReal = !event.rehearsal && event.sandboxOf === null
    if (!seat || !isReal || !TAKES_MONEY.has(entry.stage.is)) throw new AppError('PAYMENT.NOTHING_DUE')
    if (seat.payment !== null) throw refusedPayment({ code: 'PAID' })
    const earlier = (await listPayments(services.mongo, { seat: seat.id })).at(-1)
    const payer = earlier?.payer ?? seat.entrant?.person ?? registration.userId
    const record = await paymentForSeat(services, owed, seat, payer, Date.now())
    const { how: by, reference: text } = input
    await noteMoneyDeed(ctx, 'payment.markPaid', `payment:${record.id}`, { how: by, reference: text })
    const paid = { type: 'MarkPaid', charge: newId(), how: by, reference: text, by: actor.userId ?? 'system' } as const
    await mustAct(services, record.id, paid)
    return shown(ctx, event, record.id)
  })

/** Gives a part of a payment back, or all that is left of it. `amount`: in the smallest unit. */
export const refund = moneyProcedure
  .input(z.object({ id, amount: z.number().int().positive() }))
  .mutation(async ({ ctx, input }): Promise<PaymentView> => {
    const { services, event } = ctx
    const record = await ofEvent(ctx, event, input.id)
    // Named before it is decided: a double click is one refund.
    const name = `${record.id}.o${paymentOf(record).refunds.length + 1}`
    await noteMoneyDeed(ctx, 'payment.refund', `payment:${record.id}`, { amount: input.amount, refund: name })
    await mustAct(services, record.id, { type: 'Refund', refund: name, amount: input.amount })
    return shown(ctx, event, record.id)
  })

/** Notes that money was handed back: of a payment by hand, or of a refund that Stripe could not send. */
export const handBack = moneyProcedure
  .input(z.object({ id, refund: z.string().max(200), how, reference }))
  .mutation(async ({ ctx, input }): Promise<PaymentView> => {
    const { services, event } = ctx
    const record = await ofEvent(ctx, event, input.id)
    const { refund: of, how: by, reference: text } = input
    await noteMoneyDeed(ctx, 'payment.handBack', `payment:${record.id}`, { refund: of, how: by, reference: text })
    await mustAct(services, record.id, { type: 'HandBack', refund: of, how: by, reference: text })
    return shown(ctx, event, record.id)
  })

/** Tries again what was given up: a page that Stripe did not open, a refund that it did not send. */
export const retry = moneyProcedure.input(z.object({ id })).mutation(async ({ ctx, input }): Promise<PaymentView> => {
  const { services, event } = ctx
  const record = await ofEvent(ctx, event, input.id)
  await noteMoneyDeed(ctx, 'payment.retry', `payment:${record.id}`, {})
  await mend(services, record)
  return shown(ctx, event, record.id)
})

/** Gives back what is left of every deposit of the event's teams. Repeating it gives back nothing more. */
export const returnDeposits = moneyProcedure.mutation(async ({ ctx }): Promise<{ returned: number }> => {
  const { services, event } = ctx
  await noteMoneyDeed(ctx, 'payment.returnDeposits', `event:${event.slug}`, {})
  let returned = 0
  for (const record of await listPayments(services.mongo, { eventId: event.id, purpose: 'deposit', stage: 'paid' })) {
    const payment = paymentOf(record)
    const charge = countingCharge(payment)
    const amount = charge ? refundable(payment, charge) : 0
    if (!payment.kept || amount === 0) continue
    const { refusal } = await actOnPayment(services, record.id, {
      type: 'Refund',
      refund: `${record.id}.deposit`,
      amount,
    })
    if (refusal) continue
    returned += 1
    await pursue(services, record.id)
  }
  return { returned }
})

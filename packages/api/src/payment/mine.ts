import { eventById, listPayments, paymentOf } from '@gavel/db'
import { type Money, type Stage, stageOf } from '@gavel/payments'
import { z } from 'zod'
import { signedInProcedure } from '../trpc.ts'
import { pursue } from './pursue.ts'
import { lookAt, openAttempts } from './tasks.ts'
import { type PaymentView, seenPayment, viewOf } from './view.ts'
import { paidFor, receiptNumber, stageWords } from './words.ts'

/** A line of one's own payments. */
export type MyPayment = {
  id: string
  event: { slug: string; name: string; timeZone: string }
  words: string
  money: Money
  stage: Stage['is']
  stageWords: string
  createdAtMs: number
  receiptNumber: string | null
}

const SHOWN = 500

/** One's own payments, the newest first. */
export const mine = signedInProcedure.query(async ({ ctx: { services, userId } }): Promise<MyPayment[]> => {
  const records = await listPayments(services.mongo, { payer: userId }, SHOWN)
  const ids = [...new Set(records.map(({ eventId }) => eventId))]
  const events = new Map(
    (await Promise.all(ids.map((id) => eventById(services.mongo, id)))).map((one) => [one?.id, one]),
  )
  return records.toReversed().flatMap((record) => {
    const event = events.get(record.eventId)
    if (!event) return []
    const payment = paymentOf(record)
    const stage = stageOf(payment)
    const { slug, name, timeZone } = event
    return [
      {
        id: record.id,
        event: { slug, name, timeZone },
        words: paidFor(event, record.purpose),
        money: record.money,
        stage: stage.is,
        stageWords: stageWords(stage),
        createdAtMs: record.createdAtMs,
        receiptNumber: payment.charges.length > 0 ? receiptNumber(record.id) : null,
      },
    ]
  })
})

const one = z.strictObject({ id: z.string().max(100) })

/** One payment, for its payer and its keepers. */
export const byId = signedInProcedure
  .input(one)
  .query(async ({ ctx, input }): Promise<PaymentView> => viewOf(ctx, await seenPayment(ctx, input.id)))

/** Looks at Stripe now, so that whoever comes back from its page need not wait for the webhook; the webhook finds it done (TILL-5). */
export const refresh = signedInProcedure.input(one).mutation(async ({ ctx, input }): Promise<PaymentView> => {
  const { services, userId } = ctx
  const { record } = await seenPayment(ctx, input.id)
  const { gateway } = services
  if (gateway && (await services.limits.tryTake('payByUser', userId)))
    for (const attempt of openAttempts(record)) await lookAt({ ...services, gateway }, record, attempt, Date.now())
  await pursue(services, record.id)
  return viewOf(ctx, await seenPayment(ctx, input.id))
})

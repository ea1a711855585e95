import { type PaymentRecord, paymentById, paymentOf } from '@gavel/db'
import { due } from '@gavel/payments'
import type { Gateway } from '@gavel/payments/stripe'
import { AppError } from '../errors.ts'
import type { Stores } from '../services.ts'
import { actOnPayment } from './act.ts'
import { asked, learn, lookAt, openAt } from './tasks.ts'

/**
 * Tries once more what no machine tries any more. What Stripe has done meanwhile is learnt first, so nothing is sent twice.
 * @throws AppError PAYMENT.NO_CARDS; PAYMENT.UNAVAILABLE where Stripe still says no: the next step stays as it is
 */
export const mend = async (stores: Stores, before: PaymentRecord): Promise<void> => {
  const { gateway } = stores
  if (!gateway) throw new AppError('PAYMENT.NO_CARDS')
  const nowMs = Date.now()
  for (const { attempt } of before.at) await lookAt({ ...stores, gateway }, before, attempt, nowMs)
  const record = (await paymentById(stores.mongo, before.id)) ?? before
  const payment = paymentOf(record)
  for (const task of due(payment, nowMs)) {
    if (task.do !== 'mend') continue
    const isRefund = payment.refunds.some(({ id }) => id === task.what)
    if (isRefund) await sendAgain({ ...stores, gateway }, record, task.what, nowMs)
    else await openAgain({ ...stores, gateway }, record, task.what, nowMs)
  }
}

type AtStripe = Pick<Stores, 'mongo' | 'site'> & { gateway: Gateway }

const sendAgain = async ({ mongo, gateway }: AtStripe, record: PaymentRecord, refund: string, nowMs: number) => {
  const { refunds, charges } = paymentOf(record)
  const stuck = refunds.find(({ id }) => id === refund)
  const charge = charges.find(({ id }) => id === stuck?.charge)
  if (!stuck || charge?.source !== 'stripe') return
  const money = { amount: stuck.amount, currency: charge.money.currency }
  const key = `${stuck.id}:${stuck.failed.length}`
  const answer = await asked(gateway.refund({ key, payment: record.id, refund: stuck.id, charge: charge.id, money }))
  if ('failure' in answer) throw new AppError('PAYMENT.UNAVAILABLE')
  await learn({ mongo }, record.id, answer.said, nowMs)
}

/** One whose time is over is begun anew by its payer. */
const openAgain = async (stores: AtStripe, record: PaymentRecord, id: string, nowMs: number) => {
  const attempt = paymentOf(record).attempts.find((one) => one.id === id)
  if (!attempt || attempt.expiresAtMs <= nowMs) return
  const answer = await asked(openAt(stores, record, attempt))
  if ('failure' in answer) throw new AppError('PAYMENT.UNAVAILABLE')
  const { provider, url } = answer.said
  const at = { attempt: id, provider }
  await actOnPayment(stores, record.id, { type: 'HearOpened', attempt: id, url }, { nowMs, beside: { at } })
}

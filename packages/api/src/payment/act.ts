import { type AttemptAt, type AttemptOrder, changePayment, type PaymentRecord, paymentById, paymentOf } from '@gavel/db'
import { type Command, decide, type Payment, type Refusal, refusalWords } from '@gavel/payments'
import { AppError } from '../errors.ts'
import type { Stores } from '../services.ts'

/** Somebody who keeps changing the same payment under us is asked to try again. */
const TRIES = 10

/** A payment after a command. `refusal`: null where it was accepted, or was so already. */
export type Acted = { record: PaymentRecord; payment: Payment; refusal: Refusal | null }

/** What is stored beside the changes. */
type Beside = { at?: AttemptAt; order?: AttemptOrder }

/**
 * Gives one command to a payment: lets the pure core decide, and stores the changes under the version that they were decided on. Asking again,
 * or twice at once, is harmless. What is due then is {@link pursue}'s.
 * @throws AppError PAYMENT.NOT_FOUND, PAYMENT.UNAVAILABLE
 */
export const actOnPayment = async (
  { mongo }: Pick<Stores, 'mongo'>,
  id: string,
  command: Command,
  { beside = {}, nowMs = Date.now() }: { beside?: Beside; nowMs?: number } = {},
): Promise<Acted> => {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const record = await paymentById(mongo, id)
    if (!record) throw new AppError('PAYMENT.NOT_FOUND')
    const payment = paymentOf(record)
    const decision = decide(payment, command, nowMs)
    if ('refusal' in decision) return { record, payment, refusal: decision.refusal }
    if (decision.changes.length === 0) return { record, payment, refusal: null }
    const changed = await changePayment(mongo, record, { changes: decision.changes, ...beside }, nowMs)
    if (changed) return { record: changed, payment: paymentOf(changed), refusal: null }
  }
  throw new AppError('PAYMENT.UNAVAILABLE')
}

/** A refusal of the rules of paying as the API says it. */
export const refusedPayment = (refusal: Refusal): AppError =>
  new AppError('PAYMENT.REFUSED', { code: refusal.code, words: refusalWords(refusal) })

/** Lets a payment do something, or says why not. @throws AppError PAYMENT.REFUSED, as {@link actOnPayment} */
export const mustAct = async (stores: Pick<Stores, 'mongo'>, id: string, command: Command): Promise<Acted> => {
  const acted = await actOnPayment(stores, id, command)
  if (acted.refusal) throw refusedPayment(acted.refusal)
  return acted
}

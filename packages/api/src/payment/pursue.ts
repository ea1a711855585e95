import { type PaymentRecord, paymentById, paymentOf, restPayment } from '@gavel/db'
import { due, type Payment, type Task } from '@gavel/payments'
import { AppError } from '../errors.ts'
import type { Stores } from '../services.ts'
import { catchUp } from './posting.ts'
import { tellRegistration } from './registrar.ts'
import { type Opened, workOn } from './tasks.ts'
import { isForMachines, wakeAtMs } from './wake.ts'

/** More tasks than any payment has at once: what is left is due again. */
const MAX_STEPS = 40

/** Where a payment stands once everything that can be done for it now was done. `forms`: client secrets of forms that were opened. */
export type Pursued = { record: PaymentRecord; payment: Payment; forms: Opened }

/**
 * Does what is due for a payment, each thing once, and says when to come back. Every step is stored before the next: after a crash anywhere it
 * goes on from there, and twice at once is harmless (TILL-1, TILL-2).
 * @throws AppError PAYMENT.NOT_FOUND; where a store is away
 */
export const pursue = async (stores: Stores, id: string, nowMs: number = Date.now()): Promise<Pursued> => {
  const tried = new Set<string>()
  const forms: Opened = new Map()
  for (let step = 1; ; step += 1) {
    const record = await paymentById(stores.mongo, id)
    if (!record) throw new AppError('PAYMENT.NOT_FOUND')
    const payment = paymentOf(record)
    await catchUp(stores, record)
    const word = tidingsOf(payment)
    if (word && !tried.has(word.key)) {
      tried.add(word.key)
      await tellRegistration(stores, record, word.type)
      continue
    }
    const task = due(payment, nowMs).find((one) => isForMachines(one) && !tried.has(nameOf(one)))
    if (task && step < MAX_STEPS) {
      tried.add(nameOf(task))
      await workOn(stores, record, task, { nowMs, forms })
      continue
    }
    if (await restPayment(stores.mongo, record, wakeAtMs(record, payment, nowMs))) return { record, payment, forms }
    // Somebody changed it meanwhile, so there may be more to do.
    if (step >= MAX_STEPS) return { record, payment, forms }
  }
}

/** One thing to do, by name: after a try it waits for the next pursuit. */
const nameOf = (task: Task): string => {
  switch (task.do) {
    case 'open':
      return `open ${task.attempt.id}`
    case 'close':
    case 'look':
      return `${task.do} ${task.attempt}`
    case 'tell':
      return `tell ${task.charge}`
    case 'refund':
      return `refund ${task.key}`
    case 'hand-back':
      return `hand-back ${task.refund}`
    case 'mend':
      return `mend ${task.what}`
    default:
      return task satisfies never
  }
}

/** What the registration has to know before there is money: that it is on its way, or that it is not coming. Told again it changes nothing. */
const tidingsOf = ({ attempts, charges }: Payment): { key: string; type: 'HearSlow' | 'HearFailed' } | null => {
  if (charges.some(({ counts }) => counts)) return null
  const slow = attempts.find(({ state }) => state.is === 'processing')
  if (slow) return { key: `slow ${slow.id}`, type: 'HearSlow' }
  const failed = attempts.findLast(({ state }) => state.is === 'failed')
  return failed ? { key: `failed ${failed.id}`, type: 'HearFailed' } : null
}

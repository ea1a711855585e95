import { type Asked, listPayments, namesOf, type PaymentRecord, paymentOf } from '@gavel/db'
import { countingCharge, type Money, type Source, type Stage, stageOf } from '@gavel/payments'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { eventProcedure } from '../trpc.ts'
import { leftOf, type NextStep, nextOf } from './view.ts'
import { stageWords } from './words.ts'

/** A payment in its organiser's list. */
export type PaymentRow = {
  id: string
  registrationId: string
  seat: string
  payer: { userId: string; name: string }
  purpose: 'fee' | 'deposit'
  money: Money
  stage: Stage['is']
  stageWords: string
  /** Whether the registration has a place for it. */
  kept: boolean
  /** How it was paid, and what was noted; null where it was not. */
  source: Source | null
  reference: string | null
  paidAtMs: number | null
  /** What went back, or is about to. */
  returned: Money
  /** What can still be given back. */
  refundable: Money
  asks: Asked[]
  next: NextStep[]
  createdAtMs: number
  updatedAtMs: number
}

export const STAGES = ['created', 'open', 'processing', 'paid', 'returned', 'failed', 'expired', 'cancelled'] as const

const listInput = z.object({ stage: z.enum(STAGES).optional(), kind: z.enum(['player', 'owner']).optional() })

/** Every payment of an event, the oldest first: of players or owners alone where `kind` says so. */
export const list = eventProcedure('payment.manage')
  .input(listInput)
  .query(async ({ ctx: { services, event }, input: { stage, kind } }): Promise<PaymentRow[]> => {
    const purpose = kind && (kind === 'player' ? 'fee' : 'deposit')
    const records = await listPayments(services.mongo, { eventId: event.id, stage, ...(purpose && { purpose }) })
    return rowsOf(services, records)
  })

/** Payments as rows. */
export const rowsOf = async (
  { postgres }: Pick<Context['services'], 'postgres'>,
  records: readonly PaymentRecord[],
): Promise<PaymentRow[]> => {
  const nowMs = Date.now()
  const names = await namesOf(postgres, [...new Set(records.map(({ payer }) => payer))])
  return records.map((record) => {
    const payment = paymentOf(record)
    const charge = countingCharge(payment)
    const stage = stageOf(payment)
    const back = payment.refunds.filter(({ state }) => state.is !== 'dropped')
    return {
      id: record.id,
      registrationId: record.registrationId,
      seat: record.seat,
      payer: { userId: record.payer, name: names.get(record.payer) ?? 'Somebody' },
      purpose: record.purpose,
      money: record.money,
      stage: stage.is,
      stageWords: stageWords(stage),
      kept: payment.kept,
      source: charge?.source ?? null,
      reference: charge?.note?.reference ?? null,
      paidAtMs: charge?.atMs ?? null,
      returned: { amount: back.reduce((sum, { amount }) => sum + amount, 0), currency: record.money.currency },
      refundable: leftOf(payment),
      asks: [...record.asks],
      next: nextOf(payment, nowMs),
      createdAtMs: record.createdAtMs,
      updatedAtMs: record.updatedAtMs,
    }
  })
}

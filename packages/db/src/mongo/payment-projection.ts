import { due, type Payment, type Stage, stageOf } from '@gavel/payments'

/** What waits for a person: money that is handed back by hand, or what no machine can do any more. */
export type Asked = 'hand-back' | 'mend'

/** What is written beside a payment's changes, so that it can be looked for (PAYSTORE-2). */
export type PaymentProjection = {
  readonly version: number
  readonly stage: Stage['is']
  readonly asks: readonly Asked[]
  /** Those that the changes know; others are noted beside them. */
  readonly providers: readonly string[]
}

/** The one place where it is derived. */
export const projectionOf = (payment: Payment, nowMs: number): PaymentProjection => ({
  version: payment.seq,
  stage: stageOf(payment).is,
  asks: [...new Set(due(payment, nowMs).flatMap((task): Asked[] => (isAsked(task.do) ? [task.do] : [])))],
  providers: providersOf(payment),
})

const isAsked = (what: string): what is Asked => what === 'hand-back' || what === 'mend'

const providersOf = ({ charges, refunds, disputes }: Payment): string[] => [
  ...charges.flatMap(({ id, source }) => (source === 'stripe' ? [id] : [])),
  ...refunds.flatMap(({ state, failed }) => [
    ...failed,
    ...(state.is === 'sent' ? [state.provider] : []),
    ...(state.is === 'done' && state.via === 'stripe' ? [state.proof] : []),
  ]),
  ...disputes.map(({ id }) => id),
]

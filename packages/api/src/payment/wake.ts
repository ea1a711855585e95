import type { PaymentRecord } from '@gavel/db'
import { due, type Payment, type Task } from '@gavel/payments'

/** Whether a task needs no person. */
export const isForMachines = ({ do: what }: Pick<Task, 'do'>): boolean => what !== 'hand-back' && what !== 'mend'

const SECOND = 1_000
const LEAST_MS = 30 * SECOND
const MOST_MS = 6 * 60 * 60 * SECOND
/** A page that ended is looked for some minutes later: its webhook is on its way. */
const AFTER_END_MS = 3 * 60 * SECOND

/**
 * When something is due for a payment again; null where nothing is but by a change. What was tried and is left is tried again, the rarer the
 * longer nothing has changed.
 */
export const wakeAtMs = (
  { updatedAtMs }: Pick<PaymentRecord, 'updatedAtMs'>,
  payment: Payment,
  nowMs: number,
): number | null => {
  const pauseMs = Math.min(MOST_MS, Math.max(LEAST_MS, (nowMs - updatedAtMs) / 2))
  const isLeft = due(payment, nowMs).some(isForMachines)
  const known = timesOf(payment).filter((atMs) => due(payment, atMs).some(isForMachines))
  const times = [...(isLeft ? [nowMs + pauseMs] : []), ...known.map((atMs) => Math.max(atMs, nowMs + SECOND))]
  return times.length === 0 ? null : Math.round(Math.min(...times))
}

/** The times at which something becomes due by itself. */
const timesOf = ({ attempts, refunds }: Payment): number[] => [
  ...attempts.flatMap(({ way, state, expiresAtMs }) => {
    if (state.is === 'begun') return [state.nextAtMs]
    if (state.is !== 'open') return []
    return [way === 'form' ? expiresAtMs : expiresAtMs + AFTER_END_MS]
  }),
  ...refunds.flatMap(({ state }) => (state.is === 'owed' ? [state.nextAtMs] : [])),
]

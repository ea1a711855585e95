import type { Change, Draft } from './changes.ts'
import type { Attempt, Charge, Dispute, Payment, Refund } from './payment.ts'

/**
 * The payment after one more change. Pure and total over changes that `decide` made; a gap, or a change that does not fit, is a bug and throws.
 * Before the first change it is null.
 */
export function evolve(payment: Payment | null, change: Change): Payment {
  const seq = (payment?.seq ?? 0) + 1
  if (change.seq !== seq) throw new Error(`change ${change.seq} does not follow ${seq - 1}`)
  return { ...apply(payment, change, change.atMs), seq }
}

/** The fold of a whole log, or of its continuation after `from`. */
export function fold(changes: Iterable<Change>, from: Payment | null = null): Payment | null {
  let payment = from
  for (const change of changes) payment = evolve(payment, change)
  return payment
}

function apply(before: Payment | null, change: Draft, atMs: number): Payment {
  if (change.type === 'Created') {
    if (before !== null) throw new Error(`payment ${before.id} is created once`)
    const { id, event, payer, purpose, money } = change
    const nothing = { attempts: [], charges: [], refunds: [], disputes: [], kept: false, cancelled: null }
    return { id, seq: 0, event, payer, purpose, money, createdAtMs: atMs, ...nothing }
  }
  if (before === null) throw new Error(`a payment begins with Created, not ${change.type}`)
  switch (change.type) {
    case 'AttemptBegun':
      return { ...before, attempts: [...before.attempts, change.attempt] }
    case 'AttemptMoved':
      return { ...before, attempts: put<Attempt>(before.attempts, change.attempt, { state: change.state }) }
    case 'ChargeSeen':
      return { ...before, charges: [...before.charges, change.charge] }
    case 'FeeSeen':
      return { ...before, charges: put<Charge>(before.charges, change.charge, { fee: change.fee.amount }) }
    case 'Kept':
      return { ...before, kept: true }
    case 'Cancelled':
      return { ...before, cancelled: { atMs, why: change.why } }
    case 'RefundOwed': {
      const { refund: id, charge, money, why } = change
      const state = { is: 'owed', nextAtMs: atMs, tries: 0 } as const
      return {
        ...before,
        refunds: [...before.refunds, { id, charge, amount: money.amount, why, failed: [], state }],
      }
    }
    case 'RefundNoted': {
      const { refund: id, charge, money } = change
      const noted = { id, charge, amount: money.amount, why: 'at-provider', failed: [id] } as const
      return { ...before, refunds: [...before.refunds, { ...noted, state: { is: 'dropped' } }] }
    }
    case 'RefundSent':
      return withRefund(before, change.refund, { state: { is: 'sent', provider: change.provider, atMs } })
    case 'RefundDelayed': {
      const { state } = refundOf(before, change.refund)
      const tries = state.is === 'owed' ? state.tries + 1 : 1
      return withRefund(before, change.refund, { state: { is: 'owed', nextAtMs: change.nextAtMs, tries } })
    }
    case 'RefundDone':
      return withRefund(before, change.refund, { state: { is: 'done', via: change.via, proof: change.proof, atMs } })
    case 'RefundFailed': {
      const { failed } = refundOf(before, change.refund)
      return withRefund(before, change.refund, {
        failed: change.provider === null ? failed : [...failed, change.provider],
        state:
          change.step === null
            ? { is: 'owed', nextAtMs: change.nextAtMs, tries: 0 }
            : { is: 'stuck', step: change.step },
      })
    }
    case 'RefundDropped':
      return withRefund(before, change.refund, { state: { is: 'dropped' } })
    case 'DisputeOpened':
      return { ...before, disputes: [...before.disputes, change.dispute] }
    case 'DisputeWon':
      return { ...before, disputes: put<Dispute>(before.disputes, change.dispute, { state: 'won' }) }
    case 'DisputeLost':
      return { ...before, disputes: put<Dispute>(before.disputes, change.dispute, { state: 'lost' }) }
    default:
      return change satisfies never
  }
}

/** The list with one of its members changed; a member that is not there is a bug. */
function put<T extends { readonly id: string }>(list: readonly T[], id: string, change: Partial<T>): T[] {
  if (!list.some((one) => one.id === id)) throw new Error(`there is no ${id}`)
  return list.map((one) => (one.id === id ? { ...one, ...change } : one))
}

function withRefund(before: Payment, id: string, change: Partial<Refund>): Payment {
  return { ...before, refunds: put<Refund>(before.refunds, id, change) }
}

function refundOf({ id, refunds }: Payment, refund: string): Refund {
  const found = refunds.find((one) => one.id === refund)
  if (!found) throw new Error(`payment ${id} has no refund ${refund}`)
  return found
}

import type { Money } from './money.ts'
import type { Attempt, AttemptState, Charge, Dispute, Holding, Purpose, RefundReason, Source } from './payment.ts'

/** What happened to a payment. Those that move money carry everything that the ledger says of them. */
export type Draft =
  | {
      readonly type: 'Created'
      readonly id: string
      readonly event: string
      readonly payer: string
      readonly purpose: Purpose
      readonly money: Money
    }
  | { readonly type: 'AttemptBegun'; readonly attempt: Attempt }
  | { readonly type: 'AttemptMoved'; readonly attempt: string; readonly state: AttemptState }
  | { readonly type: 'ChargeSeen'; readonly charge: Charge }
  | { readonly type: 'FeeSeen'; readonly charge: string; readonly fee: Money }
  | { readonly type: 'Kept'; readonly money: Money; readonly as: Holding }
  | { readonly type: 'Cancelled'; readonly why: string }
  | ({ readonly type: 'RefundOwed'; readonly refund: string; readonly why: RefundReason } & Moved)
  /** One of somebody else's that had failed before we heard of it: nothing to do, and older news of it are known as such. */
  | {
      readonly type: 'RefundNoted'
      readonly refund: string
      readonly charge: string
      readonly money: Money
    }
  | { readonly type: 'RefundSent'; readonly refund: string; readonly provider: string }
  | { readonly type: 'RefundDelayed'; readonly refund: string; readonly nextAtMs: number }
  | {
      readonly type: 'RefundDone'
      readonly refund: string
      readonly via: Source
      readonly proof: string
      readonly money: Money
    }
  /** `wasDone`: the money had left and is back. `step` null: it is tried again. */
  | {
      readonly type: 'RefundFailed'
      readonly refund: string
      readonly provider: string | null
      readonly money: Money
      readonly wasDone: boolean
      readonly nextAtMs: number
      readonly step: string | null
    }
  | ({ readonly type: 'RefundDropped'; readonly refund: string } & Moved)
  | { readonly type: 'DisputeOpened'; readonly dispute: Dispute; readonly money: Money; readonly fee: number }
  | { readonly type: 'DisputeWon'; readonly dispute: string; readonly money: Money }
  /** `from`: who bears it. Money that is not kept goes back to its payer this way. */
  | {
      readonly type: 'DisputeLost'
      readonly dispute: string
      readonly money: Money
      readonly from: 'received' | 'disputes-lost'
    }

/** Money of a charge that is owed back, or is so no more, and where it stood. */
type Moved = { readonly charge: string; readonly money: Money; readonly from: Holding }

/** `seq`: 1, 2, 3 ... in its payment. */
export type Change = Draft & { readonly seq: number; readonly atMs: number }

/** A change's own id, in the whole of Gavel. */
export function changeId(payment: string, { seq }: Pick<Change, 'seq'>): string {
  return `${payment}/${seq}`
}

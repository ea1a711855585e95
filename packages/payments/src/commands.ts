import type { Money } from './money.ts'
import type { ByHand, Purpose } from './payment.ts'
import type { Failure } from './retry.ts'

/** What is asked of a payment. Ids are the asker's, so that asking again is the same. */
export type Command =
  | {
      readonly type: 'Create'
      readonly id: string
      readonly event: string
      readonly payer: string
      readonly purpose: Purpose
      readonly money: Money
    }
  /** `attempt`: a new id, which is the idempotency key. `expiresAtMs`: when the page or form closes ({@link attemptEndsAtMs}). */
  | { readonly type: 'Begin'; readonly attempt: string; readonly way: 'page' | 'form'; readonly expiresAtMs: number }
  /** Stripe answered: the page or form is there. */
  | { readonly type: 'HearOpened'; readonly attempt: string; readonly url: string | null }
  /** Stripe did not answer, or said no. `random`: in [0, 1). */
  | { readonly type: 'HearNotOpened'; readonly attempt: string; readonly failure: Failure; readonly random: number }
  /** What the provider says now, or said before. */
  | { readonly type: 'Learn'; readonly facts: Facts }
  | {
      readonly type: 'MarkPaid'
      readonly charge: string
      readonly how: ByHand
      readonly reference: string
      readonly by: string
    }
  | { readonly type: 'Cancel'; readonly why: string }
  /** The registration has a place for it. */
  | { readonly type: 'Keep' }
  /** The registration gives it back, by so many per cent. */
  | { readonly type: 'Return'; readonly refund: string; readonly percent: number }
  /** The organiser gives a part of it back. */
  | { readonly type: 'Refund'; readonly refund: string; readonly amount: number }
  | { readonly type: 'HearNotRefunded'; readonly refund: string; readonly failure: Failure; readonly random: number }
  | { readonly type: 'HandBack'; readonly refund: string; readonly how: ByHand; readonly reference: string }

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

/**
 * What the provider says about one of our payments, translated once at the edge into Gavel's units: the objects that the payment's id is written
 * on. It may be a part, or old: what it leaves out says nothing.
 */
export type Facts = {
  /** Ours, as it was written on the session or intent; null where there is none. */
  readonly attempt: string | null
  readonly page: { readonly url: string | null; readonly state: 'open' | 'complete' | 'expired' } | null
  /** `declined`: the last decline code. */
  readonly intent: {
    readonly state: 'waiting' | 'processing' | 'failed' | 'succeeded' | 'cancelled'
    readonly declined: string | null
  } | null
  /** Those that succeeded. `fee` null: not known yet. */
  readonly charges: readonly {
    readonly id: string
    readonly money: Money
    readonly fee: number | null
    readonly atMs: number
  }[]
  /** `ours`: our id of the refund, where it is written on it. */
  readonly refunds: readonly {
    readonly id: string
    readonly charge: string
    readonly amount: number
    readonly state: 'pending' | 'done' | 'failed'
    readonly ours: string | null
  }[]
  readonly disputes: readonly {
    readonly id: string
    readonly charge: string
    readonly amount: number
    readonly fee: number
    readonly state: 'open' | 'won' | 'lost'
  }[]
}

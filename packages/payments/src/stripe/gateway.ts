import type { Facts } from '../commands.ts'
import type { Money } from '../money.ts'
import type { Movement } from '../reconcile.ts'

/** What an attempt asks Stripe for. What names our payment is written on everything that comes of it. */
export type FormOrder = {
  /** The idempotency key: asking again with it is asking once. The attempt's id. */
  readonly key: string
  readonly attempt: string
  readonly payment: string
  readonly money: Money
  /** What is paid, in words for the payer. */
  readonly words: string
  /** Where Stripe's receipt goes; null where none is known. */
  readonly email: string | null
}

export type PageOrder = FormOrder & {
  /** Where the page leads once it is paid, and where its way back leads. */
  readonly successUrl: string
  readonly cancelUrl: string
  /** When the page closes: `attemptEndsAtMs`. The same key needs the same time. */
  readonly expiresAtMs: number
}

export type RefundOrder = {
  /** `refund` task's key. */
  readonly key: string
  readonly payment: string
  readonly refund: string
  /** Stripe's id of the charge. */
  readonly charge: string
  readonly money: Money
}

/** One attempt at Stripe: the session (`cs_`) or intent (`pi_`) that it became. */
export type ProviderAt = { readonly provider: string; readonly attempt: string }

/** What an event of Stripe's is about. What happened is never read from it, but looked up: an event may be late. */
export type ProviderEvent = {
  readonly id: string
  readonly type: string
  readonly createdAtMs: number
  /** Ours, from the metadata; null where the object names none, as a dispute. */
  readonly payment: string | null
  /** Ids of the session, intent, charge, refund and dispute that it names, each once. */
  readonly provider: readonly string[]
}

/** Why a webhook's body is not believed: it is not signed by Stripe, was signed too long ago, or is no event. */
export type EventRefusal = 'SIGNATURE' | 'OLD' | 'SHAPE'

/** Stripe as Gavel sees it: in Gavel's units and words. Each call is bounded in time, throws what `failureOf` reads, and can be made again. */
export type Gateway = {
  /** For the form in a page; null where none is set. */
  readonly publishableKey: string | null
  /** Where a page finds Stripe's script; null where that is the place that Stripe's own loader knows. */
  readonly scriptUrl: string | null
  openPage(order: PageOrder): Promise<{ provider: string; url: string }>
  openForm(order: FormOrder): Promise<{ provider: string; clientSecret: string }>
  /** What Stripe says now of one attempt: its session or intent with charges, fees, refunds, disputes. */
  look(at: ProviderAt): Promise<Facts>
  /** Closes the page or form. One that is paid or closed already stays so; the answer says what it is now. */
  close(at: ProviderAt): Promise<Facts>
  /** Sends money of a charge back, under our id of the refund. The facts of that refund alone. */
  refund(order: RefundOrder): Promise<Facts>
  /** A webhook's raw body, believed or not. `nowMs`: the machine's time, which Stripe signs. */
  readEvent(
    rawBody: string | Uint8Array,
    signature: string,
    nowMs: number,
  ): { event: ProviderEvent } | { refusal: EventRefusal }
  /** What happened since, oldest first, as far as Stripe keeps it (thirty days). */
  events(sinceMs: number): AsyncIterable<ProviderEvent>
  /** Stripe's charges that succeeded and all its refunds that were made in `fromMs <= at < toMs`. */
  movements(span: { readonly fromMs: number; readonly toMs: number }): Promise<Movement[]>
}

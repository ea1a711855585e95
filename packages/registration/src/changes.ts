import type { Entrant, PaymentId, PersonId, ReturnReason, SeatId } from './registration.ts'
import type { Kind, Money } from './rules.ts'

/** What happened to a registration. */
export type Draft =
  | {
      readonly type: 'Entered'
      readonly id: string
      readonly kind: Kind
      readonly team: string | null
      readonly fee: Money | null
      /** The captain's first. */
      readonly seats: readonly SeatId[]
      readonly captain: Entrant
    }
  | { readonly type: 'PutInLine' }
  | { readonly type: 'Offered'; readonly untilMs: number }
  | { readonly type: 'OfferAccepted' }
  | { readonly type: 'ApprovalAsked' }
  | { readonly type: 'Approved'; readonly by: PersonId }
  | { readonly type: 'PaymentAsked'; readonly untilMs: number }
  | { readonly type: 'SlowPaymentBegan'; readonly payment: PaymentId; readonly untilMs: number }
  | { readonly type: 'SlowPaymentFailed'; readonly payment: PaymentId; readonly untilMs: number }
  | { readonly type: 'SeatTaken'; readonly seat: SeatId; readonly entrant: Entrant }
  | { readonly type: 'SeatLeft'; readonly seat: SeatId }
  /** Seats, with their places, that are the registration's no more. */
  | { readonly type: 'SeatsGone'; readonly seats: readonly SeatId[] }
  | { readonly type: 'SeatPaid'; readonly seat: SeatId; readonly payment: PaymentId }
  | {
      readonly type: 'PaymentReturned'
      readonly payment: PaymentId
      readonly percent: number
      readonly why: ReturnReason
    }
  | { readonly type: 'Confirmed' }
  | { readonly type: 'Refused'; readonly by: PersonId; readonly why: string }
  | { readonly type: 'Withdrawn'; readonly by: PersonId }
  | { readonly type: 'Lapsed'; readonly what: 'offer' | 'payment' }

/** `seq`: 1, 2, 3 ... in its registration. */
export type Change = Draft & { readonly seq: number; readonly atMs: number }

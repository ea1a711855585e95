import type { PaymentId, PersonId, SeatId } from './registration.ts'
import type { EntryRules, Kind } from './rules.ts'

/** Somebody who wants a seat; nothing in it has been checked. */
export type Applicant = {
  readonly person: PersonId
  readonly born: string | null
  readonly category: string | null
  readonly answers: Readonly<Record<string, unknown>>
}

/** Who does something: the person concerned, or an organiser. Whether they may is the policy table's business. */
export type By = { readonly by: PersonId; readonly asOrganiser: boolean }

/** What is asked of a registration. */
export type Command =
  /** `seats`: how many; a single person asks for one. */
  | {
      readonly type: 'Enter'
      readonly id: string
      readonly kind: Kind
      readonly team: string | null
      readonly seats: number
      readonly captain: Applicant
    }
  /** Brings it to where it belongs (ENTER-3). Anybody may ask, at any time. */
  | { readonly type: 'Settle' }
  | { readonly type: 'Accept' }
  | { readonly type: 'Approve'; readonly by: PersonId }
  | { readonly type: 'TurnAway'; readonly by: PersonId; readonly why: string }
  /** `seat` null: any open one. */
  | { readonly type: 'TakeSeat'; readonly seat: SeatId | null; readonly applicant: Applicant }
  | ({ readonly type: 'LeaveSeat'; readonly person: PersonId } & By)
  | { readonly type: 'GiveUpSeats'; readonly seats: readonly SeatId[] }
  | ({ readonly type: 'Withdraw' } & By)
  /** Time is up. Anybody's timer may ask; asking early is refused. */
  | { readonly type: 'Expire' }
  // What payments tell. They may be told twice, late and in any order.
  | { readonly type: 'HearPaid'; readonly seat: SeatId; readonly payment: PaymentId }
  | { readonly type: 'HearSlow'; readonly payment: PaymentId }
  | { readonly type: 'HearFailed'; readonly payment: PaymentId }

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

/** What is true around the registration while a command is decided. */
export type Context = {
  readonly nowMs: number
  readonly rules: EntryRules
  /** Whether the places that `wantsPlaces` named were taken, or are held already. Ignored where it named none. */
  readonly placesHeld: boolean
  /** How many of its kind wait with an earlier number (LINE-1). */
  readonly ahead: number
}

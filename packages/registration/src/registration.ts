import type { Answers } from './questions.ts'
import type { Day, Kind, Money } from './rules.ts'

export type PersonId = string
export type PaymentId = string
export type SeatId = string

/** A person on a seat, with what the event asked. */
export type Entrant = {
  readonly person: PersonId
  readonly born: Day | null
  readonly category: string | null
  readonly answers: Answers
}

/** `entrant` null: open. `payment`: the one that is kept for this seat. Ids differ between the entries of one registration, so that money for an earlier one is known by its seat. */
export type Seat = {
  readonly id: SeatId
  readonly entrant: Entrant | null
  readonly payment: PaymentId | null
}

/** Why a payment goes back. */
export type ReturnReason = 'left' | 'taken-out' | 'turned-away' | 'lapsed' | 'late' | 'second' | 'not-asked'

/** A payment that was given back, by so many per cent; the rest of it is kept. */
export type Returned = { readonly payment: PaymentId; readonly percent: number; readonly why: ReturnReason }

export type Stage =
  /** Stored, and not looked at yet. */
  | { readonly is: 'submitted' }
  | { readonly is: 'waiting' }
  | { readonly is: 'offered'; readonly untilMs: number }
  /** Holds its places until an organiser lets it in. */
  | { readonly is: 'awaiting' }
  /** Holds its places until everybody has joined and paid. `slow`: until when each payment that is under way holds them; 0 for one that failed. */
  | { readonly is: 'owing'; readonly untilMs: number; readonly slow: Readonly<Record<PaymentId, number>> }
  | { readonly is: 'confirmed'; readonly atMs: number }
  /** `why`: in the organiser's words. */
  | { readonly is: 'refused'; readonly atMs: number; readonly by: PersonId; readonly why: string }
  | { readonly is: 'withdrawn'; readonly atMs: number; readonly by: PersonId }
  | { readonly is: 'lapsed'; readonly atMs: number; readonly what: 'offer' | 'payment' }

export type StageName = Stage['is']

/** One person's entry into an event, or a group's. */
export type Registration = {
  readonly id: string
  readonly kind: Kind
  /** How many changes made it: the version that a write names. */
  readonly seq: number
  /** How often it was entered: 1, and one more each time that it begins anew (ENTER-2). */
  readonly entry: number
  /** With the id, its number in line. */
  readonly enteredAtMs: number
  /** The team that a group of players enters for; null for free agents. */
  readonly team: string | null
  /** As it was at entering: for each seat of players, or for the team as a whole. */
  readonly fee: Money | null
  readonly approvedBy: PersonId | null
  /** Whether it needs no offer, or has taken it. */
  readonly accepted: boolean
  /** The first is the captain's. */
  readonly seats: readonly Seat[]
  readonly returned: readonly Returned[]
  readonly stage: Stage
}

const STANDS: Readonly<Record<StageName, boolean>> = {
  submitted: true,
  waiting: true,
  offered: true,
  awaiting: true,
  owing: true,
  confirmed: true,
  refused: false,
  withdrawn: false,
  lapsed: false,
}

/** Whether it is in the event or on its way there; any other may be entered again. */
export function stands({ stage }: Pick<Registration, 'stage'>): boolean {
  return STANDS[stage.is]
}

/** Until when places are held for who has to pay: the event's time, or a slow payment's where that is later (FEE-3). */
export function owingUntilMs(stage: Extract<Stage, { is: 'owing' }>): number {
  return Math.max(stage.untilMs, ...Object.values(stage.slow))
}

/** Whether everybody has joined and paid, so that nothing but places and approval is missing (FEE-1, GROUP-7). */
export function isComplete({ kind, fee, seats }: Pick<Registration, 'kind' | 'fee' | 'seats'>): boolean {
  return seats.every((seat) => isSettled(seat, fee) && (kind === 'owner' || seat.entrant !== null))
}

/** Whether this seat owes nothing. */
export function isSettled(seat: Seat, fee: Money | null): boolean {
  return fee === null || seat.payment !== null
}

/** The people who go into the auction's pool (AGENT-1). */
export function freeAgents({ kind, team, seats, stage }: Registration): PersonId[] {
  if (stage.is !== 'confirmed' || kind !== 'player' || team !== null) return []
  return seats.flatMap(({ entrant }) => entrant?.person ?? [])
}

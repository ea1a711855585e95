import type { Ages, Category, Day, EntryRules, Question, RefundStep } from '@gavel/registration'

/** How an event takes entries of one kind, as its organiser set it. What follows from the event itself is added when it is asked for. */
export type KindEntry = {
  /** Null: from publishing on. */
  opensAtMs: number | null
  /** Null: until the auction starts. */
  closesAtMs: number | null
  ages: Ages
  categories: readonly Category[]
  questions: readonly Question[]
  /** In the smallest unit of the event's currency: of each player, or of a team as a whole; null: nothing. */
  fee: number | null
  /** The most places that a captain may hold for a group, or shares that a team may be paid in; 1: none but the own one. */
  seats: number
}

/** How an event takes entries: windows, questions, fees, and what becomes of who does not pay or leaves. */
export type EventEntry = {
  players: KindEntry
  owners: KindEntry
  /** On which age counts; null: the day that the event starts on. */
  ageDay: Day | null
  offersUntilMs: number | null
} & Pick<EntryRules, 'payMs' | 'slowMs' | 'offerMs' | 'groupEnd' | 'refunds'>

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const OPEN_TO_ALL: KindEntry = {
  opensAtMs: null,
  closesAtMs: null,
  ages: { min: null, max: null },
  categories: [],
  questions: [],
  fee: null,
  seats: 1,
}

/** An event that was asked nothing about: everybody may enter, for nothing, and places that become free are given at once. */
export const DEFAULT_ENTRY: EventEntry = {
  players: OPEN_TO_ALL,
  owners: OPEN_TO_ALL,
  ageDay: null,
  payMs: 30 * MINUTE,
  slowMs: 5 * DAY,
  offerMs: null,
  offersUntilMs: null,
  groupEnd: 'each',
  refunds: [] satisfies RefundStep[],
}

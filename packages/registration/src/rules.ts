import type { Question } from './questions.ts'

/** A player's place in the event, or a team's. */
export type Kind = 'player' | 'owner'

/** An integer in the currency's smallest unit, with its ISO 4217 code. */
export type Money = { readonly amount: number; readonly currency: string }

/** A day of the calendar, `2026-07-31`. */
export type Day = string

/** From `opensAtMs` on, and before `closesAtMs`. */
export type Window = { readonly opensAtMs: number; readonly closesAtMs: number }

/** Whole years on the event's day; null where there is no such bound. */
export type Ages = { readonly min: number | null; readonly max: number | null }

export type Category = { readonly id: string; readonly name: string; readonly ages: Ages }

/** What leaving gives back: `percent` before `untilMs`, where no earlier step does. */
export type RefundStep = { readonly untilMs: number; readonly percent: number }

/** How entries of one kind are taken. */
export type KindRules = {
  readonly window: Window
  readonly ages: Ages
  /** Empty: the event has none. */
  readonly categories: readonly Category[]
  readonly questions: readonly Question[]
  /** What each seat of players pays, or a team as a whole; null: nothing. */
  readonly fee: Money | null
  /** Whether an organiser lets each in. */
  readonly approval: boolean
}

/** How an event takes entries. A kind that is left out is not entered. */
export type EntryRules = {
  /** IANA name, in which times are said. */
  readonly timeZone: string
  /** On which age counts. */
  readonly ageDay: Day
  readonly kinds: { readonly [K in Kind]?: KindRules }
  /** How long places are held for whoever has to pay, or to fill a group. */
  readonly payMs: number
  /** How long they are held while a slow payment is under way. */
  readonly slowMs: number
  /** How long somebody from the line may think; null: the place is given without asking. */
  readonly offerMs: number | null
  /** The end of offers: the line moves no more. */
  readonly offersUntilMs: number
  /** What becomes of a group whose clock runs out with seats unpaid (GROUP-4). */
  readonly groupEnd: 'whole' | 'each'
  /** In the order of their times (WITHDRAW-3). */
  readonly refunds: readonly RefundStep[]
}

/** Seats a group may have. */
export const MAX_SEATS = 32

/**
 * The per cent of a payment that leaving a confirmed registration gives back now (WITHDRAW-2).
 * @returns 0 to 100
 */
export function refundPercent(steps: readonly RefundStep[], nowMs: number): number {
  return steps.find(({ untilMs }) => nowMs < untilMs)?.percent ?? 0
}

/** Whether the steps of a refund policy make sense: later ones give back less (WITHDRAW-3, `BAD_STEPS`). */
export function stepsFit(steps: readonly RefundStep[]): boolean {
  return steps.every(({ untilMs, percent }, i) => {
    const before = steps[i - 1]
    const lawful = Number.isSafeInteger(untilMs) && Number.isInteger(percent) && percent >= 0 && percent <= 100
    return lawful && (before === undefined || (before.untilMs < untilMs && before.percent > percent))
  })
}

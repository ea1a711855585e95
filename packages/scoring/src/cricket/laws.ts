/**
 * Laws that changed, as data. A match stores the set it is played under, so an old match replays under its own laws (LAWS-1).
 * Source: ../shared/rules.md B2 to B4; the codes of the MCC with their dates.
 */
export type LawSet = {
  readonly id: LawSetId
  readonly name: string
  /** The first day it was in force, `yyyy-mm-dd`. */
  readonly from: string
  /** Where the new batter goes after a catch: by whether the batters had crossed, or always to the striker's end. */
  readonly caught: 'crossing' | 'striker-end'
  /** Handled the ball was a dismissal of its own before it became part of obstructing the field. */
  readonly handledBall: boolean
  /** How byes run off a no-ball are scored. */
  readonly noBallByes: 'byes' | 'no-balls'
  /** What a deliberate short run brings beside the loss of all runs of that ball. */
  readonly deliberateShortRun: 'warning' | 'five-penalty-runs' | 'five-penalty-runs-and-choice-of-striker'
  /** Whether the last over of a day is finished although a wicket falls in it. */
  readonly lastOverOfDayFinished: boolean
}

export type LawSetId = 'mcc-2000' | 'mcc-2017' | 'mcc-2022' | 'mcc-2026'

const CODE_2000 = {
  id: 'mcc-2000',
  name: 'Laws of Cricket, 2000 Code',
  from: '2000-10-01',
  caught: 'crossing',
  handledBall: true,
  noBallByes: 'no-balls',
  deliberateShortRun: 'warning',
  lastOverOfDayFinished: false,
} as const satisfies LawSet

const CODE_2017 = {
  ...CODE_2000,
  id: 'mcc-2017',
  name: 'Laws of Cricket, 2017 Code',
  from: '2017-10-01',
  handledBall: false,
  noBallByes: 'byes',
  deliberateShortRun: 'five-penalty-runs',
} as const satisfies LawSet

const CODE_2022 = {
  ...CODE_2017,
  id: 'mcc-2022',
  name: 'Laws of Cricket, 2017 Code, 3rd edition',
  from: '2022-10-01',
  caught: 'striker-end',
} as const satisfies LawSet

const CODE_2026 = {
  ...CODE_2022,
  id: 'mcc-2026',
  name: 'Laws of Cricket, edition of October 2026',
  from: '2026-10-01',
  deliberateShortRun: 'five-penalty-runs-and-choice-of-striker',
  lastOverOfDayFinished: true,
} as const satisfies LawSet

/** Oldest first. */
export const LAW_SETS: readonly LawSet[] = [CODE_2000, CODE_2017, CODE_2022, CODE_2026]

export function lawSet(id: LawSetId): LawSet {
  return LAW_SETS.find((set) => set.id === id) ?? CODE_2026
}

/** The laws in force on a day, `yyyy-mm-dd`. A match from before the first set is played under the first. */
export function lawsOn(date: string): LawSetId {
  return (LAW_SETS.findLast((set) => set.from <= date) ?? CODE_2000).id
}

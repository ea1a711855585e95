import { type AuctionState, type Draft, fold, hotFields, hotTimes } from '@gavel/auction'
import { type Change, NO_CHANGE, type TimeForm } from './change.ts'
import type { CommandStamp } from './kind.ts'

/** How these drafts change the stored fields of a log in this state (COMMIT-3). */
export function changeBy(before: AuctionState | null, drafts: readonly Draft[], stamp: CommandStamp): Change {
  if (drafts.length === 0) return NO_CHANGE
  const early = foldAt(EARLY_MS, before, drafts, stamp)
  const late = early.lot === null ? early : foldAt(LATE_MS, before, drafts, stamp)
  const [was, a, b] = [before && hotTimes(before), hotTimes(early), hotTimes(late)]
  return {
    ...differenceOf(before ? storedFields(before) : {}, storedFields(early)),
    deadline: timeForm(was?.deadlineMs ?? null, a.deadlineMs, b.deadlineMs),
    held: timeForm(was?.heldUntilMs ?? null, a.heldUntilMs, b.heldUntilMs),
  }
}

/** All stored fields of a log that is built anew from its fold. */
export function changeToBuild(state: AuctionState): Change {
  const { deadlineMs, heldUntilMs } = hotTimes(state)
  const at = (ms: number | null) => (ms === null ? '' : `=${ms}`)
  return { ...differenceOf({}, storedFields(state)), deadline: at(deadlineMs), held: at(heldUntilMs) }
}

/** The fields that the core derives, and the epoch. */
function storedFields(state: AuctionState): Record<string, string> {
  return { ...hotFields(state), epoch: String(state.epoch) }
}

function differenceOf(before: Record<string, string>, after: Record<string, string>): Pick<Change, 'sets' | 'deletes'> {
  return {
    sets: Object.entries(after).filter(([field, value]) => before[field] !== value),
    deletes: Object.keys(before).filter((field) => !Object.hasOwn(after, field)),
  }
}

// The core alone knows how times move. Folding at two far-apart moments shows what a time depends on, so no rule is written twice.
const EARLY_MS = 0
const LATE_MS = 1e14

function timeForm(was: number | null, early: number | null, late: number | null): TimeForm {
  if (early === null || late === null) return ''
  if (late - early === LATE_MS - EARLY_MS) return `+${early - EARLY_MS}`
  if (late !== early) return `>${late - LATE_MS}`
  return early === was ? 'keep' : `=${early}`
}

function foldAt(
  atMs: number,
  before: AuctionState | null,
  drafts: readonly Draft[],
  stamp: CommandStamp,
): AuctionState {
  const first = (before?.seq ?? 0) + 1
  const state = fold(
    drafts.map((draft, i) => ({ ...draft, atMs, ...stamp, seq: first + i })),
    before,
  )
  if (state === null) throw new Error('no drafts to fold')
  return state
}

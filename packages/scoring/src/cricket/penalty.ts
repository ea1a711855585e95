// Penalty runs outside the runs of a ball (PENALTY-1 to PENALTY-3).
import type { Side } from '../sport.ts'
import { isOpen, targetOf, withInnings, withNth } from './innings.ts'
import type { CricketScore, Innings } from './score.ts'
import { currentInnings } from './where.ts'

/**
 * Runs awarded to a side: to its innings that is on, else to the last one that it completed, else to its next. `n`: the innings that the official
 * names instead.
 */
export function awarded(score: CricketScore, to: Side, runs: number, n: number | null): CricketScore {
  const now = currentInnings(score)
  if (n === null && isOpen(now) && now.batting === to) return withInnings(score, plus(now, runs))
  const named = n === null ? completed(score, to) : score.innings.find((one) => one.n === n)
  if (!named) return { ...score, pending: { ...score.pending, [to]: score.pending[to] + runs } }
  const changed = withNth(score, plus(named, runs))
  // What is being chased may just have grown.
  const last = currentInnings(changed)
  return isOpen(last) ? withInnings(changed, { ...last, target: targetOf(changed, last) }) : changed
}

/** The side's last innings that is over; in a super over only one of that. */
function completed({ innings }: CricketScore, side: Side): Innings | undefined {
  const superOver = innings.at(-1)?.superOver ?? 0
  return innings.findLast((one) => one.batting === side && one.superOver === superOver && one.end !== null)
}

const plus = (innings: Innings, runs: number): Innings => ({
  ...innings,
  runs: innings.runs + runs,
  extras: { ...innings.extras, penalty: innings.extras.penalty + runs },
})

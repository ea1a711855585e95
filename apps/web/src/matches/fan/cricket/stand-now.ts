import { currentInnings } from '@gavel/scoring'
import type { Moment } from '../moments.ts'

/** What the two who are in have added together, extras too; null where no two are. Looks back no further than they have stood together. */
export function standNow(all: readonly Moment<'cricket'>[]): { runs: number; balls: number } | null {
  const last = all.at(-1)
  const innings = last && currentInnings(last.after)
  if (!innings || innings.end !== null || innings.striker === null || innings.nonStriker === null) return null
  const pair = [innings.striker, innings.nonStriker]
  let from = innings
  for (const { written, before } of all.toReversed()) {
    const { play } = written
    const was = currentInnings(before)
    if (!was || was.n !== innings.n || play.type === 'InningsStart') break
    if (play.type !== 'Delivery') continue
    if (!pair.includes(play.striker) || play.nonStriker === null || !pair.includes(play.nonStriker)) break
    from = was
  }
  return { runs: innings.runs - from.runs, balls: innings.balls - from.balls }
}

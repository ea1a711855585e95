import { type FootballScore, type Minute, minuteOf, minuteWords, type Period } from '@gavel/scoring'
import type { Moment } from '../fan/moments.ts'

/** Added time beyond this was never played: somebody forgot to end the half, or writes the match down afterwards. */
const MOST_ADDED = 30

/** Where the clock of a match is. `face`: `23:45`, and past the length of the half `45:00 +1:20`. */
type FootballClock = { readonly minute: NonNullable<Minute>; readonly face: string }

type Clocked = { readonly score: FootballScore; readonly all: readonly Moment<'football'>[] }

/**
 * The clock of the period that is played, from the moment that its start was written. Null between periods, in a shoot-out, and where what was
 * written since is later than the clock: then the match was not followed as it was played.
 *
 * @param nowMs the server's time, epoch milliseconds
 */
export function footballClock({ score, all }: Clocked, nowMs: number | null): FootballClock | null {
  const { period, running, rules } = score
  if (nowMs === null || !running || period === null || period === 'kicks') return null
  const start = all.findLast(({ written }) => written.play.type === 'PeriodStart')
  if (!start) return null
  const playedMs = Math.max(0, nowMs - start.written.atMs)
  const minute = minuteOf(rules, period, Math.floor(playedMs / 60_000))
  if (!minute || minute.added > MOST_ADDED || isLater(score.minute, minute)) return null
  const length = lengthOf(score, period)
  const begunMs = minutesBefore(score, period) * 60_000
  const over = playedMs - length * 60_000
  return {
    minute,
    face: over < 0 ? faceOf(begunMs + playedMs) : `${faceOf(begunMs + length * 60_000)} +${faceOf(over)}`,
  }
}

/** The minute that a play is most likely of: the clock's, or the last one that was written. */
export const minuteNow = (clocked: Clocked, nowMs: number | null): Minute =>
  footballClock(clocked, nowMs)?.minute ?? clocked.score.minute

/** The minutes that a period has: from its first to its last, which may have time added. */
export function minutesOf(score: FootballScore): { readonly first: number; readonly last: number } {
  const { period } = score
  if (period === null || period === 'kicks') return { first: 1, last: 150 }
  const before = minutesBefore(score, period)
  return { first: before + 1, last: before + lengthOf(score, period) }
}

const lengthOf = ({ rules }: FootballScore, period: Period): number =>
  period === 'first' || period === 'second' ? rules.halfMinutes : (rules.extraTimeMinutes ?? 0)

const minutesBefore = (score: FootballScore, period: Period): number =>
  (minuteOf(score.rules, period, 0)?.minute ?? 1) - 1

const isLater = (one: Minute, other: NonNullable<Minute>): boolean =>
  one !== null && (one.minute > other.minute || (one.minute === other.minute && one.added > other.added))

function faceOf(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What the clock shows, or the last minute that was written: `67′`. */
export const clockFace = (clocked: Clocked, nowMs: number | null): string | null => {
  const clock = footballClock(clocked, nowMs)
  if (clock) return clock.face
  return clocked.score.running && clocked.score.minute ? `${minuteWords(clocked.score.minute)}′` : null
}

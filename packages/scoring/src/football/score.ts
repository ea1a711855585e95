import { scoredBy } from '../shoot-out.ts'
import { type BySide, otherSide, type PlayerId, type Side } from '../sport.ts'
import type { FootballSetup, Minute, Period } from './plays.ts'
import type { FootballRules } from './rules.ts'

/** What of a side is on the pitch, off it and used up. */
export type SideOfPitch = {
  /** Empty where no sheet was handed in. */
  readonly on: readonly PlayerId[]
  readonly replaced: readonly PlayerId[]
  readonly sentOff: readonly PlayerId[]
  readonly booked: readonly PlayerId[]
  readonly substitutions: number
  readonly concussions: number
  readonly windows: number
  /** Where the last window was, so that changes of one stoppage count once. */
  readonly lastWindow: string | null
  readonly yellows: number
  readonly secondYellows: number
  readonly reds: number
}

type Kick = { readonly side: Side; readonly taker: PlayerId | null; readonly scored: boolean }

/** The fold of the plays of a football match. */
export type FootballScore = {
  readonly rules: FootballRules
  readonly setup: FootballSetup
  /** The running period, or the last one. */
  readonly period: Period | null
  readonly running: boolean
  readonly ended: boolean
  /** Goals without those of the kicks. */
  readonly goals: BySide<number>
  /** Goals at the end of each finished period. */
  readonly after: Partial<Record<Period, BySide<number>>>
  readonly kicks: readonly Kick[]
  /** The result of a shoot-out without its kicks. */
  readonly toldKicks: BySide<number> | null
  readonly sides: BySide<SideOfPitch>
  readonly minute: Minute
}

/** `67`, `45+2`. */
export const minuteWords = (minute: Minute): string =>
  minute ? `${minute.minute}${minute.added > 0 ? `+${minute.added}` : ''}` : ''

const PERIOD_WORDS: Record<Period, string> = {
  first: 'first half',
  second: 'second half',
  'extra-first': 'first half of extra time',
  'extra-second': 'second half of extra time',
  kicks: 'shoot-out',
}

export const periodWords = (period: Period): string => PERIOD_WORDS[period]

/** Where a play is, for people: `second half, minute 67`. */
export function footballPlace(score: FootballScore, at: Minute = score.minute): string {
  if (!score.period) return 'before kick-off'
  if (score.period === 'kicks') return `shoot-out, kick ${score.kicks.length + 1}`
  return at ? `${PERIOD_WORDS[score.period]}, minute ${minuteWords(at)}` : PERIOD_WORDS[score.period]
}

/** Where the shoot-out stands; null where there has been no kick. */
export const shootOutOf = (score: FootballScore): BySide<number> | null =>
  score.toldKicks ?? (score.kicks.length > 0 ? scoredBy(score.kicks) : null)

/** Goals with those of the first leg: what must be level before extra time. */
export const aggregateOf = ({ goals, setup }: FootballScore): BySide<number> => ({
  home: goals.home + (setup.aggregate?.home ?? 0),
  away: goals.away + (setup.aggregate?.away ?? 0),
})

/** Who is ahead; null when level. */
export const ahead = (of: BySide<number>): Side | null =>
  of.home === of.away ? null : of.home > of.away ? 'home' : 'away'

/** How many changes a side may make by now, and in how many stoppages; null: as many as it likes (GOAL-6, GOAL-11). */
export function changesAllowed(
  score: FootballScore,
  side: Side,
): { readonly max: number | null; readonly windows: number | null } {
  const { max, windows, extraTime, concussionAnswer = 0 } = score.rules.substitutions
  const extra = score.period === 'extra-first' || score.period === 'extra-second' || score.after.second !== undefined
  const answers = score.sides[otherSide(side)].concussions * concussionAnswer
  return {
    max: max === null ? null : max + answers + (extra ? extraTime.max : 0),
    windows: windows === null ? null : windows + answers + (extra ? extraTime.windows : 0),
  }
}

/** Who may take a kick: those on the pitch at the end, the longer side as many as the shorter (`fair` says how many). */
export function kickers(score: FootballScore): { readonly fair: number | null } {
  const { home, away } = score.sides
  return { fair: home.on.length > 0 && away.on.length > 0 ? Math.min(home.on.length, away.on.length) : null }
}

/** What comes after a finished period; null: the match has ended. */
export function periodAfter(score: FootballScore, period: Period): Period | null {
  const { rules, setup } = score
  if (period === 'first') return 'second'
  if (period === 'extra-first') return 'extra-second'
  if (period === 'kicks' || !setup.knockout || ahead(aggregateOf(score))) return null
  if (period === 'second' && rules.extraTimeMinutes !== null) return 'extra-first'
  return rules.shootOutKicks === null ? null : 'kicks'
}

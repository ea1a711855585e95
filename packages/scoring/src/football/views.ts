import type { BySide, PlayerId, Side } from '../sport.ts'
import { football } from './football.ts'
import { type FootballPlay, type FootballSetup, type Minute, PERIODS, type Period } from './plays.ts'
import type { FootballRules } from './rules.ts'
import { type FootballScore, shootOutOf } from './score.ts'

/** Where a match stood at each of its ends, and the kicks; null where it did not come so far. */
export type FootballResult = {
  readonly halfTime: BySide<number> | null
  readonly fullTime: BySide<number> | null
  readonly extraTime: BySide<number> | null
  readonly kicks: BySide<number> | null
  readonly goals: BySide<number>
}

export function footballResult(score: FootballScore): FootballResult {
  return {
    halfTime: score.after.first ?? null,
    fullTime: score.after.second ?? null,
    extraTime: score.after['extra-second'] ?? null,
    kicks: shootOutOf(score),
    goals: score.goals,
  }
}

/** One step of a match as a fan follows it. */
export type FootballMoment = {
  readonly period: Period | null
  readonly at: Minute
  readonly play: FootballPlay
  /** The score after it. */
  readonly score: BySide<number>
}

/** The plays of a match in order, each with where it was and the score after it. */
export function footballTimeline(
  rules: FootballRules,
  setup: FootballSetup,
  plays: readonly FootballPlay[],
): readonly FootballMoment[] {
  let score = football.begin(rules, setup)
  return plays.map((play) => {
    score = football.apply(score, play)
    return { period: score.period, at: 'at' in play ? play.at : null, play, score: score.goals }
  })
}

/** Who has scored and set up how many, most goals first; own goals are nobody's honour. */
export function scorers(
  plays: readonly FootballPlay[],
): readonly { readonly player: PlayerId; readonly side: Side; readonly goals: number; readonly assists: number }[] {
  const rows = new Map<string, { player: PlayerId; side: Side; goals: number; assists: number }>()
  const add = (side: Side, player: PlayerId | null, what: 'goals' | 'assists') => {
    if (player === null) return
    const row = rows.get(`${side} ${player}`) ?? { player, side, goals: 0, assists: 0 }
    row[what] += 1
    rows.set(`${side} ${player}`, row)
  }
  for (const play of plays) {
    if (play.type !== 'Goal' || play.how === 'own') continue
    add(play.side, play.scorer, 'goals')
    add(play.side, play.assist, 'assists')
  }
  return [...rows.values()].sort((a, b) => b.goals - a.goals || b.assists - a.assists)
}

/**
 * A minute from the clock of a period, in whole minutes played of it: past its length it is added time (Law 7).
 */
export function minuteOf(rules: FootballRules, period: Period, playedMinutes: number): Minute {
  if (period === 'kicks') return null
  const extra = rules.extraTimeMinutes ?? 0
  const length = period.startsWith('extra') ? extra : rules.halfMinutes
  const before =
    [0, rules.halfMinutes, 2 * rules.halfMinutes, 2 * rules.halfMinutes + extra][PERIODS.indexOf(period)] ?? 0
  const minute = Math.min(playedMinutes + 1, length)
  return { minute: before + minute, added: Math.max(0, playedMinutes + 1 - length) }
}

/** Fair play: a yellow costs 1, a second yellow 3, a red 4 (FIFA); the fewer the better. */
export function fairPlayOf(score: FootballScore, side: Side): number {
  const { yellows, secondYellows, reds } = score.sides[side]
  // The first yellow of a second one is not counted again.
  return yellows - secondYellows + 3 * secondYellows + 4 * reds
}

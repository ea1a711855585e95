import type { BySide, FootballPlay, Minute, Period, Side } from '@gavel/scoring'
import type { Oddity } from '../imported.ts'
import type { FileGoal, FileMatch } from './schema.ts'

type Goal = FootballPlay & { type: 'Goal' }
type Timed = { readonly period: Period; readonly goal: Goal }

const HALVES: readonly Period[] = ['first', 'second', 'extra-first', 'extra-second']
/** The last minute of each half. */
const LAST_MINUTE: Readonly<Partial<Record<Period, number>>> = {
  first: 45,
  second: 90,
  'extra-first': 105,
  'extra-second': 120,
}

/**
 * The plays of a match that has a score. Named goals are believed where they make up the score; else the goals of the score count, whoever
 * scored them.
 */
export function playsOf(
  match: FileMatch & { fullTime: readonly [number, number] },
  where: string,
): { plays: readonly FootballPlay[]; oddities: readonly Oddity[] } {
  const last = match.extraTime ?? match.fullTime
  const named = match.goals && namedGoals(match.goals, match.extraTime !== null)
  const fits = named !== null && (['home', 'away'] as const).every((side, at) => goalsOf(named, side) === last[at])
  const goals = fits && named && endsAt(named, 'second', match.fullTime) ? named : untoldGoals(match)
  const oddities = match.goals && goals !== named ? [odd('GOALS_DIFFER', where)] : []
  const halves = HALVES.slice(0, match.extraTime || match.kicks ? (match.extraTime ? 4 : 2) : 2)
  const plays = halves.flatMap((period): FootballPlay[] => [
    { type: 'PeriodStart', period },
    ...goals.filter((one) => one.period === period).map((one) => one.goal),
    { type: 'PeriodEnd', period },
  ])
  const kicks: readonly FootballPlay[] = match.kicks
    ? [
        { type: 'PeriodStart', period: 'kicks' },
        { type: 'ShootOut', scored: { home: match.kicks[0], away: match.kicks[1] } },
      ]
    : []
  const half = match.halfTime && !endsAt(goals, 'first', match.halfTime) ? [odd('HALF_TIME_DIFFERS', where)] : []
  return { plays: [...plays, ...kicks], oddities: [...oddities, ...half] }
}

const odd = (code: Oddity['code'], where: string): Oddity => ({ code, where })
const goalsOf = (goals: readonly Timed[], side: Side): number => goals.filter((one) => one.goal.side === side).length

/** Whether so many goals had been scored when a half ended. */
function endsAt(goals: readonly Timed[], period: Period, score: readonly [number, number]): boolean {
  const until = goals.filter((one) => HALVES.indexOf(one.period) <= HALVES.indexOf(period))
  return goalsOf(until, 'home') === score[0] && goalsOf(until, 'away') === score[1]
}

/** Goals in the order of their minutes. One without a minute counts to the end of the match. */
function namedGoals(goals: BySide<readonly FileGoal[]>, extraTime: boolean): readonly Timed[] {
  const timed = (['home', 'away'] as const).flatMap((side) =>
    goals[side].map((goal): Timed => {
      const at: Minute = goal.minute && { ...goal.minute, added: goal.offset ?? goal.minute.added }
      const period = HALVES.find((half) => at && at.minute <= (LAST_MINUTE[half] ?? 0)) ?? 'extra-second'
      const how = goal.owngoal ? 'own' : goal.penalty ? 'penalty' : 'goal'
      return {
        period: extraTime || HALVES.indexOf(period) < 2 ? period : 'second',
        goal: { type: 'Goal', side, how, scorer: goal.name?.trim() || null, assist: null, at },
      }
    }),
  )
  const minute = ({ goal: { at } }: Timed) => (at ? at.minute + at.added / 100 : Number.MAX_SAFE_INTEGER)
  return timed.toSorted((a, b) => HALVES.indexOf(a.period) - HALVES.indexOf(b.period) || minute(a) - minute(b))
}

/** The goals of the scores alone: nobody knows whose, nor in which order. */
function untoldGoals(match: FileMatch & { fullTime: readonly [number, number] }): readonly Timed[] {
  const half = match.halfTime ?? [0, 0]
  const full = match.fullTime
  const extra = match.extraTime ?? full
  return (['home', 'away'] as const).flatMap((side, at) => {
    const byPeriod: readonly (readonly [Period, number])[] = [
      ['first', half[at] ?? 0],
      ['second', (full[at] ?? 0) - (half[at] ?? 0)],
      ['extra-first', (extra[at] ?? 0) - (full[at] ?? 0)],
    ]
    return byPeriod.flatMap(([period, goals]) =>
      Array.from({ length: Math.max(0, goals) }, (): Timed => {
        return { period, goal: { type: 'Goal', side, how: 'goal', scorer: null, assist: null, at: null } }
      }),
    )
  })
}

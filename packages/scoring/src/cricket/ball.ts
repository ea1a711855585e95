// What one ball is worth, to whom, and where it leaves the batters (BALL-1 to BALL-6, STRIKE-1 to STRIKE-4).
import { lawSet } from './laws.ts'
import type { BallRuns, Delivery, Wicket } from './plays.ts'
import type { CricketRules, Extra } from './rules.ts'
import type { Innings } from './score.ts'

export const isWide = ({ wides = 0, noBalls = 0 }: BallRuns): boolean => wides > 0 && noBalls === 0
export const isNoBall = ({ noBalls = 0 }: BallRuns): boolean => noBalls > 0

/** All runs that the ball brings the batting side, its penalty runs left out. */
export const runsOf = ({ bat, wides = 0, noBalls = 0, byes = 0, legByes = 0 }: BallRuns): number =>
  bat + wides + noBalls + byes + legByes

/** Penalty runs of the ball for the batting side. */
export const penaltyOf = ({ penalty }: Delivery): number => (penalty?.to === 'batting' ? penalty.runs : 0)

/** What stands against the bowler: byes and leg byes do not. */
export const debitedOf = ({ bat, wides = 0, noBalls = 0 }: BallRuns): number => bat + wides + noBalls

/** What the umpire's signal alone costs. */
function signalled(runs: BallRuns, rules: CricketRules): number {
  if (isNoBall(runs)) return Math.min(runs.noBalls ?? 0, rules.noBall.runs)
  return isWide(runs) ? Math.min(runs.wides ?? 0, rules.wide.runs) : 0
}

/** Runs that the batters completed: those written down, else what the runs of the ball say without its signal and its boundary. */
function ranOn({ runs, ran, boundary, short = 0 }: Delivery, rules: CricketRules): number {
  if (ran !== undefined) return ran
  return Math.max(0, runsOf(runs) - signalled(runs, rules) - (boundary ?? 0)) + short
}

/** Whether the ball is one of the over. */
export function isFair(runs: BallRuns, rules: CricketRules, innings: Innings): boolean {
  if (isNoBall(runs)) return !again(rules.noBall, rules, innings)
  return isWide(runs) ? !again(rules.wide, rules, innings) : true
}

function again({ rebowled }: Extra, rules: CricketRules, { limit, overs }: Innings): boolean {
  if (rebowled !== 'last-over') return rebowled === 'always'
  const last = limit ? limit.overs - (limit.balls === 0 ? 1 : 0) : rules.overs
  return last !== null && overs >= last
}

export type Ends = Pick<Innings, 'striker' | 'nonStriker'>
export const swapped = ({ striker, nonStriker }: Ends): Ends => ({ striker: nonStriker, nonStriker: striker })

/** Where the batters are when the ball is dead, before the ends change for an over. A batter who is out leaves his end vacant. */
export function endsAfter(delivery: Delivery, rules: CricketRules): Ends {
  const { striker, nonStriker, wickets } = delivery
  const [wicket] = wickets ?? []
  const ran = ranOn(delivery, rules)
  const stood: Ends = { striker, nonStriker }
  if (!wicket) return odd(ran + (delivery.crossed ? 1 : 0)) ? swapped(stood) : stood
  const swaps = stays(wicket, rules) ? 0 : ran + (crossedAt(delivery, wicket, ran) ? 1 : 0)
  const { striker: at, nonStriker: other } = odd(swaps) ? swapped(stood) : stood
  return { striker: at === wicket.out ? null : at, nonStriker: other === wicket.out ? null : other }
}

const odd = (n: number): boolean => n % 2 === 1

/** Whether a catch brings the new batter to the striker's end: by the laws of the day, or by a format that had it before them. */
export const newBatterFaces = (rules: CricketRules): boolean =>
  rules.newBatterFaces || lawSet(rules.laws).caught === 'striker-end'

/** The dismissals after which the new batter is at the striker's end, wherever the batters were. */
function stays({ kind }: Wicket, rules: CricketRules): boolean {
  if (kind === 'caught') return newBatterFaces(rules)
  return kind !== 'run out' && kind !== 'obstructing the field' && kind !== 'handled the ball'
}

/** By the end at which the wicket was put down: who is out there had run to it, or had not left it (Law 38). */
function crossedAt({ striker, crossed = false }: Delivery, { out, end }: Wicket, ran: number): boolean {
  if (end === undefined) return crossed
  const home = out === striker ? 'striker' : 'bowler'
  const after = odd(ran) ? (home === 'striker' ? 'bowler' : 'striker') : home
  return after !== end
}

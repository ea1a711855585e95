// What speaks against a ball: first what no import may hold, then what real files do hold (an oddity), the strike last.
import type { PlayerId } from '../sport.ts'
import { isStrikeMismatch } from './apply-ball.ts'
import { isNoBall, isWide, runsOf } from './ball.ts'
import { bowlerObjection } from './check-bowler.ts'
import { waiting } from './innings.ts'
import { lawSet } from './laws.ts'
import { type Against, objects, oddly } from './objects.ts'
import type { Delivery, Wicket } from './plays.ts'
import type { Batter, CricketScore, Innings } from './score.ts'
import { currentInnings } from './where.ts'

/** More than any ball has brought. */
const MAX_RUNS = 60

export function ballObjection(score: CricketScore, ball: Delivery): Against {
  const innings = currentInnings(score)
  if (!innings) return objects('NO_INNINGS')
  if (score.verdict) return objects('MATCH_OVER')
  return (
    (innings.end === null || wentOn(score, innings) ? null : objects('INNINGS_OVER', { why: innings.end })) ??
    runsImpossible(ball) ??
    battersImpossible(score, innings, ball) ??
    wicketImpossible(score, ball) ??
    bowlerObjection(score, innings, ball) ??
    wentOn(score, innings) ??
    runsOdd(score, ball) ??
    battersOdd(score, innings, ball) ??
    wicketOdd(innings, ball) ??
    (isStrikeMismatch(innings, ball) ? oddly('STRIKE', { player: ball.striker }) : null)
  )
}

/** Balls after a target or a limit that an official set in the middle of things: real files hold them, a live scorer may not (TARGET-3). */
function wentOn({ rules }: CricketScore, { end, target, limit, runs }: Innings): Against {
  if (end === 'target' && target?.official) return oddly('AFTER_TARGET', { target: target.runs, runs })
  if (end !== 'overs' || limit === null) return null
  const cut = rules.overs !== null && limit.overs < rules.overs
  return cut ? oddly('AFTER_LIMIT', { overs: limit.balls === 0 ? limit.overs : `${limit.overs}.${limit.balls}` }) : null
}

function runsImpossible({ runs, boundary, ran, short, penalty }: Delivery): Against {
  const { bat, wides, noBalls, byes, legByes } = runs
  const counts = [bat, wides, noBalls, byes, legByes, ran, short, penalty?.runs]
  const whole = counts.every((n) => n === undefined || (Number.isInteger(n) && n >= 0 && n <= MAX_RUNS))
  if (!whole || runsOf(runs) > MAX_RUNS || (boundary !== undefined && runsOf(runs) < boundary))
    return objects('BAD_RUNS')
  return null
}

function runsOdd({ rules }: CricketScore, { runs, penalty }: Delivery): Against {
  const { bat, wides = 0, noBalls = 0, byes = 0, legByes = 0 } = runs
  if (wides > 0 && noBalls > 0) return oddly('WIDE_AND_NO_BALL')
  if (wides > 0 && bat > 0) return oddly('WIDE_WITH_BAT_RUNS')
  const kinds = [bat, wides, byes, legByes].filter((n) => n > 0).length
  if (kinds > 1) return oddly('EXTRAS_TOGETHER')
  const asByes = rules.noBallByes ?? lawSet(rules.laws).noBallByes
  if (noBalls > 0 && byes + legByes > 0 && asByes === 'no-balls') return oddly('EXTRAS_TOGETHER')
  const small = (wides > 0 && wides < rules.wide.runs) || (noBalls > 0 && noBalls < rules.noBall.runs)
  if (penalty && penalty.runs % 5 !== 0) return oddly('BAD_PENALTY')
  return small ? oddly('EXTRA_TOO_SMALL', { wide: rules.wide.runs, noBall: rules.noBall.runs }) : null
}

const batterOf = ({ batters }: Innings, id: PlayerId): Batter | undefined => batters.find(({ player }) => player === id)

function battersImpossible({ rules }: CricketScore, innings: Innings, ball: Delivery): Against {
  const { striker, nonStriker, bowler } = ball
  if (striker === nonStriker) return objects('SAME_BATTER')
  if (nonStriker === null && !(rules.lastBatterAlone && lastLeft(innings, rules.players))) return objects('NO_PARTNER')
  if (bowler === striker || bowler === nonStriker) return objects('BOWLER_BATS')
  for (const player of [striker, nonStriker])
    if (player !== null && batterOf(innings, player)?.status.is === 'out') return objects('OUT_ALREADY', { player })
  return null
}

const lastLeft = ({ wickets, absent, batters }: Innings, players: number): boolean =>
  wickets + absent.length + batters.filter(({ status }) => status.is === 'retired').length >= players - 1

function battersOdd(score: CricketScore, innings: Innings, { striker, nonStriker }: Delivery): Against {
  const named = [striker, nonStriker].filter((id) => id !== null)
  for (const player of named) {
    const batter = batterOf(innings, player)
    if (!score.players[innings.batting].includes(player)) return oddly('NOT_IN_SIDE', { player })
    if (score.gone.includes(player)) return oddly('LEFT_MATCH', { player })
    if (innings.absent.includes(player)) return oddly('ABSENT', { player })
    if (!batter && outInSuperOver(score, innings, player)) return oddly('OUT_IN_SUPER_OVER', { player })
    if (batter?.status.is === 'retired' && tooEarly(score, innings, batter)) return oddly('RETURNED_EARLY', { player })
    const { retireAt } = score.rules
    if (batter?.status.is === 'in' && retireAt !== null && batter.runs >= retireAt && othersLeft(score, innings))
      return oddly('MUST_RETIRE', { player, runs: batter.runs })
  }
  for (const player of [innings.striker, innings.nonStriker])
    if (player !== null && !named.includes(player)) return oddly('BATTER_CHANGED', { player })
  return null
}

/** Whether somebody of the side has not batted yet. */
const othersLeft = (score: CricketScore, innings: Innings): boolean =>
  waiting(score, innings).length > 0 && innings.batters.length < score.rules.players

/** Who had to retire at a score may come back only when nobody else is left (RETIRE-4). */
const tooEarly = (score: CricketScore, innings: Innings, { status, runs }: Batter): boolean =>
  status.is === 'retired' &&
  status.kind === 'retired not out' &&
  score.rules.retireAt !== null &&
  runs >= score.rules.retireAt &&
  othersLeft(score, innings)

const outInSuperOver = ({ innings }: CricketScore, { superOver, batting }: Innings, player: PlayerId): boolean =>
  innings.some(
    (one) =>
      one.superOver > 0 &&
      one.superOver < superOver &&
      one.batting === batting &&
      batterOf(one, player)?.status.is === 'out',
  )

/** Dismissals that a wide leaves possible, and those that a no-ball and a free hit do (WICKET-1). */
const OFF_A_WIDE: ReadonlySet<string> = new Set([
  'run out',
  'stumped',
  'hit wicket',
  'obstructing the field',
  'handled the ball',
])
const OFF_A_NO_BALL: ReadonlySet<string> = new Set([
  'run out',
  'obstructing the field',
  'hit the ball twice',
  'handled the ball',
])
const EITHER_BATTER: ReadonlySet<string> = new Set(['run out', 'obstructing the field', 'handled the ball'])

function wicketImpossible({ rules }: CricketScore, ball: Delivery): Against {
  const [wicket, another] = ball.wickets ?? []
  if (!wicket) return null
  if (another) return objects('TWO_DISMISSALS')
  const { kind, out } = wicket
  if (out !== ball.striker && out !== ball.nonStriker) return objects('NOT_AT_THE_CREASE', { player: out })
  if (out !== ball.striker && !EITHER_BATTER.has(kind)) return objects('NOT_THE_STRIKER', { kind })
  if (kind === 'timed out') return objects('NO_VACANCY')
  if (kind === 'handled the ball' && !lawSet(rules.laws).handledBall) return objects('NO_SUCH_DISMISSAL', { kind })
  if (isNoBall(ball.runs) && !OFF_A_NO_BALL.has(kind)) return objects('NOT_OFF_A_NO_BALL', { kind })
  if (isWide(ball.runs) && !OFF_A_WIDE.has(kind)) return objects('NOT_OFF_A_WIDE', { kind })
  return null
}

function wicketOdd({ freeHit }: Innings, { wickets, runs }: Delivery): Against {
  const [wicket] = wickets ?? []
  if (!wicket) return null
  const { kind } = wicket
  if (freeHit && !OFF_A_NO_BALL.has(kind)) return oddly('NOT_OFF_A_FREE_HIT', { kind })
  return runsNotCounted(wicket) && runsOf(runs) > (runs.wides ?? 0) ? oddly('RUNS_WITH_WICKET', { kind }) : null
}

const runsNotCounted = ({ kind }: Wicket): boolean => !EITHER_BATTER.has(kind) && kind !== 'hit the ball twice'

import type { Objection } from '../objections.ts'
import { nextInTurn } from '../shoot-out.ts'
import { otherSide } from '../sport.ts'
import { ballObjection } from './check-ball.ts'
import { inningsOf, isOpen, mainInnings, totalOf } from './innings.ts'
import { type Against, objects, oddly } from './objects.ts'
import type { CricketPlay, PlayNamed } from './plays.ts'
import { BOWLS_EACH, cricketResult } from './result.ts'
import type { CricketScore, Innings } from './score.ts'
import { currentInnings, whereNext } from './where.ts'

/** More than any side was ever awarded at once. */
const MAX_PENALTY = 100

/** The first thing that speaks against a play: what cannot be before what is odd. */
export function check(score: CricketScore, play: CricketPlay): Objection | null {
  const against = objection(score, play)
  return against && { ...against, where: whereNext(score) }
}

function objection(score: CricketScore, play: CricketPlay): Against {
  if (play.type === 'Delivery') return ballObjection(score, play)
  if (score.verdict && play.type !== 'PenaltyRuns') return objects('MATCH_OVER')
  switch (play.type) {
    case 'InningsStart':
      return startObjection(score, play)
    case 'Forfeit':
      return forfeitObjection(score, play)
    case 'FollowOn':
      return followOnObjection(score)
    case 'Declare':
      return mayDeclare(score) ? onInnings(score, () => null) : oddly('NO_DECLARATION')
    case 'InningsEnd':
      return onInnings(score, () => null)
    case 'StrikeSet':
      return onInnings(score, (innings) => strikeObjection(score, innings, play))
    case 'Retire':
      return onInnings(score, (innings) => retireObjection(innings, play))
    case 'TimedOut':
      return onInnings(score, (innings) => timedOutObjection(score, innings, play))
    case 'AbsentHurt':
      return onInnings(score, (innings) => absentObjection(score, innings, play))
    case 'Substitute':
      return substituteObjection(score, play)
    case 'Replace':
      return onInnings(score, () => null)
    case 'PenaltyRuns':
      if (!Number.isInteger(play.runs) || play.runs < 1 || play.runs > MAX_PENALTY) return objects('BAD_RUNS')
      return play.runs % 5 === 0 ? null : oddly('BAD_PENALTY')
    case 'OverCalled':
      return onInnings(score, ({ over }) => (over ? null : objects('NO_OVER')))
    case 'OverGoesOn': {
      const innings = currentInnings(score)
      const may = innings && (innings.end === null || innings.end === 'overs') && innings.lastOver && !innings.over
      return may ? null : objects('NO_LAST_OVER')
    }
    case 'PowerplaySet':
      return onInnings(score, () => null)
    case 'TargetSet':
      return play.runs >= 1 && (play.balls === null || play.balls >= 1) ? null : objects('BAD_TARGET')
    case 'OversReduced':
      return play.balls >= 1 ? null : objects('BAD_TARGET')
    case 'MatchCalledOff':
    case 'Awarded':
    case 'Conceded':
      return cricketResult(score).is === 'won' ? oddly('MATCH_OVER') : null
    case 'BowlOutBall':
      return bowlOutObjection(score, play)
    case 'BowlOut':
    case 'TieBroken':
      return isTied(score) ? null : oddly('NOT_TIED')
    case 'Result':
      return resultObjection(score, play)
    default:
      return play satisfies never
  }
}

/** A tie that nothing has decided yet, also while a bowl-out is on. */
const isTied = (score: CricketScore): boolean =>
  cricketResult({ ...score, bowlOut: [] }).is === 'tied' && !isDecided(score)

const isDecided = (score: CricketScore): boolean => cricketResult(score).is === 'decided'

/** By turns, each bowler once in five (BOWLOUT-1 to BOWLOUT-3). */
function bowlOutObjection(score: CricketScore, { side, bowler }: PlayNamed<'BowlOutBall'>): Against {
  const { bowlOut, players, gone } = score
  if (isDecided(score)) return oddly('MATCH_OVER')
  if (!isTied(score)) return oddly('NOT_TIED')
  if (nextInTurn(bowlOut) === otherSide(side)) return oddly('BOWL_OUT_TURN')
  if (!players[side].includes(bowler)) return oddly('NOT_IN_SIDE', { player: bowler })
  if (gone.includes(bowler)) return oddly('LEFT_MATCH', { player: bowler })
  const own = bowlOut.filter((one) => one.side === side)
  const round = own.slice(own.length - (own.length % BOWLS_EACH))
  return round.some((one) => one.bowler === bowler)
    ? oddly('BOWLED_ALREADY', { player: bowler, balls: BOWLS_EACH })
    : null
}

function onInnings(score: CricketScore, then: (innings: Innings) => Against): Against {
  const innings = currentInnings(score)
  return isOpen(innings) ? then(innings) : objects('NO_INNINGS')
}

function startObjection(score: CricketScore, { batting, superOver = 0 }: PlayNamed<'InningsStart'>): Against {
  if (isOpen(currentInnings(score))) return objects('INNINGS_ON')
  const result = cricketResult(score)
  if (superOver > 0) return superOverObjection(score, batting, superOver)
  if (result.is !== 'open') return objects('MATCH_OVER')
  if (inningsOf(score, batting).length >= score.rules.inningsEach) return objects('NO_MORE_INNINGS')
  return batting === nextToBat(score) ? null : oddly('WRONG_SIDE')
}

/** The side whose innings is next, by the toss and the follow-on. Null: nothing says so. */
export function nextToBat(score: CricketScore): 'home' | 'away' {
  const main = mainInnings(score)
  const last = main.at(-1)
  if (!last) {
    const { toss } = score
    if (!toss) return 'home'
    return toss.chose === 'bat' ? toss.winner : otherSide(toss.winner)
  }
  if (score.followOn === last.batting && main.length === 2) return last.batting
  return otherSide(last.batting)
}

/** Who batted second bats first, and in the next super over it is the other way round (SUPER-2). */
function superOverObjection(score: CricketScore, batting: 'home' | 'away', superOver: number): Against {
  const last = currentInnings(score)
  if (!last) return objects('NOT_TIED')
  const first = last.superOver !== superOver
  if (first && superOver !== last.superOver + 1) return objects('NOT_TIED')
  if (first && cricketResult(score).is !== 'tied') return oddly('NOT_TIED')
  if (!first && score.innings.filter((one) => one.superOver === superOver).length >= 2)
    return objects('NO_MORE_INNINGS')
  const due = first ? last.batting : otherSide(last.batting)
  return batting === due ? null : oddly('WRONG_SIDE')
}

function forfeitObjection(score: CricketScore, { side }: PlayNamed<'Forfeit'>): Against {
  if (isOpen(currentInnings(score))) return objects('INNINGS_ON')
  if (cricketResult(score).is !== 'open') return objects('MATCH_OVER')
  return inningsOf(score, side).length < score.rules.inningsEach ? null : objects('NO_MORE_INNINGS')
}

function followOnObjection(score: CricketScore): Against {
  const { followOn } = score.rules
  const main = mainInnings(score)
  const last = main.at(-1)
  const none = oddly('NO_FOLLOW_ON', { needed: followOn ?? 0 })
  if (followOn === null || !last || main.length !== 2 || last.end === null) return none
  return totalOf(score, otherSide(last.batting)) - totalOf(score, last.batting) >= followOn ? null : none
}

const mayDeclare = ({ rules }: CricketScore): boolean => rules.inningsEach === 2 || rules.overs === null

function strikeObjection({ players }: CricketScore, innings: Innings, play: PlayNamed<'StrikeSet'>): Against {
  const { striker, nonStriker, batters, batting } = innings
  if (play.striker === play.nonStriker) return objects('SAME_BATTER')
  for (const player of [play.striker, play.nonStriker])
    if (player !== null && batters.some((one) => one.player === player && one.status.is === 'out'))
      return objects('OUT_ALREADY', { player })
  if (striker === play.striker && nonStriker === play.nonStriker) return objects('SAME_STRIKE')
  const stranger = [play.striker, play.nonStriker].find((id) => id !== null && !players[batting].includes(id))
  return stranger ? oddly('NOT_IN_SIDE', { player: stranger }) : null
}

/** Who is hurt and off the field may still be retired out; whoever is out may not. */
function retireObjection({ batters }: Innings, { player }: PlayNamed<'Retire'>): Against {
  const status = batters.find((one) => one.player === player)?.status
  if (status?.is === 'out') return objects('OUT_ALREADY', { player })
  return status?.is === 'in' ? null : oddly('NOT_AT_THE_CREASE', { player })
}

function timedOutObjection(score: CricketScore, innings: Innings, { player }: PlayNamed<'TimedOut'>): Against {
  const batter = innings.batters.find((one) => one.player === player)
  if (batter?.status.is === 'out') return objects('OUT_ALREADY', { player })
  if (innings.striker !== null && innings.nonStriker !== null) return oddly('NO_VACANCY')
  return score.players[innings.batting].includes(player) ? null : oddly('NOT_IN_SIDE', { player })
}

function absentObjection(score: CricketScore, innings: Innings, { player }: PlayNamed<'AbsentHurt'>): Against {
  const batter = innings.batters.find((one) => one.player === player)
  if (batter?.status.is === 'out') return objects('OUT_ALREADY', { player })
  if (batter?.status.is === 'in') return objects('IN_ALREADY', { player })
  if (innings.absent.includes(player)) return objects('ABSENT', { player })
  return score.players[innings.batting].includes(player) ? null : oddly('NOT_IN_SIDE', { player })
}

function substituteObjection(score: CricketScore, { side, out, in: comes }: PlayNamed<'Substitute'>): Against {
  if ([...score.players.home, ...score.players.away].includes(comes)) return oddly('IN_ALREADY', { player: comes })
  if (out === null) return null
  if (!score.players[side].includes(out)) return oddly('NOT_IN_SIDE', { player: out })
  return score.gone.includes(out) ? oddly('LEFT_MATCH', { player: out }) : null
}

/** An official's result that the runs contradict is kept where a method or a stoppage explains it. */
function resultObjection(score: CricketScore, { winner, method }: PlayNamed<'Result'>): Against {
  const result = cricketResult(score)
  if (method !== null || result.is === 'open') return null
  const agrees = result.is === 'won' && result.winner === winner
  return agrees ? null : oddly('RESULT_DIFFERS', { said: result.is })
}

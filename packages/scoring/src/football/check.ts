import type { Objection } from '../objections.ts'
import { nextInTurn } from '../shoot-out.ts'
import { otherSide, type PlayerId, type Side } from '../sport.ts'
import { sameWindow } from './apply.ts'
import type { FootballPlay, Minute } from './plays.ts'
import { changesAllowed, type FootballScore, footballPlace, kickers, periodAfter } from './score.ts'
import type { FOOTBALL_WORDS } from './words.ts'

type Code = keyof typeof FOOTBALL_WORDS

type No = (code: Code, oddity?: boolean, detail?: Objection['detail']) => Objection

/** The first thing that speaks against a play. What a referee may have let pass in a real match is an oddity. */
export function checkFootball(score: FootballScore, play: FootballPlay): Objection | null {
  const at = 'at' in play ? (play.at ?? score.minute) : score.minute
  const no: No = (code, oddity = false, detail) => ({
    code,
    oddity,
    where: footballPlace(score, at),
    ...(detail && { detail }),
  })
  if (score.ended) return no('AFTER_END')
  if ('at' in play && play.at && isBefore(play.at, score.minute)) return no('BACK_IN_TIME', true)
  switch (play.type) {
    case 'PeriodStart': {
      if (score.running) return no('PERIOD_RUNS')
      const due = score.period ? periodAfter(score, score.period) : 'first'
      return play.period === due ? null : no('WRONG_PERIOD')
    }
    case 'PeriodEnd':
      if (!score.running || score.period !== play.period) return no('WRONG_PERIOD')
      return play.period === 'kicks' ? no('SHOOT_OUT_OPEN') : null
    case 'Goal':
      return checkGoal(score, play, no)
    case 'PenaltyMissed':
      if (!inPlay(score)) return no('NOT_IN_PLAY')
      return checkOn(score, play.side, play.taker, no)
    case 'Card':
      return checkCard(score, play, no)
    case 'Substitution':
      return checkSubstitution(score, play, no)
    case 'AddedTime':
      return inPlay(score) && Number.isInteger(play.minutes) && play.minutes >= 0 ? null : no('NOT_IN_PLAY')
    case 'Review':
      return score.period ? null : no('NOT_IN_PLAY')
    case 'Kick':
      return checkKick(score, play, no)
    case 'ShootOut':
      if (!score.running || score.period !== 'kicks' || score.kicks.length > 0) return no('NO_SHOOT_OUT')
      return play.scored.home === play.scored.away ? no('SHOOT_OUT_LEVEL', true) : null
    default:
      return play satisfies never
  }
}

const inPlay = (score: FootballScore): boolean => score.running && score.period !== 'kicks'

function isBefore(at: NonNullable<Minute>, last: Minute): boolean {
  return last !== null && (at.minute < last.minute || (at.minute === last.minute && at.added < last.added))
}

function checkOn(score: FootballScore, side: Side, player: PlayerId | null, no: No): Objection | null {
  const { on, sentOff } = score.sides[side]
  if (player === null) return null
  if (sentOff.includes(player)) return no('SENT_OFF')
  return on.length === 0 || on.includes(player) ? null : no('NOT_ON_PITCH')
}

function checkGoal(score: FootballScore, play: FootballPlay & { type: 'Goal' }, no: No): Objection | null {
  if (!inPlay(score)) return no('NOT_IN_PLAY')
  const of = play.how === 'own' ? otherSide(play.side) : play.side
  if (play.assist !== null && (play.assist === play.scorer || play.how === 'own')) return no('NO_ASSIST')
  if (score.sides[of].on.length > 0 && score.sides[of].on.length < score.rules.minPlayers)
    return no('TOO_FEW_PLAYERS', true, { min: score.rules.minPlayers })
  return checkOn(score, of, play.scorer, no) ?? checkOn(score, play.side, play.assist, no)
}

function checkCard(score: FootballScore, play: FootballPlay & { type: 'Card' }, no: No): Objection | null {
  const side = score.sides[play.side]
  if (!score.period) return no('NOT_IN_PLAY')
  if (side.sentOff.includes(play.player)) return no('SENT_OFF')
  const booked = side.booked.includes(play.player)
  if (play.colour === 'yellow' && booked) return no('SECOND_YELLOW')
  return play.colour === 'second-yellow' && !booked ? no('NO_FIRST_YELLOW') : null
}

type Changes = FootballPlay & { type: 'Substitution' }

function checkSubstitution(score: FootballScore, play: Changes, no: No): Objection | null {
  if (!score.period || score.period === 'kicks') return no('NOT_IN_PLAY', true)
  if (play.changes.length === 0) return no('NOBODY_CHANGES')
  const named = play.changes.flatMap(({ off, on }) => [off, on])
  if (new Set(named).size !== named.length) return no('NAMED_TWICE')
  return checkChanges(score, play, no) ?? checkCount(score, play, no)
}

/** Who goes off and who comes on (GOAL-7). */
function checkChanges(score: FootballScore, play: Changes, no: No): Objection | null {
  const side = score.sides[play.side]
  const bench = score.setup.bench[play.side]
  const { max } = score.rules.substitutions
  // Where no more are named than may come on anyway, somebody who was replaced may come on for a concussion (GOAL-11).
  const mayComeBack = max === null || (play.concussion && bench.length > 0 && bench.length <= max)
  for (const { off, on } of play.changes) {
    if (side.sentOff.includes(off) || side.sentOff.includes(on)) return no('SENT_OFF')
    if (side.on.length > 0 && !side.on.includes(off)) return no('NOT_ON_PITCH')
    if (side.on.includes(on)) return no('ON_PITCH')
    if (!mayComeBack && side.replaced.includes(on)) return no('REPLACED')
    if (bench.length > 0 && !bench.includes(on) && !side.replaced.includes(on)) return no('UNKNOWN_PLAYER')
  }
  return null
}

/** How many in how many stoppages (GOAL-6, GOAL-11). */
function checkCount(score: FootballScore, play: Changes, no: No): Objection | null {
  const side = score.sides[play.side]
  const { concussion } = score.rules.substitutions
  if (play.concussion)
    return side.concussions + play.changes.length > concussion
      ? no('NO_CONCUSSION_LEFT', true, { max: concussion })
      : null
  const { max, windows } = changesAllowed(score, play.side)
  if (max !== null && side.substitutions + play.changes.length > max) return no('NO_SUBSTITUTION_LEFT', true, { max })
  if (windows !== null && !sameWindow(score, play.side, play.at) && side.windows >= windows)
    return no('NO_WINDOW_LEFT', true, { max: windows })
  return null
}

function checkKick(score: FootballScore, play: FootballPlay & { type: 'Kick' }, no: No): Objection | null {
  if (!score.running || score.period !== 'kicks') return no('NO_SHOOT_OUT')
  const next = nextInTurn(score.kicks)
  if (next !== null && next !== play.side) return no('OUT_OF_TURN', true)
  const refused = checkOn(score, play.side, play.taker, no)
  if (refused || play.taker === null) return refused
  const own = score.kicks.filter((kick) => kick.side === play.side)
  const { fair } = kickers(score)
  if (fair === null) return null
  const round = own.slice(own.length - (own.length % fair))
  return round.some((kick) => kick.taker === play.taker) ? no('KICKED_ALREADY', true) : null
}

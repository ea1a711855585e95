import type { Objection } from '../objections.ts'
import { otherSide, type PlayerId, type Side } from '../sport.ts'
import { isAllOut } from './apply.ts'
import type { KabaddiPlay, Raid } from './plays.ts'
import { isDoOrDie, isEmpty, type KabaddiScore, kabaddiPlace, kabaddiPoints, onMat } from './score.ts'
import type { KABADDI_WORDS } from './words.ts'

type Code = keyof typeof KABADDI_WORDS

type No = (code: Code, oddity?: boolean, detail?: Objection['detail']) => Objection

/** The first thing that speaks against a play. What a referee may have seen otherwise in a real match is an oddity. */
export function checkKabaddi(score: KabaddiScore, play: KabaddiPlay): Objection | null {
  const no: No = (code, oddity = false, detail) => ({
    code,
    oddity,
    where: kabaddiPlace(score),
    ...(detail && { detail }),
  })
  if (score.phase === 'ended') return no('AFTER_END')
  switch (play.type) {
    case 'HalfStart':
      return checkHalf(score, no)
    case 'HalfEnd':
      return score.phase === 'half' ? null : no('NO_HALF')
    case 'Raid':
      return checkRaid(score, play, no)
    case 'Technical':
      if (score.phase === 'before') return no('NO_HALF')
      return Number.isInteger(play.points) && play.points > 0 ? null : no('BAD_POINTS')
    case 'Card':
      return play.player === null || isKnown(score, play.side, play.player) ? null : no('UNKNOWN_PLAYER', true)
    case 'Return':
      if (!score.sides[play.side].suspended.includes(play.player)) return no('NOT_SUSPENDED')
      return isSentOff(score, play.side, play.player) ? no('SENT_OFF', true, { player: play.player }) : null
    case 'Substitution':
      return checkSubstitution(score, play, no)
    case 'TimeOut':
      if (play.side === null) return null
      return score.sides[play.side].timeOuts >= score.rules.timeOutsPerHalf
        ? no('NO_TIME_OUT_LEFT', true, { max: score.rules.timeOutsPerHalf })
        : null
    case 'Declare':
      return score.phase === 'half' ? null : no('NO_HALF')
    case 'TieBreakStart':
      if (score.phase !== 'break' || score.half < score.rules.halves) return no('NO_TIE_BREAK')
      return isLevel(score) && score.rules.tieBreak ? null : no('NO_TIE_BREAK')
    case 'Toss':
      return isGoldenOver(score) && isLevel(score) ? null : no('NO_TOSS')
    case 'Review':
      return null
    default:
      return play satisfies never
  }
}

function isLevel(score: KabaddiScore): boolean {
  const { home, away } = kabaddiPoints(score)
  return home === away
}

/** Whether each side has had its raids of the tie-break and its golden raid. */
function isGoldenOver(score: KabaddiScore): boolean {
  const each = (score.rules.tieBreak?.raids ?? 0) + 1
  return score.phase === 'tie-break' && score.sides.home.tieRaids >= each && score.sides.away.tieRaids >= each
}

function isKnown(score: KabaddiScore, side: Side, player: PlayerId): boolean {
  const { seven } = score.sides[side]
  return seven.length === 0 || seven.includes(player)
}

/** A red card is for the match. */
const isSentOff = (score: KabaddiScore, side: Side, player: PlayerId): boolean =>
  score.cards.some((card) => card.side === side && card.player === player && card.colour === 'red')

function checkHalf(score: KabaddiScore, no: No): Objection | null {
  if (score.phase === 'half' || score.phase === 'tie-break') return no('HALF_UNDER_WAY')
  const extra = score.rules.extra?.halves ?? 0
  return score.half < score.rules.halves + extra ? null : no('NO_MORE_HALVES')
}

function checkRaid(score: KabaddiScore, raid: Raid, no: No): Objection | null {
  if (score.phase !== 'half' && score.phase !== 'tie-break') return no('NO_HALF')
  if (isGoldenOver(score)) return no('ONLY_THE_TOSS')
  const defending = otherSide(raid.raiding)
  const defenders = onMat(score, defending)
  const gone = raid.touched.length + raid.steppedOut.length
  if (gone > score.rules.players) return no('TOO_MANY_OUT', false, { max: score.rules.players })
  const named = [...raid.touched, ...raid.steppedOut].filter((player) => player !== null)
  if (new Set(named).size !== named.length) return no('NAMED_TWICE')
  if (score.raiding !== null && score.raiding !== raid.raiding) return no('OUT_OF_TURN', true)
  if (raid.raider !== null && !isKnown(score, raid.raiding, raid.raider)) return no('UNKNOWN_PLAYER', true)
  if ([...named, ...raid.by].some((player) => !isKnown(score, defending, player))) return no('UNKNOWN_PLAYER', true)
  if (gone > defenders) return no('TOO_MANY_OUT', true, { max: defenders })
  if (raid.touched.length > 0 && raid.lost === 'tackled') return no('TOUCHED_AND_CAUGHT', true)
  if (score.phase === 'tie-break') return raid.allOut ? no('NOT_ALL_OUT') : null
  const { out, suspended } = score.sides[raid.raiding]
  if (raid.raider !== null && (out.includes(raid.raider) || suspended.includes(raid.raider)))
    return no('RAIDER_OUT', true)
  const defendingOut = score.sides[defending].out
  if ([...raid.touched, ...raid.steppedOut].some((player) => player !== null && defendingOut.includes(player)))
    return no('DEFENDER_OUT', true)
  if (raid.bonus && defenders < score.rules.bonusFrom) return no('NO_BONUS', true, { min: score.rules.bonusFrom })
  const superTackle = raid.lost === 'tackled' && defenders <= score.rules.superTackleMax
  if (superTackle !== raid.superTackle) return no(superTackle ? 'SUPER_TACKLE_DUE' : 'NO_SUPER_TACKLE', true)
  const doOrDie = isDoOrDie(score, raid.raiding)
  if (doOrDie && isEmpty(raid)) return no('DO_OR_DIE', true)
  if (raid.lost === 'do-or-die' && (!doOrDie || gone > 0 || raid.bonus)) return no('NOT_DO_OR_DIE', true)
  return checkAllOut(score, raid, no)
}

function checkAllOut(score: KabaddiScore, raid: Raid, no: No): Objection | null {
  const due = (['home', 'away'] as const).find((side) => isAllOut(score, raid, side)) ?? null
  if (due === raid.allOut) return null
  return no(raid.allOut ? 'NOT_ALL_OUT' : 'ALL_OUT_DUE', true)
}

function checkSubstitution(
  score: KabaddiScore,
  play: KabaddiPlay & { type: 'Substitution' },
  no: No,
): Objection | null {
  const side = score.sides[play.side]
  const { substitutions, players } = score.rules
  const sheet = score.setup.sides[play.side].players
  if (side.seven.length > 0 && !side.seven.includes(play.off)) return no('UNKNOWN_PLAYER', true)
  if (side.seven.includes(play.on)) return no('ON_MAT', true)
  // Where a bench was handed in, who comes in is of it.
  if (sheet.length > players && !sheet.includes(play.on)) return no('UNKNOWN_PLAYER', true)
  if (side.suspended.includes(play.off)) return no('SUSPENDED', true, { player: play.off })
  if (substitutions !== null && side.substitutions >= substitutions)
    return no('NO_SUBSTITUTION_LEFT', true, { max: substitutions })
  return null
}

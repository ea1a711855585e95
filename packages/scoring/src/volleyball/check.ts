import type { Objection } from '../objections.ts'
import type { PlayerId, Side } from '../sport.ts'
import type { VolleyballPlay } from './plays.ts'
import {
  isBarred,
  isInBackRow,
  mustLeave,
  serverOf,
  setNumber,
  type VolleyballScore,
  volleyballPlace,
} from './score.ts'
import type { VOLLEYBALL_WORDS } from './words.ts'

type Code = keyof typeof VOLLEYBALL_WORDS

type No = (code: Code, oddity?: boolean, detail?: Objection['detail']) => Objection

/** The first thing that speaks against a play. What a referee may have overlooked in a real match is an oddity. */
export function checkVolleyball(score: VolleyballScore, play: VolleyballPlay): Objection | null {
  const no: No = (code, oddity = false, detail) => ({
    code,
    oddity,
    where: volleyballPlace(score),
    ...(detail && { detail }),
  })
  if (score.ended) return no('AFTER_END')
  switch (play.type) {
    case 'SetStart':
      return checkStart(score, play, no)
    case 'Rally':
      return checkRally(score, play, no)
    case 'Substitution':
      return checkSubstitution(score, play, no)
    case 'LiberoIn':
      return checkLibero(score, play, no)
    case 'LiberoOut': {
      const side = score.sides[play.side]
      if (!side.liberos.some((one) => one.libero === play.libero)) return no('NOT_ON_COURT')
      if (isBarred(score, play.side, play.libero)) return null
      return side.liberoAt === score.rallies ? no('LIBERO_TOO_SOON', true) : null
    }
    case 'TimeOut':
      return score.sides[play.side].timeOuts >= score.rules.timeOuts
        ? no('NO_TIME_OUT_LEFT', true, { max: score.rules.timeOuts })
        : null
    case 'Sanction':
      return play.player === null || isListed(score, play.side, play.player) ? null : no('UNKNOWN_PLAYER')
    case 'PointGiven':
      return no('RALLY_MISSING', true)
    case 'SetCalled':
      if (score.points.home === score.points.away) return no('SET_LEVEL')
      return score.rules.target === null ? null : no('SET_NOT_WON', true)
    case 'RotationFault':
      return checkComplete(score, no)
    case 'Challenge':
    case 'Default':
      return null
    default:
      return play satisfies never
  }
}

function isListed(score: VolleyballScore, side: Side, player: PlayerId): boolean {
  const { players } = score.setup.sides[side]
  return players.length === 0 || players.includes(player) || isLibero(score, side, player)
}

function isLibero(score: VolleyballScore, side: Side, player: PlayerId): boolean {
  return score.setup.liberos[side].includes(player)
}

function checkStart(score: VolleyballScore, play: VolleyballPlay & { type: 'SetStart' }, no: No): Objection | null {
  if (score.started || score.rallies > 0) return no('SET_UNDER_WAY')
  for (const side of ['home', 'away'] as const) {
    const lineup = play.lineups[side]
    if (!lineup) continue
    if (lineup.length !== score.rules.onCourt || new Set(lineup).size !== lineup.length)
      return no('BAD_LINE_UP', false, { players: score.rules.onCourt })
    if (lineup.some((player) => !isListed(score, side, player))) return no('UNKNOWN_PLAYER')
    if (lineup.some((player) => isLibero(score, side, player))) return no('LIBERO_IN_LINE_UP', true)
    const barred = lineup.find((player) => isBarred(score, side, player))
    if (barred !== undefined) return no('BARRED', true, { player: barred })
  }
  // Sets are served first by turns, the deciding one by a new toss.
  const due = setNumber(score) === score.rules.bestOf ? null : score.serving
  return play.serving !== null && due !== null && play.serving !== due ? no('WRONG_SERVER', true) : null
}

function checkRally(score: VolleyballScore, play: VolleyballPlay & { type: 'Rally' }, no: No): Objection | null {
  const incomplete = checkComplete(score, no)
  if (incomplete) return incomplete
  if (play.serving !== null && score.serving !== null && play.serving !== score.serving) return no('WRONG_SERVER', true)
  if (play.server === null) return null
  const serving = play.serving ?? score.serving
  if (serving && !isListed(score, serving, play.server)) return no('UNKNOWN_PLAYER', true)
  const due = serverOf({ ...score, serving })
  return due !== null && due !== play.server ? no('WRONG_SERVER', true) : null
}

/** Who was sent off is replaced before the next rally; where nobody may come on, the side is incomplete (VOLLEY-11). */
function checkComplete(score: VolleyballScore, no: No): Objection | null {
  for (const side of ['home', 'away'] as const) {
    const player = mustLeave(score, side)
    if (player === null) continue
    const leaves = isLibero(score, side, player) || mayBeReplaced(score, side, player, no)
    return no(leaves ? 'MUST_LEAVE' : 'INCOMPLETE', true, { player })
  }
  return null
}

/** Whether anybody may come on for a player by an ordinary substitution. Nobody is known where no sheet was handed in. */
function mayBeReplaced(score: VolleyballScore, side: Side, off: PlayerId, no: No): boolean {
  const { players } = score.setup.sides[side]
  const allowed = (on: PlayerId) =>
    checkSubstitution(score, { type: 'Substitution', side, off, on, exceptional: false }, no) === null
  return players.length === 0 || players.some(allowed)
}

function checkSubstitution(
  score: VolleyballScore,
  play: VolleyballPlay & { type: 'Substitution' },
  no: No,
): Objection | null {
  const side = score.sides[play.side]
  const { substitutions } = score.rules
  if (!isListed(score, play.side, play.on)) return no('UNKNOWN_PLAYER')
  if (isLibero(score, play.side, play.on)) return no('LIBERO_IN_LINE_UP', true)
  if (side.lineup && !side.lineup.includes(play.off)) return no('NOT_ON_COURT', true)
  if (side.lineup?.includes(play.on)) return no('ON_COURT', true)
  if (isBarred(score, play.side, play.on)) return no('BARRED', true, { player: play.on })
  if (play.exceptional && isBarred(score, play.side, play.off)) return no('NO_EXCEPTION', true, { player: play.off })
  if (play.exceptional || substitutions === null) return null
  if (side.substitutions >= substitutions) return no('NO_SUBSTITUTION_LEFT', true, { max: substitutions })
  const own = side.exchanges.find((one) => one.substitute === play.off && !one.back)
  const used = side.exchanges.some((one) => [one.starter, one.substitute].includes(play.on))
  const offUsed = side.exchanges.some((one) => one.starter === play.off)
  const fits = own ? own.starter === play.on : !used && !offUsed
  return fits ? null : no('NOT_HIS_SUBSTITUTE', true)
}

function checkLibero(score: VolleyballScore, play: VolleyballPlay & { type: 'LiberoIn' }, no: No): Objection | null {
  const side = score.sides[play.side]
  if (score.rules.liberos === 0 || !isLibero(score, play.side, play.libero)) return no('NOT_A_LIBERO')
  if (isBarred(score, play.side, play.libero)) return no('BARRED', true, { player: play.libero })
  if (!side.lineup?.includes(play.for)) return no('NOT_ON_COURT')
  if (!isInBackRow(side.lineup, play.for)) return no('LIBERO_IN_FRONT')
  if (side.liberos.some((one) => one.libero !== play.libero && one.for !== play.for)) return no('TWO_LIBEROS')
  if (side.lineup[0] === play.for && score.serving === play.side && !score.rules.liberoServes)
    return no('LIBERO_MAY_NOT_SERVE')
  return side.liberoAt === score.rallies ? no('LIBERO_TOO_SOON', true) : null
}

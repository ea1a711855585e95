import type { Objection } from '../objections.ts'
import type { PlayerId, Side } from '../sport.ts'
import type { BadmintonPlay } from './plays.ts'
import { type BadmintonScore, badmintonPlace, serviceOf } from './score.ts'
import type { BADMINTON_WORDS } from './words.ts'

type Code = keyof typeof BADMINTON_WORDS

const sideOf = (score: BadmintonScore, player: PlayerId): Side | null =>
  (['home', 'away'] as const).find((side) => score.setup.sides[side].players.includes(player)) ?? null

/** The first thing that speaks against a play. A wrong server is an oddity: umpires let such rallies stand (Law 12). */
export function checkBadminton(score: BadmintonScore, play: BadmintonPlay): Objection | null {
  const no = (code: Code, oddity = false, detail?: Objection['detail']): Objection => ({
    code,
    oddity,
    where: badmintonPlace(score),
    ...(detail && { detail }),
  })
  if (score.ended) return no('AFTER_END')
  switch (play.type) {
    case 'GameStart':
      return checkStart(score, play, no)
    case 'Rally': {
      const service = serviceOf(score)
      if (score.setup.discipline === 'doubles' && !score.courts) return no('GAME_NOT_STARTED')
      if (play.server !== null && sideOf(score, play.server) === null) return no('UNKNOWN_PLAYER')
      if (play.server !== null && play.serving !== null && sideOf(score, play.server) !== play.serving)
        return no('WRONG_SERVER')
      if (!service) return null
      if (play.serving !== null && play.serving !== service.side) return no('WRONG_SERVER', true)
      if (play.server !== null && service.server !== null && play.server !== service.server)
        return no('WRONG_SERVER', true)
      return null
    }
    case 'CourtsCorrected':
      if (!score.courts) return no('GAME_NOT_STARTED')
      return score.setup.sides[play.side].players.includes(play.right) ? null : no('UNKNOWN_PLAYER')
    case 'Card':
      return sideOf(score, play.player) === play.side ? null : no('UNKNOWN_PLAYER')
    case 'Retired':
      return play.player === null || sideOf(score, play.player) === play.side ? null : no('UNKNOWN_PLAYER')
    case 'GameCalled':
      if (score.points.home === score.points.away) return no('GAME_LEVEL')
      return score.rules.target === null ? null : no('GAME_NOT_WON', true)
    case 'Let':
      return null
    default:
      return play satisfies never
  }
}

function checkStart(
  score: BadmintonScore,
  play: BadmintonPlay & { type: 'GameStart' },
  no: (code: Code, oddity?: boolean) => Objection,
): Objection | null {
  const server = sideOf(score, play.server)
  const receiver = sideOf(score, play.receiver)
  if (server === null || receiver === null) return no('UNKNOWN_PLAYER')
  if (server === receiver) return no('SAME_SIDE')
  if (score.points.home + score.points.away > 0) return no('GAME_UNDER_WAY')
  return score.serving !== null && score.serving !== server ? no('WRONG_SERVER', true) : null
}

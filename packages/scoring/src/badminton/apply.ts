import { matchWinner, setsWon, setWinner } from '../sets/sets.ts'
import { type BySide, otherSide, type PlayerId, type Side } from '../sport.ts'
import type { BadmintonPlay, BadmintonSetup } from './plays.ts'
import type { BadmintonRules } from './rules.ts'
import { type BadmintonScore, type Courts, gameNumber } from './score.ts'

const NIL: BySide<number> = { home: 0, away: 0 }

export function beginBadminton(rules: BadmintonRules, setup: BadmintonSetup): BadmintonScore {
  return {
    rules,
    setup,
    games: [],
    points: NIL,
    rallies: 0,
    serving: setup.firstServer,
    courts: null,
    endsChanged: false,
    cards: [],
    ended: null,
  }
}

/** Takes a play, also one that speaks against the rules. */
export function applyBadminton(score: BadmintonScore, play: BadmintonPlay): BadmintonScore {
  if (score.ended) return score
  switch (play.type) {
    case 'GameStart':
      return start(score, play.server, play.receiver)
    case 'Rally':
      return point({ ...score, serving: play.serving ?? score.serving }, play.winner)
    case 'CourtsCorrected':
      return score.courts
        ? { ...score, courts: { ...score.courts, [play.side]: standing(score, play.side, play.right) } }
        : score
    case 'Card': {
      const carded = {
        ...score,
        cards: [...score.cards, { side: play.side, player: play.player, colour: play.colour }],
      }
      const other = otherSide(play.side)
      if (play.colour === 'red') return point(carded, other)
      return play.colour === 'black' ? { ...carded, ended: { winner: other, how: 'disqualified' } } : carded
    }
    case 'Retired':
      return { ...score, ended: { winner: otherSide(play.side), how: 'retired' } }
    case 'GameCalled':
      return score.points.home === score.points.away
        ? score
        : endGame(score, score.points.home > score.points.away ? 'home' : 'away')
    case 'Let':
      return score
    default:
      return play satisfies never
  }
}

function start(score: BadmintonScore, server: PlayerId, receiver: PlayerId): BadmintonScore {
  const serving: Side = score.setup.sides.home.players.includes(server) ? 'home' : 'away'
  if (score.setup.discipline === 'singles') return { ...score, serving }
  const courts = {
    [serving]: standing(score, serving, server),
    [otherSide(serving)]: standing(score, otherSide(serving), receiver),
  }
  return { ...score, serving, courts: courts as BySide<Courts> }
}

/** A pair with this player in the right court. */
function standing(score: BadmintonScore, side: Side, right: PlayerId): Courts {
  const left = score.setup.sides[side].players.find((player) => player !== right)
  return { right, left: left ?? right }
}

/** A side wins a point: if it served, its server changes courts and serves on; if not, the service passes and nobody moves. */
function point(score: BadmintonScore, winner: Side): BadmintonScore {
  const points = { ...score.points, [winner]: score.points[winner] + 1 }
  const stood = score.courts?.[winner]
  const courts =
    score.courts && stood && score.serving === winner
      ? { ...score.courts, [winner]: { right: stood.left, left: stood.right } }
      : score.courts
  const half = score.rules.interval
  const turns = gameNumber(score) === score.rules.bestOf && half !== null && reaches(score.points, points, half)
  const next: BadmintonScore = {
    ...score,
    points,
    courts,
    rallies: score.rallies + 1,
    serving: winner,
    endsChanged: turns ? !score.endsChanged : score.endsChanged,
  }
  const won = setWinner(score.rules, gameNumber(score), points)
  return won ? endGame(next, won) : next
}

/** Whether a side is the first to come to this score in the game. */
export function reaches(before: BySide<number>, after: BySide<number>, mark: number): boolean {
  return Math.max(before.home, before.away) < mark && Math.max(after.home, after.away) >= mark
}

/** The winner of a game serves first in the next; ends change. */
function endGame(score: BadmintonScore, winner: Side): BadmintonScore {
  const games = [...score.games, score.points]
  const match = matchWinner(score.rules, setsWon(games))
  return {
    ...score,
    games,
    points: NIL,
    rallies: 0,
    serving: winner,
    courts: null,
    endsChanged: !score.endsChanged,
    ended: match && { winner: match, how: 'won' },
  }
}

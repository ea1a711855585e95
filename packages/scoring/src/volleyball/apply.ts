import { matchWinner, setsWon, setWinner } from '../sets/sets.ts'
import { type BySide, otherSide, type PlayerId, type Side } from '../sport.ts'
import type { VolleyballPlay, VolleyballSetup } from './plays.ts'
import type { VolleyballRules } from './rules.ts'
import { isInBackRow, type SideOfSet, setNumber, type VolleyballScore } from './score.ts'

const NIL: BySide<number> = { home: 0, away: 0 }
const FRESH: SideOfSet = {
  lineup: null,
  liberos: [],
  liberoAt: null,
  exchanges: [],
  substitutions: 0,
  timeOuts: 0,
}

export function beginVolleyball(rules: VolleyballRules, setup: VolleyballSetup): VolleyballScore {
  return {
    rules,
    setup,
    sets: [],
    points: NIL,
    rallies: 0,
    started: false,
    serving: setup.firstServer,
    servedFirst: null,
    sides: { home: FRESH, away: FRESH },
    sanctions: [],
    endsChanged: false,
    ended: null,
  }
}

/** Takes a play, also one that speaks against the rules. */
export function applyVolleyball(score: VolleyballScore, play: VolleyballPlay): VolleyballScore {
  if (score.ended) return score
  switch (play.type) {
    case 'SetStart':
      return start(score, play)
    case 'Rally': {
      const serving = play.serving ?? score.serving
      return point({ ...score, serving, servedFirst: score.rallies === 0 ? serving : score.servedFirst }, play.winner)
    }
    case 'RotationFault':
      return point(score, otherSide(play.side))
    case 'PointGiven':
      return point(score, play.side)
    case 'Substitution':
      return onSide(score, play.side, (side) => substitute(side, play))
    case 'LiberoIn':
      return onSide(score, play.side, (side) => ({
        ...side,
        liberos: [...side.liberos.filter((one) => one.for !== play.for && one.libero !== play.libero), play],
        liberoAt: score.rallies,
      }))
    case 'LiberoOut':
      return onSide(score, play.side, (side) => ({
        ...side,
        liberos: side.liberos.filter((one) => one.libero !== play.libero),
        liberoAt: score.rallies,
      }))
    case 'TimeOut':
      return onSide(score, play.side, (side) => ({ ...side, timeOuts: side.timeOuts + 1 }))
    case 'Sanction': {
      const { side, player, what } = play
      const sanctions = [...score.sanctions, { side, player, what, set: setNumber(score) }]
      return what === 'penalty' ? point({ ...score, sanctions }, otherSide(side)) : { ...score, sanctions }
    }
    case 'Default':
      return giveUp(score, play.side, play.of)
    case 'SetCalled':
      return score.points.home === score.points.away ? score : endSet(score)
    case 'Challenge':
      return score
    default:
      return play satisfies never
  }
}

function onSide(score: VolleyballScore, at: Side, change: (side: SideOfSet) => SideOfSet): VolleyballScore {
  return { ...score, sides: { ...score.sides, [at]: change(score.sides[at]) } }
}

function start(score: VolleyballScore, play: VolleyballPlay & { type: 'SetStart' }): VolleyballScore {
  const serving = play.serving ?? score.serving
  return {
    ...score,
    started: true,
    serving,
    servedFirst: serving,
    sides: {
      home: { ...FRESH, lineup: play.lineups.home },
      away: { ...FRESH, lineup: play.lineups.away },
    },
  }
}

function substitute(side: SideOfSet, play: VolleyballPlay & { type: 'Substitution' }): SideOfSet {
  const lineup = side.lineup?.map((player) => (player === play.off ? play.on : player)) ?? null
  const liberos = side.liberos.map((one) => (one.for === play.off ? { ...one, for: play.on } : one))
  if (play.exceptional) return { ...side, lineup, liberos }
  const back = side.exchanges.findIndex((one) => one.substitute === play.off && one.starter === play.on && !one.back)
  const exchanges =
    back === -1
      ? [...side.exchanges, { starter: play.off, substitute: play.on, back: false }]
      : side.exchanges.map((one, at) => (at === back ? { ...one, back: true } : one))
  return { ...side, lineup, liberos, exchanges, substitutions: side.substitutions + 1 }
}

/** A side wins a point. Where it did not serve, it rotates one place clockwise and serves. */
function point(score: VolleyballScore, winner: Side): VolleyballScore {
  const points = { ...score.points, [winner]: score.points[winner] + 1 }
  const sideOut = score.serving !== null && score.serving !== winner
  const next: VolleyballScore = {
    ...(sideOut ? onSide(score, winner, rotate) : score),
    points,
    rallies: score.rallies + 1,
    serving: winner,
    endsChanged: changesEnds(score, points) ? !score.endsChanged : score.endsChanged,
  }
  const won = setWinner(score.rules, setNumber(score), points)
  return won ? endSet(next) : next
}

/** Zone 2 comes to serve in zone 1. A libero leaves with the player who comes to the front row. */
function rotate(side: SideOfSet): SideOfSet {
  const [first, ...rest] = side.lineup ?? []
  if (first === undefined) return side
  const lineup: readonly PlayerId[] = [...rest, first]
  return { ...side, lineup, liberos: side.liberos.filter((one) => isInBackRow(lineup, one.for)) }
}

/** Whether the sides change ends in the middle of the running set, once it comes to this score. */
export function changesEnds(before: VolleyballScore, points: BySide<number>): boolean {
  const { changeEndsAt, endsEvery, bestOf } = before.rules
  const last = setNumber(before) === bestOf
  const total = points.home + points.away
  if (endsEvery) return total % endsEvery[last ? 1 : 0] === 0
  if (!last || changeEndsAt === null) return false
  return (
    Math.max(before.points.home, before.points.away) < changeEndsAt &&
    Math.max(points.home, points.away) >= changeEndsAt
  )
}

function giveUp(score: VolleyballScore, side: Side, of: 'set' | 'match'): VolleyballScore {
  const winner = otherSide(side)
  if (of === 'match') return { ...score, ended: { winner, how: 'default' } }
  let points = score.points
  while (!setWinner(score.rules, setNumber(score), points) && score.rules.target !== null)
    points = { ...points, [winner]: points[winner] + 1 }
  return endSet({ ...score, points })
}

/** Ends change; the next set is first served by the side that did not serve first in this one, the deciding set by a new toss. */
function endSet(score: VolleyballScore): VolleyballScore {
  const sets = [...score.sets, score.points]
  const match = matchWinner(score.rules, setsWon(sets))
  const decider = sets.length + 1 === score.rules.bestOf
  return {
    ...score,
    sets,
    points: NIL,
    rallies: 0,
    started: false,
    serving: decider || !score.servedFirst ? null : otherSide(score.servedFirst),
    sides: { home: FRESH, away: FRESH },
    endsChanged: !score.endsChanged,
    ended: match && { winner: match, how: 'won' },
  }
}

import { setsWon } from '../sets/sets.ts'
import { otherSide } from '../sport.ts'
import { listed, type Names } from '../words/names.ts'
import { applyVolleyball } from './apply.ts'
import type { VolleyballPlay } from './plays.ts'
import { serverOf, setNumber, type VolleyballScore } from './score.ts'
import { volleyballCalls } from './views.ts'

/** A sentence or two of commentary on a play, made from the score before it. */
export function volleyballSentence(before: VolleyballScore, play: VolleyballPlay, names: Names): string {
  const after = applyVolleyball(before, play)
  switch (play.type) {
    case 'SetStart':
      return after.serving
        ? `Set ${setNumber(before)} begins; ${names.team(after.serving)} serve first.`
        : `Set ${setNumber(before)} begins.`
    case 'Rally':
      return pointWords(before, after, names)
    case 'RotationFault':
      return `Rotation fault of ${names.team(play.side)}: the order is put right. ${pointWords(before, after, names)}`
    case 'PointGiven':
      return `A point is put down to ${names.team(play.side)}. ${pointWords(before, after, names)}`
    case 'Substitution':
      return `${names.player(play.on)} comes on for ${names.player(play.off)} (${names.team(play.side)}).`
    case 'LiberoIn':
      return `Libero ${names.player(play.libero)} stands in for ${names.player(play.for)}.`
    case 'LiberoOut':
      return `Libero ${names.player(play.libero)} leaves the court.`
    case 'TimeOut':
      return `Time-out: ${names.team(play.side)}.`
    case 'Sanction': {
      const who = play.player === null ? names.team(play.side) : names.player(play.player)
      return `${who}: ${play.what}.${play.what === 'penalty' ? ` ${pointWords(before, after, names)}` : ''}`
    }
    case 'Challenge':
      return `${names.team(play.side)} challenges: ${play.upheld ? 'the decision is changed' : 'the decision stands'}.`
    case 'Default':
      return `${names.team(play.side)} cannot play on. ${pointWords(before, after, names)}`
    case 'SetCalled':
      return pointWords(before, after, names)
    default:
      return play satisfies never
  }
}

function pointWords(before: VolleyballScore, after: VolleyballScore, names: Names): string {
  if (after.ended) {
    const winner = after.ended.winner
    const won = setsWon(after.sets)
    const scores = after.sets.map((set) => `${set[winner]}-${set[otherSide(winner)]}`)
    return `Match to ${names.team(winner)}, ${won[winner]}-${won[otherSide(winner)]} in sets (${listed(scores)}).`
  }
  const set = after.sets.length > before.sets.length ? after.sets.at(-1) : null
  if (set) {
    const winner = set.home > set.away ? 'home' : 'away'
    return `Set ${after.sets.length} to ${names.team(winner)}, ${set[winner]}-${set[otherSide(winner)]}.`
  }
  const winner = after.points.home > before.points.home ? 'home' : 'away'
  const calls = volleyballCalls(before, after).map((call) => call.kind)
  const server = serverOf(after)
  const words = [
    `Point ${names.team(winner)}: ${after.points.home}-${after.points.away}`,
    calls.includes('side-out') && server !== null ? `${names.player(server)} to serve` : '',
    calls.includes('match-point') ? 'match point' : calls.includes('set-point') ? 'set point' : '',
    calls.includes('change-ends') ? 'the sides change ends' : '',
  ]
  return `${words.filter(Boolean).join(', ')}.`
}

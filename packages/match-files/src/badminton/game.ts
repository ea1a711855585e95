import { type BySide, otherSide, type Side } from '@gavel/scoring'
import type { Oddity } from '../imported.ts'
import type { FileRally } from './rallies.ts'

/** A point of a game. `told` false: the score of the file tells of it, but no rally. */
type GamePoint = { readonly winner: Side; readonly serving: Side | null; readonly told: boolean }

/** A game as it was played, and what in the file speaks against it. */
export type FileGame = {
  readonly points: readonly GamePoint[]
  readonly score: BySide<number>
  readonly oddities: readonly Oddity[]
}

/**
 * The points of a game. The running score of the file counts, and the winner that it names agrees with it; where they do not agree, the
 * score is believed if it only grows, else the winners. Rallies that nobody wrote down are filled in from the score.
 */
export function gameOf(rallies: readonly FileRally[], where: string): FileGame {
  return byScore(rallies, where) ?? byWinners(rallies, where)
}

const odd = (code: Oddity['code'], where: string, rally: FileRally): Oddity => ({
  code,
  where: `${where}, rally ${rally.number}`,
})

function byScore(rallies: readonly FileRally[], where: string): FileGame | null {
  const points: GamePoint[] = []
  const oddities: Oddity[] = []
  let now = { home: 0, away: 0 }
  for (const rally of rallies) {
    if (!rally.score) return null
    const more = { home: rally.score.home - now.home, away: rally.score.away - now.away }
    if (more.home < 0 || more.away < 0) return null
    if (more.home + more.away === 0) {
      oddities.push(odd('NO_POINT', where, rally))
      continue
    }
    const grew: Side = more.home > 0 ? 'home' : 'away'
    const winner = rally.winner && more[rally.winner] > 0 ? rally.winner : grew
    if (rally.winner && rally.winner !== winner) oddities.push(odd('WINNER_DIFFERS', where, rally))
    if (more.home + more.away > 1) oddities.push(odd('RALLY_MISSING', where, rally))
    const missing = { ...more, [winner]: more[winner] - 1 }
    for (const side of [otherSide(winner), winner] as const)
      for (let n = 0; n < missing[side]; n++) points.push({ winner: side, serving: null, told: false })
    points.push({ winner, serving: rally.serving, told: true })
    now = rally.score
  }
  return { points, score: now, oddities }
}

function byWinners(rallies: readonly FileRally[], where: string): FileGame {
  const points: GamePoint[] = []
  const oddities: Oddity[] = []
  const score = { home: 0, away: 0 }
  for (const rally of rallies) {
    if (!rally.winner) {
      oddities.push(odd('NO_POINT', where, rally))
      continue
    }
    score[rally.winner] += 1
    points.push({ winner: rally.winner, serving: rally.serving, told: true })
    if (rally.score && (rally.score.home !== score.home || rally.score.away !== score.away))
      oddities.push(odd('SCORE_DIFFERS', where, rally))
  }
  return { points, score, oddities }
}

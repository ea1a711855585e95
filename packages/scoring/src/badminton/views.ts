import type { PointWon } from '../sets/rallies.ts'
import { isPointAway, matchWinner, setsWon } from '../sets/sets.ts'
import type { Side } from '../sport.ts'
import { reaches } from './apply.ts'
import { badminton } from './badminton.ts'
import type { BadmintonPlay, BadmintonSetup } from './plays.ts'
import type { BadmintonRules } from './rules.ts'
import { type BadmintonScore, gameNumber } from './score.ts'

/** What the umpire calls after a play: pauses in seconds, changes of ends and of service. */
export type BadmintonCall =
  | { readonly kind: 'interval' | 'between-games'; readonly seconds: number }
  | { readonly kind: 'change-ends' | 'service-over' }
  | { readonly kind: 'game-point' | 'match-point' | 'game' | 'match'; readonly side: Side }

export function badmintonCalls(before: BadmintonScore, after: BadmintonScore): readonly BadmintonCall[] {
  const calls: BadmintonCall[] = []
  const { rules } = after
  if (after.ended && !before.ended) return [{ kind: 'match', side: after.ended.winner }]
  if (after.games.length > before.games.length) {
    const last = after.games.at(-1)
    calls.push({ kind: 'game', side: last && last.home > last.away ? 'home' : 'away' })
    calls.push({ kind: 'between-games', seconds: rules.betweenGamesSeconds }, { kind: 'change-ends' })
    return calls
  }
  if (before.serving && after.serving && before.serving !== after.serving) calls.push({ kind: 'service-over' })
  if (rules.interval !== null && reaches(before.points, after.points, rules.interval)) {
    calls.push({ kind: 'interval', seconds: rules.intervalSeconds })
    if (gameNumber(after) === rules.bestOf) calls.push({ kind: 'change-ends' })
  }
  for (const side of ['home', 'away'] as const) {
    if (!isPointAway(rules, gameNumber(after), after.points, side)) continue
    const won = setsWon(after.games)
    const match = matchWinner(rules, { ...won, [side]: won[side] + 1 }) === side
    calls.push({ kind: match ? 'match-point' : 'game-point', side })
  }
  return calls
}

/** Every point in order, for the timeline, the worm and the figures of a match. */
export function badmintonPoints(
  rules: BadmintonRules,
  setup: BadmintonSetup,
  plays: readonly BadmintonPlay[],
): readonly PointWon[] {
  const points: PointWon[] = []
  let score = badminton.begin(rules, setup)
  for (const play of plays) {
    const before = score
    score = badminton.apply(score, play)
    const set = gameNumber(before)
    const after = score.games.length > before.games.length ? score.games.at(-1) : score.points
    if (!after || play.type === 'GameCalled') continue
    for (const winner of ['home', 'away'] as const) {
      if (after[winner] <= before.points[winner]) continue
      const serving = play.type === 'Rally' ? (play.serving ?? before.serving) : null
      points.push({ set, winner, serving, score: after })
    }
  }
  return points
}

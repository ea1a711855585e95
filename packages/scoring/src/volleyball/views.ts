import type { PointWon } from '../sets/rallies.ts'
import { isPointAway, matchWinner, setsWon } from '../sets/sets.ts'
import type { PlayerId, Side } from '../sport.ts'
import { changesEnds } from './apply.ts'
import type { VolleyballPlay, VolleyballSetup } from './plays.ts'
import type { VolleyballRules } from './rules.ts'
import { setNumber, type VolleyballScore } from './score.ts'
import { volleyball } from './volleyball.ts'

/** What the scorer calls after a play. */
export type VolleyballCall =
  | { readonly kind: 'change-ends' }
  | { readonly kind: 'side-out' | 'set-point' | 'match-point' | 'set' | 'match'; readonly side: Side }

export function volleyballCalls(before: VolleyballScore, after: VolleyballScore): readonly VolleyballCall[] {
  if (after.ended && !before.ended) return [{ kind: 'match', side: after.ended.winner }]
  const set = after.sets.length > before.sets.length ? after.sets.at(-1) : null
  if (set) return [{ kind: 'set', side: set.home > set.away ? 'home' : 'away' }, { kind: 'change-ends' }]
  if (after.rallies === before.rallies) return []
  const calls: VolleyballCall[] = []
  if (before.serving && after.serving && before.serving !== after.serving)
    calls.push({ kind: 'side-out', side: after.serving })
  if (changesEnds(before, after.points)) calls.push({ kind: 'change-ends' })
  for (const side of ['home', 'away'] as const) {
    if (!isPointAway(after.rules, setNumber(after), after.points, side)) continue
    const won = setsWon(after.sets)
    const match = matchWinner(after.rules, { ...won, [side]: won[side] + 1 }) === side
    calls.push({ kind: match ? 'match-point' : 'set-point', side })
  }
  return calls
}

/** Every point in order, for the timeline, the worm and the figures of a match. */
export function volleyballPoints(
  rules: VolleyballRules,
  setup: VolleyballSetup,
  plays: readonly VolleyballPlay[],
): readonly PointWon[] {
  const points: PointWon[] = []
  let score = volleyball.begin(rules, setup)
  for (const play of plays) {
    const before = score
    score = volleyball.apply(score, play)
    const after = score.sets.length > before.sets.length ? score.sets.at(-1) : score.points
    if (!after || play.type === 'SetCalled' || play.type === 'Default') continue
    for (const winner of ['home', 'away'] as const) {
      if (after[winner] <= before.points[winner]) continue
      const serving = play.type === 'Rally' ? (play.serving ?? before.serving) : before.serving
      points.push({ set: setNumber(before), winner, serving, score: after })
    }
  }
  return points
}

/** Points won while a player served, and how often each served: from plays that name the server. */
export function servers(
  plays: readonly VolleyballPlay[],
): readonly { readonly player: PlayerId; readonly side: Side; readonly serves: number; readonly points: number }[] {
  const rows = new Map<string, { player: PlayerId; side: Side; serves: number; points: number }>()
  for (const play of plays) {
    if (play.type !== 'Rally' || play.server === null || play.serving === null) continue
    const key = `${play.serving} ${play.server}`
    const row = rows.get(key) ?? { player: play.server, side: play.serving, serves: 0, points: 0 }
    row.serves += 1
    if (play.winner === play.serving) row.points += 1
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => b.points - a.points || a.serves - b.serves)
}

import type { BySide, Side } from '../sport.ts'

/** What two teams did to each other: `score` in goals, sets, games or points, whatever the sport counts a match by. */
export type Meeting = {
  readonly home: string
  readonly away: string
  readonly score: BySide<number>
  readonly winner: Side | null
}

/** Of two teams, seen from the first. */
export type HeadToHead = {
  readonly played: number
  readonly won: number
  readonly level: number
  readonly lost: number
  readonly scored: number
  readonly conceded: number
}

/** All meetings of two teams among the results, whoever was at home. */
export function headToHead(results: readonly Meeting[], team: string, other: string): HeadToHead {
  let [played, won, level, lost, scored, conceded] = [0, 0, 0, 0, 0, 0]
  for (const result of results) {
    const side: Side | null =
      result.home === team && result.away === other
        ? 'home'
        : result.away === team && result.home === other
          ? 'away'
          : null
    if (!side) continue
    played += 1
    scored += result.score[side]
    conceded += result.score[side === 'home' ? 'away' : 'home']
    if (result.winner === null) level += 1
    else if (result.winner === side) won += 1
    else lost += 1
  }
  return { played, won, level, lost, scored, conceded }
}

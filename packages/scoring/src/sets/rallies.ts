import type { BySide, Side } from '../sport.ts'

/** One point of a match by rallies: the set numbered from 1, who won it, who served (null where nobody wrote it down), the score after it. */
export type PointWon = {
  readonly set: number
  readonly winner: Side
  readonly serving: Side | null
  readonly score: BySide<number>
}

/** What a fan's page says of each side. `onServe`: points won on own serve, as far as it is known who served. */
export type RallyFigures = {
  readonly points: number
  readonly onServe: number
  readonly longestRun: number
  readonly biggestLead: number
}

/** Figures of a whole match from its points in order. A run ends with its set. */
export function rallyFigures(points: readonly PointWon[]): BySide<RallyFigures> {
  const figures = { home: empty(), away: empty() }
  let run = { set: 0, winner: 'home' as Side, length: 0 }
  for (const point of points) {
    const side = figures[point.winner]
    run =
      run.set === point.set && run.winner === point.winner
        ? { ...run, length: run.length + 1 }
        : { set: point.set, winner: point.winner, length: 1 }
    side.points += 1
    if (point.serving === point.winner) side.onServe += 1
    side.longestRun = Math.max(side.longestRun, run.length)
    const lead = point.score.home - point.score.away
    figures.home.biggestLead = Math.max(figures.home.biggestLead, lead)
    figures.away.biggestLead = Math.max(figures.away.biggestLead, -lead)
  }
  return figures
}

function empty() {
  return { points: 0, onServe: 0, longestRun: 0, biggestLead: 0 }
}

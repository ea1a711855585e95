import { type BySide, type Names, otherSide, type ScoredSport, type Side, setsWon } from '@gavel/scoring'
import type { Moment } from '../moments.ts'
import type { Board, SportPage } from '../sport-page.ts'

/** What a match of sets (or games) is to its page. */
export type SetsOf = {
  /** Finished ones. */
  sets: readonly BySide<number>[]
  points: BySide<number>
  serving: Side | null
  winner: Side | null
}

/** The score of a match of sets: those that are won, and the points of the one that is on. */
export function setsBoard({ sets, points, serving, winner }: SetsOf, names: Names, unit: 'set' | 'game'): Board {
  const won = setsWon(sets)
  const running = points.home + points.away > 0
  const begun = running || sets.length > 0
  return {
    rows: (['home', 'away'] as const).map((side) => ({
      side,
      score: begun ? String(won[side]) : null,
      more: winner === null && begun ? `${points[side]} in this ${unit}` : null,
      doing: winner === null && serving === side ? 'serving' : null,
      sets: [
        ...sets.map((set) => ({
          points: set[side],
          is: set[side] > set[otherSide(side)] ? ('won' as const) : ('lost' as const),
        })),
        ...(winner === null && begun ? [{ points: points[side], is: 'running' as const }] : []),
      ],
    })),
    says: saysOf({ sets, points, serving, winner }, won, names, unit),
    details: [],
  }
}

function saysOf({ sets, points, winner }: SetsOf, won: BySide<number>, names: Names, unit: string): string {
  if (winner !== null) return `${names.team(winner)} won by ${won[winner]} ${unit}s to ${won[otherSide(winner)]}`
  if (sets.length === 0 && points.home + points.away === 0) return 'Not a rally played yet'
  const lead = points.home === points.away ? null : points.home > points.away ? 'home' : 'away'
  const now = `${unit === 'set' ? 'Set' : 'Game'} ${sets.length + 1}: `
  if (lead === null) return `${now}${points.home} all`
  return `${now}${names.team(lead)} lead ${points[lead]}-${points[otherSide(lead)]}`
}

/** A rally in the stream: whose point, and the score of the set. */
export function rallyLine(
  { before, after }: { before: SetsOf; after: SetsOf },
  words: string,
): ReturnType<SportPage<ScoredSport>['line']> {
  const set = after.sets.length > before.sets.length ? after.sets.at(-1) : after.points
  const scored = set && (set.home !== before.points.home || set.away !== before.points.away)
  return {
    place: `${before.sets.length + 1}`,
    mark: scored
      ? { text: `${set.home}-${set.away}`, tone: after.sets.length > before.sets.length ? 'six' : 'plain' }
      : null,
    words,
  }
}

/** The plays of a match without who wrote them. */
export const playsOf = <Id extends ScoredSport>(all: readonly Moment<Id>[]) => all.map(({ written }) => written.play)

export const RALLIES = {
  marks: 'wide' as const,
  streamTitle: 'Rally by rally',
  streamEmpty: 'Every rally is told here in a sentence, the newest first.',
}

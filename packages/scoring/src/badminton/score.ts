import type { BySide, PlayerId, Side } from '../sport.ts'
import type { BadmintonSetup } from './plays.ts'
import type { BadmintonRules } from './rules.ts'

/** Where the two players of a pair stand when it serves or receives. */
export type Courts = { readonly right: PlayerId; readonly left: PlayerId }

/** The fold of the plays of a badminton match. */
export type BadmintonScore = {
  readonly rules: BadmintonRules
  readonly setup: BadmintonSetup
  /** Finished games, in order. */
  readonly games: readonly BySide<number>[]
  /** The running game. */
  readonly points: BySide<number>
  /** How many rallies have been played in the running game: where a play is. */
  readonly rallies: number
  /** Who serves the next rally; null while nobody knows. */
  readonly serving: Side | null
  /** In doubles, once the game's first server and receiver are known. */
  readonly courts: BySide<Courts> | null
  /** Whether the sides stand at the ends they did not begin at. */
  readonly endsChanged: boolean
  readonly cards: readonly { readonly side: Side; readonly player: PlayerId; readonly colour: string }[]
  readonly ended: { readonly winner: Side; readonly how: 'won' | 'retired' | 'disqualified' } | null
}

/** The game that is played, from 1. */
export const gameNumber = (score: BadmintonScore): number => score.games.length + 1

/** Where the next play is, for people. */
export const badmintonPlace = (score: BadmintonScore): string => `game ${gameNumber(score)}, rally ${score.rallies + 1}`

/** Games for a scoreboard: the finished ones, and the running one if a rally of it has been played. */
export function gameScores(score: BadmintonScore): readonly BySide<number>[] {
  return score.points.home + score.points.away > 0 ? [...score.games, score.points] : score.games
}

/**
 * Who serves to whom, from which court: the right one when the server's side has an even score. Players are null where the pair's courts
 * are unknown; the whole is null while nobody knows who serves.
 */
export function serviceOf(score: BadmintonScore): {
  readonly side: Side
  readonly court: 'right' | 'left'
  readonly server: PlayerId | null
  readonly receiver: PlayerId | null
} | null {
  const side = score.serving
  if (!side) return null
  const other: Side = side === 'home' ? 'away' : 'home'
  const court = score.points[side] % 2 === 0 ? 'right' : 'left'
  const only = (of: Side) => (score.setup.discipline === 'singles' ? (score.setup.sides[of].players[0] ?? null) : null)
  return {
    side,
    court,
    server: score.courts?.[side][court] ?? only(side),
    receiver: score.courts?.[other][court] ?? only(other),
  }
}

import type { BySide, PlayerId, Side } from '../sport.ts'
import type { VolleyballPlay, VolleyballSetup } from './plays.ts'
import type { VolleyballRules } from './rules.ts'

/** Two players who replace each other in a set: the starter may come back once, and for nobody else. */
type Exchange = { readonly starter: PlayerId; readonly substitute: PlayerId; readonly back: boolean }

/** What a side has done in the running set. */
export type SideOfSet = {
  /** The rotation from zone 1, whoever of the liberos stands in for one of them; null where nobody handed in a line-up. */
  readonly lineup: readonly PlayerId[] | null
  readonly liberos: readonly { readonly libero: PlayerId; readonly for: PlayerId }[]
  /** The rally at which a libero was last replaced: one rally must be played between two replacements. */
  readonly liberoAt: number | null
  readonly exchanges: readonly Exchange[]
  readonly substitutions: number
  readonly timeOuts: number
}

/** `set`: in which it was given, from 1. */
type Sanction = Omit<Extract<VolleyballPlay, { type: 'Sanction' }>, 'type'> & { readonly set: number }

/** The fold of the plays of a volleyball match. */
export type VolleyballScore = {
  readonly rules: VolleyballRules
  readonly setup: VolleyballSetup
  /** Finished sets, in order. */
  readonly sets: readonly BySide<number>[]
  /** The running set. */
  readonly points: BySide<number>
  readonly rallies: number
  /** Whether the running set has been started by a SetStart. */
  readonly started: boolean
  /** Who serves the next rally; null while nobody knows. */
  readonly serving: Side | null
  /** Who served first in the running set, or in the last one between sets. */
  readonly servedFirst: Side | null
  readonly sides: BySide<SideOfSet>
  readonly sanctions: readonly Sanction[]
  readonly endsChanged: boolean
  readonly ended: { readonly winner: Side; readonly how: 'won' | 'default' } | null
}

/** The set that is played, from 1. */
export const setNumber = (score: VolleyballScore): number => score.sets.length + 1

/** Where the next play is, for people. */
export const volleyballPlace = (score: VolleyballScore): string => `set ${setNumber(score)}, rally ${score.rallies + 1}`

/** Sets for a scoreboard: the finished ones, and the running one if a rally of it has been played. */
export function setScores(score: VolleyballScore): readonly BySide<number>[] {
  return score.points.home + score.points.away > 0 ? [...score.sets, score.points] : score.sets
}

/** Zones of the back row by their index in a line-up of six: 1, 5 and 6. */
const BACK_ROW = [0, 4, 5]

/** Whether a player of the rotation stands in the back row, where alone a libero may stand in. */
export function isInBackRow(lineup: readonly PlayerId[], player: PlayerId): boolean {
  return BACK_ROW.includes(lineup.indexOf(player))
}

/** Who must serve now, by the rotation; null where it is unknown. */
export function serverOf(score: VolleyballScore): PlayerId | null {
  return score.serving ? (score.sides[score.serving].lineup?.[0] ?? null) : null
}

/** Who stands on court by zone: the rotation with the liberos in their places. */
export function onCourt(side: SideOfSet): readonly PlayerId[] {
  return (side.lineup ?? []).map((player) => side.liberos.find((one) => one.for === player)?.libero ?? player)
}

/** Whether a player was disqualified, or expelled from the set that is played: who was may not play in it (VOLLEY-11). */
export function isBarred(score: VolleyballScore, side: Side, player: PlayerId): boolean {
  return score.sanctions.some(
    (one) =>
      one.side === side &&
      one.player === player &&
      (one.what === 'disqualification' || (one.what === 'expulsion' && one.set === setNumber(score))),
  )
}

/** Who of a side is in the rotation, or stands in as a libero, and may not play any more; null where nobody is. */
export function mustLeave(score: VolleyballScore, side: Side): PlayerId | null {
  const { lineup, liberos } = score.sides[side]
  const inPlay = [...(lineup ?? []), ...liberos.map(({ libero }) => libero)]
  return inPlay.find((player) => isBarred(score, side, player)) ?? null
}

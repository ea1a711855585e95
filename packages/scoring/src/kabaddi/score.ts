import { type BySide, otherSide, type PlayerId, type Side } from '../sport.ts'
import type { KabaddiSetup, Raid } from './plays.ts'
import type { KabaddiRules } from './rules.ts'

/** Points of a side by what they were given for. Their sum is its score. */
export type KabaddiPoints = {
  readonly touch: number
  readonly bonus: number
  readonly tackle: number
  readonly superTackle: number
  readonly allOut: number
  readonly technical: number
}

/** What of a side stands, sits and waits. */
export type SideOfMat = {
  readonly points: KabaddiPoints
  /** Who is out, in the order in which they come back; null for somebody whom nobody named. */
  readonly out: readonly (PlayerId | null)[]
  /** Who sits out a yellow or red card, null for somebody whom nobody named. */
  readonly suspended: readonly (PlayerId | null)[]
  /** Everybody who may be on the mat, empty where no sheet was handed in. */
  readonly seven: readonly PlayerId[]
  readonly substitutions: number
  readonly timeOuts: number
  /** Empty raids in a row. */
  readonly empty: number
  /** Raids in the tie-break, golden ones included. */
  readonly tieRaids: number
}

/** The fold of the plays of a kabaddi match. */
export type KabaddiScore = {
  readonly rules: KabaddiRules
  readonly setup: KabaddiSetup
  /** Halves that have been started. */
  readonly half: number
  readonly phase: 'before' | 'half' | 'break' | 'tie-break' | 'ended'
  readonly sides: BySide<SideOfMat>
  /** Who raids next; null while nobody knows. */
  readonly raiding: Side | null
  /** Who raided first in the running or last half. */
  readonly raidedFirst: Side | null
  /** Raids in the running half or tie-break. */
  readonly raids: number
  readonly cards: readonly { readonly side: Side; readonly player: PlayerId | null; readonly colour: string }[]
  /** Who won the toss that decided a match. */
  readonly toss: Side | null
}

/** Where the next play is, for people. */
export function kabaddiPlace(score: KabaddiScore): string {
  if (score.phase === 'before') return 'before the match'
  if (score.phase === 'tie-break') return `tie-break, raid ${score.raids + 1}`
  return `half ${score.half}, raid ${score.raids + 1}`
}

/** The score of a side: the sum of its points. */
export const pointsOf = ({ points }: SideOfMat): number =>
  points.touch + points.bonus + points.tackle + points.superTackle + points.allOut + points.technical

export const kabaddiPoints = (score: KabaddiScore): BySide<number> => ({
  home: pointsOf(score.sides.home),
  away: pointsOf(score.sides.away),
})

/** How many of a side are on the mat now. In the tie-break nobody goes out. */
export function onMat(score: KabaddiScore, side: Side): number {
  const { out, suspended } = score.sides[side]
  const gone = score.phase === 'tie-break' ? suspended.length : out.length + suspended.length
  return Math.max(0, score.rules.players - gone)
}

/** Whether the next raid of this side must bring a point to somebody. */
export const isDoOrDie = (score: KabaddiScore, side: Side): boolean =>
  score.phase === 'half' && score.sides[side].empty >= score.rules.doOrDieAfter

/** A raid that brought nobody anything. */
export const isEmpty = (raid: Raid): boolean =>
  raid.touched.length + raid.steppedOut.length === 0 && !raid.bonus && raid.lost === null

/** The points of a raid to its raider's side, without those of an all out. */
const raidPoints = (rules: KabaddiRules, raid: Raid): number =>
  (raid.touched.length + raid.steppedOut.length) * rules.points.touch + (raid.bonus ? rules.points.bonus : 0)

export const isSuperRaid = (rules: KabaddiRules, raid: Raid): boolean => raidPoints(rules, raid) >= rules.superRaidFrom

/** Everything a raid is worth to either side, an all out included. */
export function raidWorth(rules: KabaddiRules, raid: Raid): BySide<number> {
  const { points } = rules
  const tackled = raid.lost === 'tackled'
  const worth = { home: 0, away: 0 }
  worth[raid.raiding] += raidPoints(rules, raid)
  worth[otherSide(raid.raiding)] +=
    (tackled ? points.tackle : 0) +
    (raid.superTackle ? points.superTackle : 0) +
    (raid.lost && !tackled ? points.lost : 0)
  if (raid.allOut) worth[otherSide(raid.allOut)] += points.allOut
  return worth
}

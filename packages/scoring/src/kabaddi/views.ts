import { type BySide, otherSide, type PlayerId, type Side } from '../sport.ts'
import { isAllOut } from './apply.ts'
import { kabaddi } from './kabaddi.ts'
import type { KabaddiPlay, KabaddiSetup, Raid } from './plays.ts'
import type { KabaddiRules } from './rules.ts'
import { isDoOrDie, isEmpty, isSuperRaid, type KabaddiScore, kabaddiPoints, onMat } from './score.ts'

/** One step of a match as a fan follows it. */
export type KabaddiMoment = {
  readonly half: number | 'tie-break'
  readonly raid: number
  readonly play: KabaddiPlay
  readonly doOrDie: boolean
  readonly superRaid: boolean
  /** The score after it. */
  readonly score: BySide<number>
}

/** The plays of a match in order, each with where it was and the score after it. */
export function kabaddiTimeline(
  rules: KabaddiRules,
  setup: KabaddiSetup,
  plays: readonly KabaddiPlay[],
): readonly KabaddiMoment[] {
  let score = kabaddi.begin(rules, setup)
  return plays.map((play) => {
    const before = score
    score = kabaddi.apply(score, play)
    const isRaid = play.type === 'Raid'
    return {
      half: before.phase === 'tie-break' ? 'tie-break' : Math.max(before.half, 1),
      raid: before.raids + (isRaid ? 1 : 0),
      play,
      doOrDie: isRaid && isDoOrDie(before, play.raiding),
      superRaid: isRaid && isSuperRaid(rules, play),
      score: kabaddiPoints(score),
    }
  })
}

export type RaiderFigures = {
  readonly player: PlayerId
  readonly side: Side
  raids: number
  touch: number
  bonus: number
  points: number
  empty: number
  lost: number
  superRaids: number
}

/** Raiders, most points first. A touch is the raider's; a defender who leaves the court is nobody's. */
export function raiders(rules: KabaddiRules, plays: readonly KabaddiPlay[]): readonly RaiderFigures[] {
  const rows = new Map<string, RaiderFigures>()
  for (const raid of raidsOf(plays)) {
    if (raid.raider === null) continue
    const row = rowOf(rows, raid.raiding, raid.raider, (player, side) => ({
      player,
      side,
      raids: 0,
      touch: 0,
      bonus: 0,
      points: 0,
      empty: 0,
      lost: 0,
      superRaids: 0,
    }))
    row.raids += 1
    row.touch += raid.touched.length * rules.points.touch
    row.bonus += raid.bonus ? rules.points.bonus : 0
    row.points = row.touch + row.bonus
    if (isEmpty(raid)) row.empty += 1
    if (raid.lost) row.lost += 1
    if (isSuperRaid(rules, raid)) row.superRaids += 1
  }
  return [...rows.values()].sort((a, b) => b.points - a.points || a.raids - b.raids)
}

export type DefenderFigures = {
  readonly player: PlayerId
  readonly side: Side
  points: number
  tackles: number
  superTackles: number
}

/** Defenders, most points first. The point of a tackle is the first-named catcher's. */
export function defenders(rules: KabaddiRules, plays: readonly KabaddiPlay[]): readonly DefenderFigures[] {
  const rows = new Map<string, DefenderFigures>()
  for (const raid of raidsOf(plays)) {
    const [catcher] = raid.by
    if (raid.lost !== 'tackled' || catcher === undefined) continue
    const row = rowOf(rows, otherSide(raid.raiding), catcher, (player, side) => ({
      player,
      side,
      points: 0,
      tackles: 0,
      superTackles: 0,
    }))
    row.tackles += 1
    row.points += rules.points.tackle + (raid.superTackle ? rules.points.superTackle : 0)
    if (raid.superTackle) row.superTackles += 1
  }
  return [...rows.values()].sort((a, b) => b.points - a.points || a.tackles - b.tackles)
}

const raidsOf = (plays: readonly KabaddiPlay[]): readonly Raid[] => plays.filter((play) => play.type === 'Raid')

function rowOf<Row>(
  rows: Map<string, Row>,
  side: Side,
  player: PlayerId,
  begin: (player: PlayerId, side: Side) => Row,
): Row {
  const key = `${side} ${player}`
  const row = rows.get(key) ?? begin(player, side)
  rows.set(key, row)
  return row
}

/** A raid with what follows from the mat filled in: a super tackle, and who is all out. What a pad writes down. */
export function raidAsDue(score: KabaddiScore, raid: Raid): Raid {
  if (score.phase === 'tie-break') return { ...raid, superTackle: false, allOut: null }
  const few = onMat(score, otherSide(raid.raiding)) <= score.rules.superTackleMax
  const allOut = (['home', 'away'] as const).find((side) => isAllOut(score, raid, side)) ?? null
  return { ...raid, superTackle: raid.lost === 'tackled' && few, allOut }
}

/** Who of a side stands on the mat: who may raid, and who may be touched. Empty where no sheet was handed in. */
export function playersOnMat(score: KabaddiScore, side: Side): readonly PlayerId[] {
  const { seven, out, suspended } = score.sides[side]
  const gone = score.phase === 'tie-break' ? suspended : [...out, ...suspended]
  return seven.filter((player) => !gone.includes(player))
}

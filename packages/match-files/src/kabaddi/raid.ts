import { type BySide, KABADDI_FORMATS, otherSide, type PlayerId, type Raid, type Side } from '@gavel/scoring'
import type { KabaddiEvent } from './schema.ts'

/** The points of an event by side: the four kinds of the raiders and the four of the defenders (README of the data). */
export function pointsIn(event: KabaddiEvent, raiding: Side): BySide<number> {
  const raided =
    event.raid_touch_points + event.raid_bonus_points + event.raid_technical_points + event.raid_all_out_points
  const defended =
    event.defending_capture_points +
    event.defending_bonus_points +
    event.defending_technical_points +
    event.defending_all_out_points
  return raiding === 'home' ? { home: raided, away: defended } : { home: defended, away: raided }
}

/** The raid of an event, as far as one raid can hold it: what is left over is technical. */
export function raidOf(event: KabaddiEvent, raiding: Side): Raid {
  // A technical point of a raid is a defender who left the court where one is named, or where the raider went too; else it is the umpire's.
  // So the all outs of the files come out.
  const left: readonly (PlayerId | null)[] = event.raid_touch_points === 0 ? event.defenders : []
  const both = lostOf(event) !== null
  const steppedOut = Array.from({ length: event.raid_technical_points }, (_, at) => left[at] ?? null).filter(
    (player) => both || player !== null,
  )
  const touched: (PlayerId | null)[] = Array.from({ length: event.raid_touch_points }, () => null)
  const named = event.defenders.length === touched.length ? event.defenders : touched
  const tackled = event.defending_capture_points > 0
  return {
    type: 'Raid',
    raiding,
    raider: event.raider_id,
    touched: named,
    steppedOut,
    bonus: event.raid_bonus_points > 0,
    lost: tackled ? 'tackled' : lostOf(event),
    by: tackled ? catchers(event) : [],
    superTackle: tackled && (event.defending_bonus_points > 0 || event.defending_capture_points > 1),
    allOut: allOutOf(event, raiding),
  }
}

function catchers(event: KabaddiEvent): readonly PlayerId[] {
  const first = event.defender_id
  return first === null ? event.defenders : [first, ...event.defenders.filter((player) => player !== first)]
}

/** A raider who is out though nobody caught: at the end of a do-or-die raid, or out of court. */
function lostOf(event: KabaddiEvent): Raid['lost'] {
  if (!/unsuccessful/i.test(event.event) || event.defending_technical_points === 0) return null
  return event.do_or_die === true ? 'do-or-die' : 'out-of-court'
}

/** Fewer points than an all out is worth are none: they are left over. */
function allOutOf(event: KabaddiEvent, raiding: Side): Side | null {
  const { allOut } = KABADDI_FORMATS.pkl.points
  if (event.raid_all_out_points >= allOut) return otherSide(raiding)
  return event.defending_all_out_points >= allOut ? raiding : null
}

import { countsIn, type Kind } from './places.ts'
import type { TypeCaps } from './rule-set.ts'

/** What each type counts: an uncapped player has that category, every other is capped; either may be from overseas. */
export const COUNTS = {
  capped: (player: Kind) => !countsIn(player, 'uncapped'),
  uncapped: (player: Kind) => countsIn(player, 'uncapped'),
  overseas: (player: Kind) => countsIn(player, 'overseas'),
} as const satisfies Record<keyof TypeCaps, (player: Kind) => boolean>

const TYPES = ['capped', 'uncapped', 'overseas'] as const satisfies readonly (keyof TypeCaps)[]

/** The type of which those who are held leave this player no room, or null. */
export function fullType(
  caps: TypeCaps,
  held: readonly Kind[],
  player: Kind,
): { type: keyof TypeCaps; held: number; max: number } | null {
  for (const type of TYPES) {
    const max = caps[type]
    if (max === null || !COUNTS[type](player)) continue
    const count = held.filter(COUNTS[type]).length
    if (count >= max) return { type, held: count, max }
  }
  return null
}

/** Whether nobody has to go for those who are held to be within the caps. */
export function withinCaps(caps: TypeCaps, held: readonly Kind[]): boolean {
  return TYPES.every((type) => {
    const max = caps[type]
    return max === null || held.filter(COUNTS[type]).length <= max
  })
}

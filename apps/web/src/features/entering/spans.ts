import { z } from 'zod'

// Lengths of time as organisers type them: always with a unit, because a bare 30 is minutes to one and days to another.

const MINUTE = 60_000
const UNITS = [
  { name: 'day', ms: 24 * 60 * MINUTE, typed: /^d(ays?)?$/ },
  { name: 'hour', ms: 60 * MINUTE, typed: /^h(ours?|rs?)?$/ },
  { name: 'minute', ms: MINUTE, typed: /^m(in(ute)?s?)?$/ },
] as const
const SHORT = { day: 'd', hour: 'h', minute: 'min' } as const

/** How long: `30 min`, `2 h`, `3 days`. @returns milliseconds, or null where the text is no length of time with its unit */
export function spanTyped(text: string): number | null {
  const [, count = '', said = ''] = /^(\d{1,5})\s*([a-z]+)$/.exec(text.trim().toLowerCase()) ?? []
  const unit = UNITS.find(({ typed }) => typed.test(said))
  return unit ? Number(count) * unit.ms : null
}

/** The same as it would be typed, in the largest unit that is whole: `30 min`. */
export function spanText(spanMs: number): string {
  const { count, name } = inUnits(spanMs)
  return `${count} ${SHORT[name]}`
}

/** The same in a sentence: `30 minutes`, `1 day`. */
export function spanWords(spanMs: number): string {
  const { count, name } = inUnits(spanMs)
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

function inUnits(spanMs: number) {
  const { name, ms } = UNITS.find((unit) => spanMs >= unit.ms && spanMs % unit.ms === 0) ?? UNITS[2]
  return { count: Math.round(spanMs / ms), name }
}

/** A field that holds a length of time. */
export const span = (minMs: number, maxMs: number) =>
  z.string().transform((text, context) => {
    const found = spanTyped(text)
    if (found !== null && found >= minMs && found <= maxMs) return found
    context.addIssue({
      code: 'custom',
      message: `From ${spanWords(minMs)} to ${spanWords(maxMs)}, such as 30 min, 2 h or 3 days.`,
    })
    return z.NEVER
  })

/** Whether a text can be kept: PostgreSQL keeps no NUL, and half a character of UTF-16 is none in UTF-8. */
const isKept = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Far deeper than any input. Whoever looks into what goes on without an end by calling itself falls (GUARD-12). */
const MAX_DEPTH = 64

type Fault = 'INPUT.BAD_TEXT' | 'INPUT.TOO_DEEP'

/** Whether some text in a value, at any depth and among its keys, is one that no store keeps (GUARD-7), or the value has no bottom; null where it is sound. */
export const inputFault = (value: unknown, depth = 0): Fault | null => {
  if (typeof value === 'string') return isKept(value) ? null : 'INPUT.BAD_TEXT'
  if (typeof value !== 'object' || value === null) return null
  if (depth === MAX_DEPTH) return 'INPUT.TOO_DEEP'
  for (const key of Object.keys(value)) {
    const fault =
      (isKept(key) ? null : 'INPUT.BAD_TEXT') ?? inputFault((value as Record<string, unknown>)[key], depth + 1)
    if (fault) return fault
  }
  return null
}

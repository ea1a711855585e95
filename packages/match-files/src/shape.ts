import type { z } from 'zod'
import { Refused, shown } from './refused.ts'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value of a file in a few words. */
const shownValue = (value: unknown): string =>
  (typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'an object'
    : shown(String(value))) || 'nothing'

type Path = readonly PropertyKey[]

/**
 * A value by its schema; throws {@link Refused} with the place of what is wrong, in the file's own names. `where`: the place of the value, to which
 * the path is added, or the place of a path.
 */
export function parsedBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string | ((path: Path) => string),
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path ?? []
  const place = typeof where === 'string' ? [where, path.map(String).join('.')].filter(Boolean).join(', ') : where(path)
  throw issue ? refusalOf(issue, valueAt(value, path), place || 'the file') : new Refused('UNKNOWN_FORMAT', 'the file')
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  )

function refusalOf(issue: z.core.$ZodIssue, found: unknown, place: string): Refused {
  const what = String(issue.path.findLast((key) => typeof key === 'string') ?? 'it')
  if (found === undefined) return new Refused('MISSING', place, { what })
  switch (issue.code) {
    case 'unrecognized_keys':
      return new Refused('UNKNOWN_KEY', place, { what, key: shown(issue.keys[0] ?? '') })
    case 'too_big':
      if (issue.origin === 'array') return new Refused('TOO_MANY', place, { max: Number(issue.maximum), what })
      if (issue.origin === 'string') return new Refused('TOO_LONG', place, { max: Number(issue.maximum), what })
      return new Refused('BAD_VALUE', place, { what, value: shownValue(found) })
    case 'too_small':
      if (issue.origin === 'array') return new Refused('TOO_FEW', place, { min: Number(issue.minimum), what })
      return new Refused('BAD_VALUE', place, { what, value: shownValue(found) })
    default:
      return new Refused('BAD_VALUE', place, { what, value: shownValue(found) })
  }
}

type Schema = Readonly<Record<string, unknown>>
/** Where something stands in an input: keys of objects, and places of arrays. */
export type Place = readonly (string | number)[]

const asSchema = (value: unknown): Schema => (typeof value === 'object' && value !== null ? (value as Schema) : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * Values of a JSON Schema: so many that every choice that it leaves is in one of them. `known`: what stands in fields of these names, so that ids
 * lead somewhere.
 */
export const samplesOf = (schema: unknown, known: Readonly<Record<string, unknown>>, name = ''): unknown[] => {
  const { type, items, enum: values, const: constant, anyOf, oneOf, default: usual, ...rest } = asSchema(schema)
  if (Object.hasOwn(known, name)) return [known[name]]
  if (constant !== undefined) return [constant]
  if (values !== undefined) return list(values).slice(0, 1)
  const told = list(anyOf ?? oneOf).filter(
    (one) => asSchema(one).type !== 'null' && Object.keys(asSchema(one)).length > 0,
  )
  if (told.length > 0) return told.flatMap((one) => samplesOf(one, known, name))
  switch (type) {
    case 'object':
      return together(fieldsOf(schema).map(([key, field]) => [key, samplesOf(field, known, key)]))
    case 'array':
      return samplesOf(items, known, name).map((one) => [one])
    case 'boolean':
      return [false]
    case 'integer':
    case 'number':
      return [Number(rest.multipleOf ?? Math.max(1, Number(rest.minimum ?? 1)))]
    case 'string':
      return [textOf(rest)]
    default:
      return [usual ?? {}]
  }
}

/** Objects in which every value of every field stands at least once. */
const together = (fields: readonly [string, unknown[]][]): object[] => {
  const most = Math.max(1, ...fields.map(([, values]) => values.length))
  return Array.from({ length: most }, (_, n) =>
    Object.fromEntries(fields.map(([key, values]) => [key, values[n % values.length]])),
  )
}

/** The fields of an object; of a table, one for each key that it must have. */
const fieldsOf = (schema: unknown): [string, unknown][] => {
  const { properties, propertyNames, additionalProperties } = asSchema(schema)
  const keys = list(asSchema(propertyNames).enum).map(String)
  return properties ? Object.entries(asSchema(properties)) : keys.map((key) => [key, additionalProperties])
}

const FITS = [
  'some-words',
  'somebody@test.gavel',
  '#336699',
  'AB',
  'abcdefgh',
  '0123456789ABCDEF',
  '1-a',
  '2026-07-31',
  'Some words that are long enough',
  'a'.repeat(40),
  'a'.repeat(64),
]

const textOf = ({ pattern, minLength, allOf }: Schema): string => {
  const patterns = [pattern, ...list(allOf).map((one) => asSchema(one).pattern)].filter(
    (one) => typeof one === 'string',
  )
  const fits = FITS.find((text) => patterns.every((one) => new RegExp(String(one), 'u').test(text)))
  return (fits ?? 'some-words').padEnd(Number(minLength ?? 0), 'x')
}

/** Every place in a value that holds something of this kind, whatever it is part of. */
const placesOf = (value: unknown, isIt: (one: unknown) => boolean, at: Place): Place[] => {
  const here = isIt(value) ? [at] : []
  if (typeof value !== 'object' || value === null) return here
  const beneath = Array.isArray(value)
    ? value.flatMap((one, index) => placesOf(one, isIt, [...at, index]))
    : Object.entries(value).flatMap(([key, one]) => placesOf(one, isIt, [...at, key]))
  return [...here, ...beneath]
}

/** Every place in a value that holds a text. */
export const textsIn = (value: unknown): Place[] => placesOf(value, (one) => typeof one === 'string', [])

/** Every place in a value that holds an object. */
export const objectsIn = (value: unknown): Place[] =>
  placesOf(value, (one) => typeof one === 'object' && one !== null && !Array.isArray(one), [])

/** Every place in a value, the whole left out. */
export const placesIn = (value: unknown): Place[] => placesOf(value, () => true, []).filter((at) => at.length > 0)

/** The value with something else at one place. */
export const withAt = (value: unknown, [key, ...rest]: Place, put: unknown): unknown => {
  if (key === undefined) return put
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? withAt(one, rest, put) : one))
  const fields = asSchema(value)
  return { ...fields, [key]: withAt(fields[key], rest, put) }
}

const at = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((one, key) => (one as Record<string | number, unknown>)[key], value)

/** The value with keys in the object at this place that would lead to the prototypes, as JSON brings them. */
export const pollutedAt = (value: unknown, place: Place): unknown => {
  const own = JSON.stringify(at(value, place)).slice(1, -1)
  const more = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'
  return withAt(value, place, JSON.parse(`{${own}${own ? ',' : ''}${more}}`))
}

/** Whether some key has reached the prototypes of this program. */
export const isPolluted = (): boolean => 'polluted' in {}

/** What a store would take for an order of its own, where it takes it for anything but a text. */
export const OPERATORS: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $where: 'sleep(1000)' },
  { $in: ['a'] },
  ['x'],
  { toString: 'x' },
  { not: '' },
  { contains: '' },
]

/** Texts that mean something to some store, page, shell or parser. */
export const TEXTS: readonly string[] = [
  "' OR '1'='1",
  "'; DROP TABLE auth.users; --",
  '$where',
  '{"$gt": ""}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  '\r\nBcc: everybody@evil.example',
  '../../../../etc/passwd',
  '%2e%2e%2f%00',
  '%',
  '_',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '.*+?^$()|[]\\',
  'न'.repeat(40),
  'x'.repeat(10_240),
]

/** What is hardly ever of the type that is asked for, or out of all bounds. */
export const WRONG: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  '1',
  [],
  {},
  [[]],
  [null],
  { length: 1e9 },
  Array.from({ length: 2_000 }, () => 1),
]

/** JSON of lists in lists, deeper than a program may go by calling itself. */
export const deepJson = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

// Files made to hurt: whatever they hold, they are read or refused with a place and words for a person, and nothing else is thrown.
import { expect, test, vi } from 'vitest'
import { file } from './given-files.ts'
import { BADMINTON, CRICKET, FOOTBALL, KABADDI, VOLLEYBALL } from './given-samples.ts'
import { type MatchImport, readMatch } from './read-match.ts'
import type { FileRefusal } from './refused.ts'

vi.setConfig({ testTimeout: 60_000 })

const SAMPLES = { CRICKET, FOOTBALL, KABADDI, VOLLEYBALL, BADMINTON }
const JSONS = { CRICKET, FOOTBALL, KABADDI }

/** Reads a text, and holds a refusal to what every refusal says. */
function reads(text: string): MatchImport['sport'] | FileRefusal {
  const match = readMatch('folder/set1.csv', [file('folder/set1.csv', text)])
  if (!('refusal' in match)) return match.sport
  const { where, words } = match.refusal
  expect(where).toMatch(/\S/)
  expect(words).toMatch(/^[^\sa-z].*\.$/s)
  expect(`${where} ${words}`).not.toMatch(/undefined|\[object|\bexpected\b|NaN|\{\w+\}/)
  return match.refusal
}

for (const [kind, text] of Object.entries(SAMPLES))
  test(`FILE-1, RECORD-7 a ${kind.toLowerCase()} file that breaks off anywhere is read or refused with its place`, () => {
    expect(reads(text)).toBe(kind.toLowerCase())
    for (let part = 0; part < 50; part += 1) reads(text.slice(0, Math.floor((text.length * part) / 50)))
  })

for (const [kind, text] of Object.entries(JSONS))
  test(`FILE-1, RECORD-7 JSON of ${kind.toLowerCase()} that is not whole is never half read`, () => {
    for (let to = 0; to < text.length; to += 7)
      expect(reads(text.slice(0, to)), String(to)).not.toBe(kind.toLowerCase())
  })

const WRONG: readonly unknown[] = [
  ...[undefined, null, true, '', ' ', 'x', '__proto__', 'constructor', '1'],
  ...[0, -1, -0.5, 2 ** 53, 1e308, [], [[]], [null], {}, { length: 1e9 }, { toString: 'x' }],
  'long '.repeat(20_000),
]

/** Every place of a JSON value: its own keys, at most two of each shape. */
function* placesIn(value: object, at = '', seen = new Map<string, number>()): Generator<[object, string]> {
  for (const [key, child] of Object.entries(value)) {
    const shape = `${at}.${Array.isArray(value) ? '' : key}`
    const times = seen.get(shape) ?? 0
    if (times === 2) continue
    seen.set(shape, times + 1)
    yield [value, key]
    if (typeof child === 'object' && child !== null) yield* placesIn(child, shape, seen)
  }
}

for (const [kind, text] of Object.entries(JSONS))
  test(`FILE-1, RECORD-7 whatever stands at any key of a ${kind.toLowerCase()} file, it is read or refused with its place`, () => {
    const json: object = JSON.parse(text)
    for (const [holder, key] of placesIn(json))
      for (const wrong of WRONG) {
        const was = Reflect.get(holder, key)
        Reflect.set(holder, key, wrong)
        reads(JSON.stringify(json))
        Reflect.set(holder, key, was)
      }
    expect(JSON.stringify(json)).toBe(text)
  })

test('FILE-1, RECORD-7 keys that JavaScript knows mean nothing in a file', () => {
  const odd =
    '"__proto__":{"innings":[],"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"hasOwnProperty":0'
  for (const text of Object.values(JSONS)) {
    reads(text.replaceAll('{', `{${odd},`).replaceAll(',}', '}'))
    reads(text.replaceAll('"name":', '"__proto__":'))
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

const LARGE = 20_000_000
const many = (text: string): string => text.repeat(Math.floor(LARGE / text.length))
const nested = (open: string, close: string): string =>
  open.repeat(LARGE / 2 / open.length) + close.repeat(LARGE / 2 / open.length)

test('FILE-1, RECORD-7 20 MB of lists in each other are refused before they are read', () => {
  const deep = { code: 'TOO_DEEP', words: 'More than 40 lists lie in each other here.' }
  expect(reads(nested('[', ']'))).toMatchObject({ ...deep, where: 'line 1' })
  expect(reads(many('['))).toMatchObject(deep)
  expect(reads(`{"matches":${nested('[', ']')}}`)).toMatchObject(deep)
  expect(reads(`\n{"teams":${nested('{"a":', '}')}}`)).toMatchObject({ ...deep, where: 'line 2' })
  const innings = `{"info":{},"innings":[{"overs":[{"over":14,"deliveries":[{"runs":{},"review":${nested('[', ']')}}]}]}]}`
  expect(reads(innings)).toMatchObject({ ...deep, where: 'innings 1, over 14.1 (over 15, ball 1)' })
})

test('FILE-1, RECORD-7 20 MB side by side are refused too, with where they become too many', () => {
  expect(reads(`{"info":{},"innings":[${many('{},')}{}]}`)).toMatchObject({ code: 'TOO_MANY', where: 'line 1' })
  expect(reads(`{"matches":[${many('{},\n')}{}]}`)).toMatchObject({ code: 'TOO_MANY', where: 'line 499999' })
  expect(reads(`{"info":{"teams":["${many('a')}","b"]}}`)).not.toBe('cricket')
  expect(reads(many('{"overs":[{"over":1,"runs":'))).toMatchObject({ code: 'TOO_DEEP' })
  for (const line of ['1,1,1,0,A,1,A\n', '"', ',', '\n,', '*p01:00;\n']) {
    reads(`${BADMINTON}\n${many(line)}`)
    reads(`${VOLLEYBALL}\n${many(line)}`)
    reads(many(line))
  }
})

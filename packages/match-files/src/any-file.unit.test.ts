// Whatever is done to a file, it is read or refused with its place: nothing else is ever thrown.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { file } from './given-files.ts'
import { BADMINTON, FOOTBALL, KABADDI, VOLLEYBALL } from './given-samples.ts'
import { readMatch } from './read-match.ts'

vi.setConfig({ testTimeout: 60_000 })

const scrap = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.integer({ min: -5, max: 2_000 }).map(String),
  fc.constantFrom(
    '',
    '\n',
    '\u0000',
    ',',
    ';',
    '"',
    '{}',
    '[]',
    'null',
    '1e99',
    '__proto__',
    'constructor',
    '[3SET]\n',
    '*p09:09;\n',
    '**1set;\n',
  ),
)
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), put: scrap })

test('RECORD-7 a file with anything cut out of it and put into it is read or refused, and the same way twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(BADMINTON, VOLLEYBALL, KABADDI, FOOTBALL),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (text, edits) => {
        const changed = edits.reduce((now, { at, cut, put }) => {
          const from = Math.floor(at * now.length)
          return now.slice(0, from) + put + now.slice(from + cut)
        }, text)
        const read = () => readMatch('folder/set1.csv', [file('folder/set1.csv', changed)])
        const match = read()
        if ('refusal' in match) {
          expect(match.refusal.where).not.toBe('')
          expect(match.refusal.words).toMatch(/^\S.*\.$/s)
        }
        expect(read()).toEqual(match)
      },
    ),
    { numRuns: 1_500 },
  )
})

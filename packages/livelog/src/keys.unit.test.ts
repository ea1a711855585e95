import { expect, test } from 'vitest'
import { AUCTIONS } from './auctions.ts'
import { keysOf } from './keys.ts'

test('LOG-1 all keys of a log share its hash tag, and no id reaches another log', () => {
  const keys = keysOf(AUCTIONS, 'a_b-1')
  expect(new Set(Object.values(keys)).size).toBe(Object.keys(keys).length)
  for (const key of Object.values(keys)) expect(key.startsWith('{auction:a_b-1}:')).toBe(true)
  for (const id of ['', 'a}b', 'a:b', 'a b', 'ü', 'a'.repeat(41)])
    expect(() => keysOf(AUCTIONS, id)).toThrow(RangeError)
})

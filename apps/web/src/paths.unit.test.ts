import { expect, test } from 'vitest'
import { paths, safeNext } from './paths.ts'

test('PATH-1 addresses are stable', () => {
  expect(paths.event('league-2026')).toBe('/events/league-2026')
  expect(paths.paddle('a1')).toBe('/auctions/a1/paddle')
  expect(paths.console('a1')).toBe('/auctions/a1/console')
  expect(paths.signin('/auctions/a1/paddle')).toBe('/signin?next=%2Fauctions%2Fa1%2Fpaddle')
})

test.each([
  ['/auctions/a1', '/auctions/a1'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  [undefined, '/'],
])('PATH-2 going on to %s stays on this site', (next, expected) => {
  expect(safeNext(next)).toBe(expected)
})

import { expect, test } from 'vitest'
import { paths, safeNext } from './paths.ts'

test('PATH-1 addresses are stable', () => {
  expect(paths.event('league-2026')).toBe('/events/league-2026')
  expect(paths.paddle('a1')).toBe('/auctions/a1/paddle')
  expect(paths.console('a1')).toBe('/auctions/a1/console')
  expect(paths.signin('/auctions/a1/paddle')).toBe('/signin?next=%2Fauctions%2Fa1%2Fpaddle')
})

test('PATH-2 going on after signing in stays on this site', () => {
  expect(safeNext('/auctions/a1')).toBe('/auctions/a1')
  for (const next of ['//evil.example', '/\\\\evil.example', 'https://evil.example', '', null, undefined]) {
    expect(safeNext(next)).toBe('/')
  }
})

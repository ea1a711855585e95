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
  expect(safeNext('/auctions/a1?view=stage#lot')).toBe('/auctions/a1?view=stage#lot')
  for (const next of ['//evil.example', '/\\\\evil.example', 'https://evil.example', '', null, undefined]) {
    expect(safeNext(next)).toBe('/')
  }
})

test('GUARD-4 no address leads away after signing in, however it is written', () => {
  const hostile = [
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n//evil.example',
    '/\\evil.example',
    '/\t\\evil.example',
  ]
  const odd = [
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '///evil.example',
    '/\u0000',
    ' //evil.example',
  ]
  for (const next of [...hostile, ...odd, 'javascript:alert(1)', '@evil.example', 'evil.example', '\\\\evil.example']) {
    const gone = new URL(safeNext(next), 'https://gavel.example')
    expect([next, gone.origin]).toEqual([next, 'https://gavel.example'])
    // And as a page writes it into an address again.
    expect(new URL(gone.pathname, 'https://gavel.example').origin).toBe('https://gavel.example')
  }
})

import { expect, test } from 'vitest'
import { isForeign } from './same-origin.ts'

const asked = (method: string, headers: Record<string, string>) => ({
  method,
  headers: new Headers({ host: 'gavel.example:3000', ...headers }),
})

const FOREIGN: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  // What a browser says itself counts, whatever else stands there.
  { 'sec-fetch-site': 'cross-site', origin: 'http://gavel.example:3000' },
  { 'sec-fetch-site': 'cross-site', authorization: 'Basic eDp5' },
  { origin: 'https://evil.example' },
  { origin: 'http://gavel.example:4000' },
  { origin: 'http://gavel.example.evil.example:3000' },
  { origin: 'null' },
  { origin: '' },
]

test('GUARD-1 what a page of another site sends changes nothing', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    for (const headers of FOREIGN)
      expect([method, headers, isForeign(asked(method, headers))]).toEqual([method, headers, true])
})

test('GUARD-1 our own pages, programs with a token, and reading go on', () => {
  for (const [method, headers] of [
    ['POST', { 'sec-fetch-site': 'same-origin' }],
    ['POST', { 'sec-fetch-site': 'none' }],
    ['POST', { origin: 'http://gavel.example:3000' }],
    ['POST', { origin: 'http://hall.example', 'x-forwarded-host': 'hall.example' }],
    ['POST', {}],
    ['POST', { 'sec-fetch-site': 'cross-site', authorization: 'Bearer abc' }],
    ['GET', { 'sec-fetch-site': 'cross-site' }],
    ['HEAD', { origin: 'https://evil.example' }],
  ] as const)
    expect([method, headers, isForeign(asked(method, headers))]).toEqual([method, headers, false])
})

import { expect, it } from 'vitest'
import { allowedOrigins } from './origins.ts'

it('WIRE-2 allows the web application alone, by both names of this machine', () => {
  expect(allowedOrigins('http://localhost:3000')).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000'])
  expect(allowedOrigins('http://127.0.0.1:4000/x')).toEqual(['http://localhost:4000', 'http://127.0.0.1:4000'])
  expect(allowedOrigins('https://gavel.example')).toEqual(['https://gavel.example'])
})

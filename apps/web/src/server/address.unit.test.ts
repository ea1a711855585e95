import { expect, it } from 'vitest'
import { noteAddress } from './address.ts'

const noted = (proxies: number, forwarded?: string, remoteAddress: string | undefined = '10.0.0.9') => {
  const request = { headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) }, socket: { remoteAddress } }
  noteAddress(request, proxies)
  return (request.headers as Record<string, unknown>)['x-forwarded-for']
}

it('API-13 without a trusted proxy the address is the socket’s, whatever the request says', () => {
  expect(noted(0)).toBe('10.0.0.9')
  expect(noted(0, '6.6.6.6')).toBe('10.0.0.9')
})

it('API-13 behind trusted proxies it is what the outermost of them saw, and nothing that was sent to it', () => {
  expect(noted(1, '203.0.113.7')).toBe('203.0.113.7')
  expect(noted(1, '6.6.6.6, 203.0.113.7')).toBe('203.0.113.7')
  expect(noted(2, '6.6.6.6, 203.0.113.7,10.0.0.1')).toBe('203.0.113.7')
})

it('API-13 a request that came past the proxy is known by its socket', () => {
  expect(noted(1)).toBe('10.0.0.9')
  expect(noted(2, '203.0.113.7')).toBe('10.0.0.9')
})

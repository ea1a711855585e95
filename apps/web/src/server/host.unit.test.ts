import { expect, it } from 'vitest'
import { checkHost } from './host.ts'

const HALL = 'http://192.168.1.7:3000'

const asked = (host: string | undefined, { proxies = 0, forwarded = '', url = '/api/trpc/auth.register' } = {}) => {
  const request = {
    method: 'POST',
    url,
    headers: { ...(host && { host }), ...(forwarded && { 'x-forwarded-host': forwarded }) } as Record<string, string>,
  }
  checkHost(request, proxies, HALL)
  return request
}

it('LAN-4 lets through what was meant for this Gavel', () => {
  for (const host of ['192.168.1.7:3000', 'localhost:3000', '127.0.0.1:3000'])
    expect(asked(host)).toMatchObject({ method: 'POST', url: '/api/trpc/auth.register' })
})

it('LAN-4 a request for any other host gets the page that says so, whatever it asked', () => {
  for (const host of ['evil.example:3000', '192.168.1.8:3000', undefined])
    expect(asked(host)).toMatchObject({ method: 'GET', url: '/api/misdirected' })
})

it('LAN-4 believes a forwarded host from a trusted proxy alone', () => {
  expect(asked('evil.example', { forwarded: '192.168.1.7:3000' }).url).toBe('/api/misdirected')
  expect(asked('localhost:3000', { forwarded: 'evil.example' }).headers).not.toHaveProperty('x-forwarded-host')
  expect(asked('web:3000', { proxies: 1, forwarded: '192.168.1.7:3000' }).method).toBe('POST')
  expect(asked('localhost:3000', { proxies: 1, forwarded: 'evil.example' }).url).toBe('/api/misdirected')
  expect(asked('localhost:3000', { proxies: 1 }).method).toBe('POST')
})

it('LAN-4 an orchestrator may ask after the health of a program by any address', () => {
  expect(asked('10.1.2.3:3000', { url: '/api/healthz' }).url).toBe('/api/healthz')
  expect(asked('10.1.2.3:3000', { url: '/metrics' }).url).toBe('/metrics')
  expect(asked('10.1.2.3:3000', { url: '/api/healthz/../token' }).url).toBe('/api/misdirected')
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { register } from './instrumentation.ts'

it('API-13 a handler sees the socket’s address, whatever header somebody sends', async () => {
  register()
  const server = createServer((request, response) => response.end(request.headers['x-forwarded-for'])).listen(
    0,
    '127.0.0.1',
  )
  try {
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '6.6.6.6' } })
    expect(await answer.text()).toBe('127.0.0.1')
  } finally {
    server.close()
  }
})

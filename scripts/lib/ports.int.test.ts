import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { appPort, isPortFree, privatePort } from './ports.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const listen = (port: number, host: string) =>
  new Promise<void>((resolve) => {
    const server = createServer()
    closers.push(() => server.close())
    server.listen(port, host, resolve)
  })

describe('ports', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::'])('RUN-8 sees that a port is taken on %s', async (host) => {
    const port = await privatePort()
    expect(await isPortFree(port)).toBe(true)
    await listen(port, host)
    expect(await isPortFree(port)).toBe(false)
  })

  it('RUN-8 takes the next free port, and never gives one twice', async () => {
    const port = await privatePort()
    await listen(port, '127.0.0.1')
    const first = await appPort('GAVEL_TEST_NO_SUCH_PORT', port)
    const second = await appPort('GAVEL_TEST_NO_SUCH_PORT', port)
    expect(first).toBeGreaterThan(port)
    expect(second).toBeGreaterThan(first)
  })

  it('RUN-8 says in one sentence that a fixed port is taken, or no port', async () => {
    const port = await privatePort()
    await listen(port, '127.0.0.1')
    process.env.GAVEL_TEST_PORT = String(port)
    await expect(appPort('GAVEL_TEST_PORT', 1)).rejects.toThrow(/^Port \d+ is taken by another program: [^.]+\.$/)
    process.env.GAVEL_TEST_PORT = 'http'
    await expect(appPort('GAVEL_TEST_PORT', 1)).rejects.toThrow(
      /^GAVEL_TEST_PORT is "http", which is no port: [^.]+\.$/,
    )
  })
})

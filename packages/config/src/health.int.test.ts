import { afterEach, describe, expect, it } from 'vitest'
import { serveHealth } from './health.ts'
import { metrics } from './metrics.ts'

let close: (() => Promise<void>) | undefined
afterEach(async () => close?.())

const serve = async (checks: Parameters<typeof serveHealth>[1]) => {
  const server = await serveHealth({ port: 0, host: '127.0.0.1' }, checks)
  close = server.close
  return (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`)
}

describe('health server', () => {
  it('CONFIG-5 is alive and ready when every check passes, and shows its metrics', async () => {
    const get = await serve({ store: async () => 'fine' })
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(200)
    metrics.bidsRefused.inc({ code: 'AUCTION.TEST' })
    expect(await (await get('/metrics')).text()).toContain('gavel_bids_refused_total{code="AUCTION.TEST"} 1')
    expect((await get('/other')).status).toBe(404)
  })

  it('CONFIG-5 stays alive and names what fails when it is not ready', async () => {
    const get = await serve({ store: async () => 'fine', queue: () => Promise.reject(new Error('no broker')) })
    expect((await get('/healthz')).status).toBe(200)
    const answer = await get('/readyz')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ ready: false, failing: { queue: 'no broker' } })
  })
})

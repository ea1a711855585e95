import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { Shutdown } from './shutdown.ts'

const quiet = pino({ level: 'silent' })

describe('Shutdown', () => {
  it('CONFIG-4 closes the last opened first, and only once', async () => {
    const closed: string[] = []
    const shutdown = new Shutdown(quiet)
    for (const name of ['store', 'queue', 'server']) shutdown.add(name, () => closed.push(name))
    expect(shutdown.closing).toBe(false)
    const [first, second] = await Promise.all([shutdown.run('test'), shutdown.run('again')])
    expect([first, second]).toEqual([true, true])
    expect(closed).toEqual(['server', 'queue', 'store'])
    expect(shutdown.closing).toBe(true)
  })

  it('CONFIG-4 goes on after one that fails and one that never ends, and says it was not clean', async () => {
    const closed: string[] = []
    const shutdown = new Shutdown(quiet, 30)
    shutdown.add('store', () => closed.push('store'))
    shutdown.add('stuck', () => new Promise(() => {}))
    shutdown.add('broken', () => Promise.reject(new Error('broken')))
    expect(await shutdown.run('test')).toBe(false)
    expect(closed).toEqual(['store'])
  })
})

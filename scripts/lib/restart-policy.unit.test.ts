import { describe, expect, it } from 'vitest'
import { restartDelayMs } from './restart-policy.ts'

describe('restartDelayMs', () => {
  it('RUN-2 waits longer after each restart of the last minute', () => {
    const nowMs = 1_000_000
    const delays = [0, 1, 2, 3, 4].map((count) => restartDelayMs(Array(count).fill(nowMs - 1_000), nowMs))
    expect(delays).toEqual([200, 400, 800, 1_600, 3_200])
  })

  it('RUN-2 allows no more than five restarts in any minute, and goes on afterwards', () => {
    const restarts: number[] = []
    let nowMs = 0
    for (let crash = 0; crash < 40; crash++) {
      nowMs += restartDelayMs(restarts, nowMs)
      restarts.push(nowMs)
    }
    for (const [index, startMs] of restarts.entries())
      expect(restarts.slice(index).filter((ms) => ms < startMs + 60_000).length).toBeLessThanOrEqual(5)
  })

  it('RUN-2 forgets restarts older than a minute', () => {
    expect(restartDelayMs([1, 2, 3, 4, 5], 100_000)).toBe(200)
  })
})

import type { Page } from '@playwright/test'
import { makeBigNight } from './big-night.ts'
import { floorOf } from './floor.ts'
import { recordWork } from './page-work.ts'
import { administrator, someone } from './people.ts'
import { expect, test } from './story.ts'

const ENTRIES = 1_000
const WITHIN_MS = 60_000
/** A task that takes longer is felt. */
const LONG_TASK_MS = 50
/** What does less is no work worth the name: a timer, a ping. */
const WORK_MS = 5
/** How many of the tasks that work may be long: a machine that stops for a moment makes some, and a page that is slow makes many. */
const MOST_LONG = 0.05
/** What long tasks take beyond that, of the whole minute. */
const MOST_BLOCKED_MS = 3_000
const MOST_GROWTH_BYTES = 20 * 1024 * 1024

/** What the scripts of a page hold, in bytes, once what they let go is collected. */
async function watchMemory(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.enable')
  await devtools.send('Performance.enable')
  return async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
  }
}

test('SMOOTH-1 the room of a 574-lot auction stays smooth while 1,000 entries arrive in a minute', async ({
  browser,
}, info) => {
  const admin = await administrator(browser)
  const { auctionId } = await makeBigNight(admin, 10, 574)
  const floor = await floorOf(admin, auctionId)
  const fan = await someone(browser, { viewport: { width: 1280, height: 800 } })
  await fan.goto(`/auctions/${auctionId}`)
  await expect(fan.getByRole('heading', { name: 'Teams' })).toBeVisible()
  // A first lot, so that everything that the page ever loads is there.
  await floor.play(1, 2)
  await expect(fan.getByRole('region', { name: 'Price' })).toContainText('Sold to')
  const heldBytes = await watchMemory(fan)
  const before = await heldBytes()
  const workDone = await recordWork(browser, fan)

  const [firstSeq, startedMs] = [floor.state().seq, performance.now()]
  while (floor.state().seq < firstSeq + ENTRIES) {
    await floor.step(5)
    // The pace of the evening, not a wait for anything: as many entries a second as make a thousand a minute.
    const dueMs = startedMs + ((floor.state().seq - firstSeq) * WITHIN_MS) / ENTRIES
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())))
  }
  const tookMs = performance.now() - startedMs
  const liveSeq = floor.state().seq
  const slider = fan.getByRole('slider', { name: 'Look back through the auction' })
  await expect(slider).toHaveAttribute('max', `${liveSeq}`, { timeout: 90_000 })
  const caughtUpMs = performance.now() - startedMs

  const tasks = await workDone()
  const [longest] = tasks.toSorted((a, b) => b.tookMs - a.tookMs)
  const long = tasks.filter(({ tookMs }) => tookMs > LONG_TASK_MS)
  const working = tasks.filter(({ tookMs }) => tookMs > WORK_MS)
  const grown = (await heldBytes()) - before
  const measured = {
    entries: ENTRIES,
    tookMs: Math.round(tookMs),
    caughtUpMs: Math.round(caughtUpMs),
    workedMs: Math.round(tasks.reduce((sum, { tookMs }) => sum + tookMs, 0)),
    workingTasks: working.length,
    longTasks: long.length,
    longestMs: Math.round(longest?.tookMs ?? 0),
    longestOn: longest?.on,
    blockedMs: Math.round(long.reduce((sum, { tookMs }) => sum + tookMs - LONG_TASK_MS, 0)),
    heapMb: Math.round(before / 1_048_576),
    grownMb: Math.round((grown / 1_048_576) * 10) / 10,
  }
  info.annotations.push({ type: 'measured', description: JSON.stringify(measured) })
  floor.close()
  expect(working.length, JSON.stringify(measured)).toBeGreaterThan(100)
  expect(long.length, JSON.stringify(measured)).toBeLessThanOrEqual(working.length * MOST_LONG)
  expect(measured.blockedMs, JSON.stringify(measured)).toBeLessThanOrEqual(MOST_BLOCKED_MS)
  expect(grown, JSON.stringify(measured)).toBeLessThanOrEqual(MOST_GROWTH_BYTES)
})

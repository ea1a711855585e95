import type { Browser, Page } from '@playwright/test'

/** Written into the trace by the page itself, first and last: they say which thread is its own, and that nothing between was lost. */
const [FIRST, LAST] = ['gavel: the work begins', 'gavel: the work is done']

/** One record of the browser's trace, in microseconds. `tdur`: what its thread worked, however many others had the processor meanwhile. */
type TraceEvent = { name: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number }

/** What one task of a page took, in milliseconds of the processor, and what it was spent on, the most first. */
export type Task = { tookMs: number; on: string }

/** Records what a page's main thread does. Ending it tells the work of each of its tasks. */
export async function recordWork(browser: Browser, page: Page): Promise<() => Promise<Task[]>> {
  const mark = (name: string) => page.evaluate((said) => void performance.mark(said), name)
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing', 'v8'] })
  await mark(FIRST)
  return async () => {
    await mark(LAST)
    const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] }
    const [first, last] = [FIRST, LAST].map((wanted) => trace.traceEvents.find(({ name }) => name === wanted))
    if (!first || !last) throw new Error('the trace does not hold the whole of the work')
    const own = trace.traceEvents.filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    const parts = own.filter(({ name, tdur = 0 }) => name !== 'RunTask' && tdur > 5_000)
    return own
      .filter(({ name }) => name === 'RunTask')
      .map(({ ts, dur = 0, tdur = 0 }) => ({
        tookMs: tdur / 1_000,
        on: parts
          .filter((part) => part.ts >= ts && part.ts <= ts + dur)
          .toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
          .slice(0, 4)
          .map((part) => `${part.name} ${Math.round((part.tdur ?? 0) / 1_000)}`)
          .join(', '),
      }))
  }
}

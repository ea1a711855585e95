import type { MoneyDay } from '@gavel/api'

const DAY_MS = 86_400_000
/** More days than these are drawn week by week. */
const MOST_DAYS = 62

/** One bar of a chart: a day, or the week that begins with it. Amounts are in the smallest unit. */
export type Bar = { from: string; week: boolean } & Pick<MoneyDay, 'cameIn' | 'kept' | 'gaveBack' | 'fees'>

/** Currencies in which money moved, the one with the most movement first. */
export function currenciesOf(days: readonly MoneyDay[]): string[] {
  const counts = new Map<string, number>()
  for (const { currency } of days) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([currency]) => currency)
}

/**
 * The bars of one currency, in order: every day of the span, also those without a movement, or every week where it is long (FINANCE-2). Weeks begin
 * on Mondays. `fromMs` 0: from the first movement on.
 */
export function barsOf(
  days: readonly MoneyDay[],
  currency: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Bar[] {
  const own = days.filter((day) => day.currency === currency)
  const firstMs = own.reduce((least, { day }) => Math.min(least, Date.parse(day)), Number.POSITIVE_INFINITY)
  const startMs = fromMs > 0 ? startOfDay(fromMs) : firstMs
  if (!Number.isFinite(startMs) || startMs > toMs) return []
  const week = (toMs - startMs) / DAY_MS > MOST_DAYS
  const stepMs = week ? 7 * DAY_MS : DAY_MS
  const first = week ? mondayOf(startMs) : startMs
  const bars = Array.from({ length: Math.ceil((toMs - first) / stepMs) }, (_, at): Bar => {
    const from = new Date(first + at * stepMs).toISOString().slice(0, 10)
    return { from, week, cameIn: 0, kept: 0, gaveBack: 0, fees: 0 }
  })
  for (const { day, cameIn, kept, gaveBack, fees } of own) {
    const bar = bars[Math.floor((Date.parse(day) - first) / stepMs)]
    if (!bar) continue
    bar.cameIn += cameIn
    bar.kept += kept
    bar.gaveBack += gaveBack
    bar.fees += fees
  }
  return bars
}

const startOfDay = (atMs: number) => atMs - (atMs % DAY_MS)

/** The first day of the epoch was a Thursday. */
const mondayOf = (atMs: number) => startOfDay(atMs) - ((startOfDay(atMs) / DAY_MS + 3) % 7) * DAY_MS

/** All that moved in these bars. */
export function totalOf(bars: readonly Bar[]): Omit<Bar, 'from' | 'week'> {
  const sum = (of: (bar: Bar) => number) => bars.reduce((total, bar) => total + of(bar), 0)
  return {
    cameIn: sum(({ cameIn }) => cameIn),
    kept: sum(({ kept }) => kept),
    gaveBack: sum(({ gaveBack }) => gaveBack),
    fees: sum(({ fees }) => fees),
  }
}

/** `20 Nov`, or `Week of 16 Nov`. */
export function barWords({ from, week }: Pick<Bar, 'from' | 'week'>): string {
  const [, month, day] = from.split('-').map(Number)
  const said = `${day} ${MONTHS[(month ?? 1) - 1]}`
  return week ? `Week of ${said}` : said
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long ago, as people say it, up to a week; null beyond, where a date says more. */
export function ago(atMs: number, nowMs: number): string | null {
  const sinceMs = Math.max(0, nowMs - atMs)
  if (sinceMs < MINUTE_MS) return 'just now'
  if (sinceMs < HOUR_MS) return said(Math.floor(sinceMs / MINUTE_MS), 'minute')
  if (sinceMs < DAY_MS) return said(Math.floor(sinceMs / HOUR_MS), 'hour')
  if (sinceMs < 7 * DAY_MS) return said(Math.floor(sinceMs / DAY_MS), 'day')
  return null
}

const said = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'} ago`

const DAY_MS = 86_400_000

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
const offsetMs = (atMs: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    hourCycle: 'h23',
  }).formatToParts(atMs)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return local - Math.floor(atMs / 1_000) * 1_000
}

/** The same time of day, so many days later by the clocks of a place, also where they change in between. */
export const daysLater = (atMs: number, days: number, timeZone: string): number => {
  const later = atMs + days * DAY_MS
  return later + offsetMs(atMs, timeZone) - offsetMs(later, timeZone)
}

/** The parts of a moment as people say it, in one time zone. */
export type Moment = {
  /** `Friday` */
  weekday: string
  /** `20 November 2026` */
  date: string
  /** `Fri 20 Nov` */
  shortDate: string
  /** `19:30` */
  time: string
  /** The zone's city: `Kolkata`. */
  place: string
}

/**
 * A moment in a time zone, made from parts so that every JavaScript engine prints the same words.
 *
 * @param atMs epoch milliseconds
 * @param timeZone an IANA name; one that is not known gives UTC
 */
export function momentIn(atMs: number, timeZone: string): Moment {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC'
  const long = partsOf(atMs, zone, 'long')
  const short = partsOf(atMs, zone, 'short')
  return {
    weekday: long.weekday,
    date: `${long.day} ${long.month} ${long.year}`,
    shortDate: `${short.weekday.slice(0, 3)} ${short.day} ${short.month.slice(0, 3)}`,
    time: `${long.hour}:${long.minute}`,
    place: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  }
}

/** Whether the clocks of two zones show the same at that moment, whatever the zones are called. */
export function sameClock(atMs: number, one: string, other: string): boolean {
  const a = momentIn(atMs, one)
  const b = momentIn(atMs, other)
  return a.time === b.time && a.date === b.date
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}

/**
 * The moment at which a clock in `timeZone` shows `local`.
 *
 * @param local `2026-11-20T19:30`, as a date and time field gives it
 * @returns epoch milliseconds, or null where the text is no date. In the hour that a zone skips, the moment after the skip.
 */
export function momentFromLocal(local: string, timeZone: string): number | null {
  const asUtcMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN
  if (Number.isNaN(asUtcMs) || !isTimeZone(timeZone)) return null
  const first = asUtcMs - offsetMs(asUtcMs, timeZone)
  // The offset at the guess may be another one than at the moment itself, on the day that clocks change.
  return asUtcMs - offsetMs(first, timeZone)
}

/** What a clock in the zone shows, for a date and time field: `2026-11-20T19:30`. */
export function localFromMoment(atMs: number, timeZone: string): string {
  return new Date(atMs + offsetMs(atMs, timeZone)).toISOString().slice(0, 16)
}

/** How far the zone is ahead of UTC at that moment. */
function offsetMs(atMs: number, timeZone: string): number {
  const { year, monthNumber, day, hour, minute } = partsOf(atMs, timeZone, 'long')
  const shownMs = Date.UTC(Number(year), monthNumber - 1, Number(day), Number(hour), Number(minute))
  return shownMs - Math.floor(atMs / 60_000) * 60_000
}

function partsOf(atMs: number, timeZone: string, length: 'long' | 'short') {
  const read = (options: Intl.DateTimeFormatOptions) =>
    new Map(
      new Intl.DateTimeFormat('en-GB', { ...options, timeZone, hourCycle: 'h23' })
        .formatToParts(atMs)
        .map(({ type, value }) => [type, value]),
    )
  const words = read({ weekday: length, day: 'numeric', month: length, year: 'numeric' })
  const figures = read({ month: 'numeric', hour: '2-digit', minute: '2-digit' })
  const part = (parts: Map<string, string>, type: string) => parts.get(type) ?? ''
  return {
    weekday: part(words, 'weekday'),
    day: part(words, 'day'),
    month: part(words, 'month'),
    monthNumber: Number(part(figures, 'month')),
    year: part(words, 'year'),
    hour: part(figures, 'hour'),
    minute: part(figures, 'minute'),
  }
}

/** How soon: `in 3 days`, `in 2 hours`, `in 20 minutes`, `now`; the past is `now` for an hour, then null. */
export function howSoon(atMs: number, nowMs: number): string | null {
  const minutes = Math.round((atMs - nowMs) / 60_000)
  if (minutes < -60) return null
  if (minutes <= 0) return 'now'
  if (minutes < 90) return `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  if (minutes < 36 * 60) return `in ${Math.round(minutes / 60)} hours`
  return `in ${Math.round(minutes / (24 * 60))} days`
}

import type { Day } from './rules.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that the calendar has: `2025-02-29` is none. */
export function isDay(text: string): text is Day {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

/**
 * Age in whole years on a day (ELIGIBLE-1). A birthday on 29 February comes on 1 March in years without that day, which comparing the parts as
 * written does by itself.
 * @returns a negative number where the person is not born by then
 */
export function ageOn(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** A day as people read it: `31 July 2026`. */
export function dayWords(day: Day): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day))
}

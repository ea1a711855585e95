import type { StatementRow } from '@gavel/payments'
import { localFromMoment, momentFromLocal } from '../events/when.ts'

/** Two days, as date fields give them; both belong to it. */
export type Period = { from: string; to: string }

const DAY_MS = 86_400_000
const BACK_DAYS = 30

/** The last month of a zone's days, today the last of them. */
export function periodOf(nowMs: number, timeZone: string): Period {
  const dayOf = (atMs: number) => localFromMoment(atMs, timeZone).slice(0, 10)
  return { from: dayOf(nowMs - BACK_DAYS * DAY_MS), to: dayOf(nowMs) }
}

/** Its moments, from the first one on and before the end of its last day; null where it is none (FINANCE-3). */
export function periodSpan({ from, to }: Period, timeZone: string): { fromMs: number; toMs: number } | null {
  const fromMs = momentFromLocal(`${from}T00:00`, timeZone)
  const toMs = momentFromLocal(`${nextDay(to)}T00:00`, timeZone)
  return fromMs !== null && toMs !== null && fromMs < toMs
    ? { fromMs: Math.max(0, fromMs), toMs: Math.max(0, toMs) }
    : null
}

const nextDay = (day: string): string => {
  const atMs = Date.parse(`${day}T00:00Z`)
  return Number.isNaN(atMs) ? day : new Date(atMs + DAY_MS).toISOString().slice(0, 10)
}

export type StatementOf = { before: number; rows: readonly StatementRow[] }

/** The last rows of a statement, with what it stood at before them, and how many earlier ones are left out. */
export function lastOf({ before, rows }: StatementOf, most: number): StatementOf & { left: number } {
  const left = Math.max(0, rows.length - most)
  return { before: left === 0 ? before : (rows[left - 1]?.balance ?? before), rows: rows.slice(left), left }
}

import { MAX_DELAY_MS } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const eventName = z.string().trim().min(3).max(120)
export const timeMs = z.number().int().positive().lt(1e14)

/** What an organiser says of an event, each field as it is checked wherever it comes in. */
export const eventFields = {
  name: eventName,
  /** Markdown. */
  description: z.string().trim().max(4_000),
  startsAtMs: timeMs,
  /** Null where only the start is known. */
  endsAtMs: timeMs.nullable(),
  timeZone: z.string().refine((zone) => isTimeZone(zone), 'Not a time zone'),
  venue: z.string().trim().max(200),
  capacity: z.strictObject({ players: z.number().int().min(0).max(5_000), teams: z.number().int().min(0).max(32) }),
  /** What strangers and guests see. */
  shows: z.strictObject({ listed: z.boolean(), pool: z.boolean(), room: z.boolean() }),
  /** How late the public sees the auction, in whole seconds. */
  delayMs: z.number().int().min(0).max(MAX_DELAY_MS).multipleOf(1_000),
  /** Whom the organiser lets in one by one. */
  approval: z.strictObject({ players: z.boolean(), owners: z.boolean() }),
  /** Markdown: what a player who was sold does next. */
  nextSteps: z.string().trim().max(4_000),
}

/** @throws AppError EVENT.ENDS_BEFORE_START */
export const refuseEarlyEnd = ({ startsAtMs, endsAtMs }: { startsAtMs: number; endsAtMs: number | null }): void => {
  if (endsAtMs !== null && endsAtMs < startsAtMs) throw new AppError('EVENT.ENDS_BEFORE_START')
}

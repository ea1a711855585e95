import { type Actor, onceIn } from '@gavel/auth'
import type { Logger } from '@gavel/config'
import type { AuditLine } from '@gavel/db'

const MINUTE_MS = 60_000

/** Keeps in the audit what people were refused on sockets (AUDIT-2). Guests, bots and the operator are left out. */
export type NoteDenial = (actor: Actor, action: string, subject: string) => void

/** @param write rejects where the line cannot be kept; that is logged, and changes no answer */
export const openDenials = (write: (line: AuditLine) => Promise<void>, logger: Logger): NoteDenial => {
  const isNew = onceIn(MINUTE_MS)
  return ({ userId: actorId, bot, operator }, action, subject) => {
    if (actorId === null || bot || operator || !isNew(`${actorId} ${action} ${subject}`)) return
    write({ actorId, action, subject, allowed: false }).catch((error: unknown) =>
      logger.error({ err: error, action }, 'The audit could not be written'),
    )
  }
}

import type { AuditEntry, Prisma } from '../generated/client.ts'
import { newId } from '../id.ts'
import type { Postgres } from './connection.ts'

/** One line of the audit: what an administrator or operator did, or what someone was refused. */
export type AuditLine = {
  /** Null for a guest. */
  actorId: string | null
  action: string
  /** What it was done to, such as `event:ID` or `user:ID`. */
  subject: string
  allowed: boolean
  detail?: Prisma.InputJsonValue
  requestId?: string
}

const MAX_SUBJECT = 200

/** Writes a line. A refused attempt must not fail for its own audit: callers log an error here and go on refusing. */
export const recordAudit = async ({ prisma }: Postgres, line: AuditLine): Promise<void> => {
  await prisma.auditEntry.create({ data: { id: newId(), ...line, subject: line.subject.slice(0, MAX_SUBJECT) } })
}

/** The newest lines first, of one actor where given, at most `limit`. */
export const readAudit = (
  { prisma }: Postgres,
  filter: { actorId?: string } = {},
  limit = 100,
): Promise<AuditEntry[]> =>
  prisma.auditEntry.findMany({ where: filter, orderBy: [{ at: 'desc' }, { id: 'asc' }], take: limit })

import type { Prisma } from '../generated/client.ts'
import { newId } from '../id.ts'
import type { Postgres } from './connection.ts'

const TOPIC = 'account.errand'

/**
 * What somebody is told after it was done to the account. `codes-removed`: by the operator; `stolen`: a refresh token came back that had been
 * exchanged long before.
 */
export type AccountNews =
  | 'password'
  | 'address'
  | 'passkey-added'
  | 'passkey-removed'
  | 'codes-on'
  | 'codes-off'
  | 'codes-removed'
  | 'recovery-codes'
  | 'linked'
  | 'unlinked'
  | 'stolen'

/**
 * Work about an account that ends in a letter. It is done away from the request that asks for it, so that the answer takes the same time
 * whether or not an address has an account (MAIL-2).
 */
export type Errand =
  /** Makes the account, or tells whoever has the address that somebody tried. `next`: a path to go on to. */
  | { kind: 'register'; email: string; name: string; passwordHash: string; next: string }
  /** Writes to the account of an address, where there is one, how to choose another password. */
  | { kind: 'reset'; email: string }
  /** Writes to an address that an account wants to have. */
  | { kind: 'change'; userId: string; email: string }
  /** Writes to the address that an account has. */
  | { kind: 'confirm'; userId: string }
  /** Tells the owner what was done to the account, at the address of that time. */
  | { kind: 'news'; userId: string; email: string; what: AccountNews }

/** Keeps an errand until it is done. @returns its id */
export const keepErrand = async ({ prisma }: Postgres, errand: Errand): Promise<string> => {
  const id = newId()
  await prisma.outbox.create({ data: { id, topic: TOPIC, payload: errand satisfies Prisma.InputJsonObject } })
  return id
}

/** An errand that waits; null where it is done. This module alone writes rows of this topic. */
export const errandById = async ({ prisma }: Postgres, id: string): Promise<Errand | null> => {
  const row = await prisma.outbox.findFirst({ where: { id, topic: TOPIC } })
  return row && (row.payload as Errand)
}

export const dropErrand = async ({ prisma }: Postgres, id: string): Promise<void> => {
  await prisma.outbox.deleteMany({ where: { id, topic: TOPIC } })
}

/**
 * Errands that are older than `olderThanMs`, the oldest first: whose queue may have lost them. What waits for a day is forgotten: nobody
 * expects its letter any more.
 */
export const waitingErrands = async ({ prisma }: Postgres, olderThanMs: number, limit: number): Promise<string[]> => {
  await prisma.$executeRaw`DELETE FROM auth.outbox WHERE topic = ${TOPIC} AND created_at < now() - interval '1 day'`
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM auth.outbox WHERE topic = ${TOPIC} AND created_at < now() - ${olderThanMs} * interval '1 millisecond'
    ORDER BY created_at LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

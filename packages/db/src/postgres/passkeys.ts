import type { Passkey } from '../generated/client.ts'
import type { Postgres } from './connection.ts'
import { isUniqueViolation } from './errors.ts'
import { lockUser } from './lock-user.ts'

/** A passkey as it is listed to its owner. */
export type StoredPasskey = Pick<Passkey, 'id' | 'name' | 'transports' | 'backedUp'> & {
  createdAtMs: number
  lastUsedAtMs: number | null
}
/** What a signature is checked against. */
export type PasskeyKey = Pick<Passkey, 'id' | 'userId' | 'transports'> & {
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
}

/** How many passkeys an account may have. */
const MOST = 20

/** Keeps a new passkey; `known` where some account has it already, `full` where there are too many. */
export const insertPasskey = async (
  { prisma }: Postgres,
  { counter, ...passkey }: PasskeyKey & { name: string; backedUp: boolean },
): Promise<'kept' | 'known' | 'full'> => {
  try {
    return await prisma.$transaction(async (tx) => {
      await lockUser(tx, passkey.userId)
      if ((await tx.passkey.count({ where: { userId: passkey.userId } })) >= MOST) return 'full'
      await tx.passkey.create({ data: { ...passkey, counter: BigInt(counter) } })
      return 'kept'
    })
  } catch (error) {
    if (isUniqueViolation(error)) return 'known'
    throw error
  }
}

/** The passkeys of an account, the oldest first. */
export const passkeysOf = async ({ prisma }: Postgres, userId: string): Promise<StoredPasskey[]> => {
  const rows = await prisma.passkey.findMany({ where: { userId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, name, transports, backedUp, createdAt, lastUsedAt }) => ({
    id,
    name,
    transports,
    backedUp,
    createdAtMs: createdAt.getTime(),
    lastUsedAtMs: lastUsedAt?.getTime() ?? null,
  }))
}

export const passkeyById = async ({ prisma }: Postgres, id: string): Promise<PasskeyKey | null> => {
  const row = await prisma.passkey.findUnique({ where: { id } })
  return (
    row && {
      id,
      userId: row.userId,
      transports: row.transports,
      publicKey: row.publicKey,
      counter: Number(row.counter),
    }
  )
}

/**
 * Notes that a passkey signed. A device that counts its signatures must have counted on: false where another signature was first, or the
 * count goes back, as with a copy of the key.
 */
export const notePasskeyUse = async (
  { prisma }: Postgres,
  { id, counter, backedUp }: { id: string; counter: number; backedUp: boolean },
): Promise<boolean> => {
  const counts = counter > 0
  const { count } = await prisma.passkey.updateMany({
    where: { id, counter: counts ? { lt: BigInt(counter) } : 0n },
    data: { lastUsedAt: new Date(), counter: BigInt(counter), backedUp },
  })
  return count === 1
}

/** Calls a passkey something else; false where the account has no such one. */
export const renamePasskey = async (
  { prisma }: Postgres,
  userId: string,
  id: string,
  name: string,
): Promise<boolean> => {
  const { count } = await prisma.passkey.updateMany({ where: { id, userId }, data: { name } })
  return count === 1
}

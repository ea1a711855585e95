import type { Prisma } from '../generated/client.ts'
import type { Postgres } from './connection.ts'

/** Puts codes in the place of all that an account had, within a transaction. */
export const putRecoveryCodes = async (
  tx: Prisma.TransactionClient,
  userId: string,
  hashes: readonly string[],
): Promise<void> => {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ hash, userId })) })
}

/** Puts new codes in the place of the old ones; false where the account is asked for no codes that they could stand in for. */
export const replaceRecoveryCodes = (
  { prisma }: Postgres,
  userId: string,
  hashes: readonly string[],
): Promise<boolean> =>
  prisma.$transaction(async (tx) => {
    // Held, so that of two who ask at once the second replaces what the first was given.
    const held = await tx.$executeRaw`
      SELECT 1 FROM auth.totp WHERE user_id = ${userId} AND confirmed_at IS NOT NULL FOR UPDATE`
    if (held === 0) return false
    await putRecoveryCodes(tx, userId, hashes)
    return true
  })

/** Takes a code; false where it is none of this account's, or was taken before. */
export const takeRecoveryCode = async ({ prisma }: Postgres, userId: string, hash: string): Promise<boolean> => {
  const { count } = await prisma.recoveryCode.updateMany({
    where: { hash, userId, usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}

/** How many codes an account has left. */
export const countRecoveryCodes = ({ prisma }: Postgres, userId: string): Promise<number> =>
  prisma.recoveryCode.count({ where: { userId, usedAt: null } })

import type { Totp } from '../generated/client.ts'
import type { Postgres } from './connection.ts'
import { lockUser } from './lock-user.ts'
import { putRecoveryCodes } from './recovery-codes.ts'

/** The one-time codes of an account: the sealed secret, and since when they are asked for; null until the first code was right. */
export type StoredTotp = { sealedSecret: string; confirmedAtMs: number | null }

const stored = ({ sealedSecret, confirmedAt }: Totp): StoredTotp => ({
  sealedSecret,
  confirmedAtMs: confirmedAt?.getTime() ?? null,
})

export const totpOf = async ({ prisma }: Postgres, userId: string): Promise<StoredTotp | null> => {
  const row = await prisma.totp.findUnique({ where: { userId } })
  return row && stored(row)
}

/** Keeps a secret that no code has confirmed yet, in place of another such one. False where codes are asked for already. */
export const startTotp = ({ prisma }: Postgres, userId: string, sealedSecret: string): Promise<boolean> =>
  prisma.$transaction(async (tx) => {
    await lockUser(tx, userId)
    const before = await tx.totp.findUnique({ where: { userId } })
    if (before?.confirmedAt) return false
    const fresh = { sealedSecret, lastStep: 0n }
    await tx.totp.upsert({ where: { userId }, create: { userId, ...fresh }, update: fresh })
    return true
  })

/**
 * From now on codes are asked for, and these recovery codes stand in for them.
 * @param sealedSecret the secret that the code was checked against: one that was replaced meanwhile confirms nothing.
 * @returns false where there is nothing to confirm.
 */
export const confirmTotp = (
  { prisma }: Postgres,
  {
    userId,
    sealedSecret,
    step,
    codeHashes,
  }: { userId: string; sealedSecret: string; step: number; codeHashes: string[] },
): Promise<boolean> =>
  prisma.$transaction(async (tx) => {
    const { count } = await tx.totp.updateMany({
      where: { userId, sealedSecret, confirmedAt: null },
      data: { confirmedAt: new Date(), lastStep: BigInt(step) },
    })
    if (count === 1) await putRecoveryCodes(tx, userId, codeHashes)
    return count === 1
  })

/** Takes the code of a step of 30 seconds; false where that one, or a later one, was taken before: no code is good twice. */
export const takeTotpStep = async ({ prisma }: Postgres, userId: string, step: number): Promise<boolean> => {
  const { count } = await prisma.totp.updateMany({
    where: { userId, confirmedAt: { not: null }, lastStep: { lt: BigInt(step) } },
    data: { lastStep: BigInt(step) },
  })
  return count === 1
}

/** Asks for codes no more; the recovery codes go with them. False where none were asked for. */
export const deleteTotp = async ({ prisma }: Postgres, userId: string): Promise<boolean> => {
  const [, { count }] = await prisma.$transaction([
    prisma.recoveryCode.deleteMany({ where: { userId } }),
    prisma.totp.deleteMany({ where: { userId, confirmedAt: { not: null } } }),
  ])
  return count === 1
}

import type { Postgres } from './connection.ts'

/** Audit lines that an export holds: the newest. */
const MAX_AUDIT = 10_000

/**
 * Everything that accounts and profiles keep of one person, for that person to read. What proves somebody (hashes, keys, secrets) is left
 * out: whoever found it in a file could sign in with it. Null where there is no such account.
 */
export const ownData = async ({ prisma }: Postgres, userId: string) => {
  const theirs = { where: { userId } }
  const [account, profile, identities, sessions, passkeys, totp, recoveryCodes, letters, audit] = await Promise.all([
    prisma.user.findUnique({ where: { id: userId }, omit: { passwordHash: true } }),
    prisma.userProfile.findUnique({ where: { userId } }),
    prisma.identity.findMany({ ...theirs, omit: { userId: true } }),
    prisma.session.findMany({ ...theirs, omit: { userId: true }, orderBy: { createdAt: 'desc' } }),
    prisma.passkey.findMany({ ...theirs, omit: { userId: true, publicKey: true, counter: true } }),
    prisma.totp.findUnique({ ...theirs, select: { confirmedAt: true } }),
    prisma.recoveryCode.count({ where: { userId, usedAt: null } }),
    prisma.mailToken.findMany({ ...theirs, omit: { userId: true, hash: true } }),
    prisma.auditEntry.findMany({
      where: { actorId: userId },
      omit: { actorId: true },
      orderBy: { at: 'desc' },
      take: MAX_AUDIT,
    }),
  ])
  if (!account) return null
  return {
    account,
    profile,
    identities,
    sessions,
    passkeys,
    oneTimeCodes: totp && { since: totp.confirmedAt, recoveryCodesLeft: recoveryCodes },
    letters,
    audit,
  }
}

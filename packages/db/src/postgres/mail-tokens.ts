import type { Postgres } from './connection.ts'
import { isUniqueViolation } from './errors.ts'
import { lockUser } from './lock-user.ts'
import { accountChanged, accountCreated } from './profiles.ts'
import type { Account } from './users.ts'
import { foldEmail, SHOWN } from './users.ts'

/**
 * What a link in a letter is for. `verify`: a new account, which nobody comes into before; `reset`: another password; `change`: another
 * address; `confirm`: the address of an account in use.
 */
export type MailPurpose = 'verify' | 'reset' | 'change' | 'confirm'

/** A link that is good now. */
export type MailLink = { userId: string; purpose: MailPurpose; email: string }

/** Keeps a link's hash. Links of before for the same purpose go on, but for `change`: the last address that was asked for is meant. */
export const insertMailToken = async (
  { prisma }: Postgres,
  { hash, userId, purpose, email, lifeMs }: MailLink & { hash: string; lifeMs: number },
): Promise<void> => {
  if (purpose === 'change') await prisma.mailToken.deleteMany({ where: { userId, purpose } })
  await prisma.$executeRaw`
    INSERT INTO auth.mail_tokens (hash, user_id, purpose, email, expires_at)
    VALUES (${hash}, ${userId}, ${purpose}, ${foldEmail(email)}, now() + ${lifeMs} * interval '1 millisecond')`
}

/** The link of this hash; null where it was used, is too old, or its account is gone. */
export const mailLink = async ({ prisma }: Postgres, hash: string): Promise<MailLink | null> => {
  const [row] = await prisma.$queryRaw<MailLink[]>`
    SELECT t.user_id AS "userId", t.purpose, t.email FROM auth.mail_tokens t JOIN auth.users u ON u.id = t.user_id
    WHERE t.hash = ${hash} AND t.used_at IS NULL AND t.expires_at > now() AND u.deleted_at IS NULL`
  return row ?? null
}

/**
 * Uses a link, once: two at once are one. Its address is known to be read from now on. A link to a changed address gives the account that address. Every other link of the account that
 * the change makes wrong ends with it.
 * @returns the account as it is now, with the address of before; `none` where the link is good no more, `taken` where another account has the
 * address by now
 */
export const useMailLink = async (
  { prisma }: Postgres,
  hash: string,
  { passwordHash }: { passwordHash?: string } = {},
): Promise<{ account: Account; before: string } | 'none' | 'taken'> => {
  try {
    return await prisma.$transaction(async (tx) => {
      const [link] = await tx.$queryRaw<MailLink[]>`
        UPDATE auth.mail_tokens SET used_at = now() WHERE hash = ${hash} AND used_at IS NULL AND expires_at > now()
        RETURNING user_id AS "userId", purpose, email`
      if (!link) return 'none'
      const { userId, purpose, email } = link
      await lockUser(tx, userId)
      const user = await tx.user.findUnique({
        where: { id: userId },
        select: { email: true, deletedAt: true, emailVerifiedAt: true },
      })
      if (!user || user.deletedAt) return 'none'
      // A letter to an address that the account has left since proves nothing of the one it has.
      if (purpose !== 'change' && user.email !== email) return 'none'
      const account = await tx.user.update({
        where: { id: userId },
        data: { email, emailVerifiedAt: new Date(), ...(passwordHash !== undefined && { passwordHash }) },
        select: SHOWN,
      })
      // A new account has no profile before its first letter is answered; one that is there already stays as it is.
      if (!user.emailVerifiedAt) await tx.outbox.create({ data: accountCreated({ userId, name: account.name, email }) })
      if (user.email !== email) await tx.outbox.create({ data: accountChanged(userId) })
      const over =
        purpose === 'change' ? {} : { purpose: { in: ['verify', 'confirm', purpose] satisfies MailPurpose[] } }
      await tx.mailToken.deleteMany({ where: { userId, hash: { not: hash }, ...over } })
      return { account, before: user.email }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken'
    throw error
  }
}

/** Ends the links that give an account another password or address, as after its password was changed. */
export const dropMailLinks = async ({ prisma }: Postgres, userId: string): Promise<void> => {
  await prisma.mailToken.deleteMany({ where: { userId, purpose: { in: ['reset', 'change'] } } })
}

/**
 * Forgets links that were over a day ago, and new accounts whose letters nobody has answered in all that time: the address is free again
 * (MAIL-4). @returns how many accounts
 */
export const forgetMailTokens = async ({ prisma }: Postgres): Promise<number> => {
  const forgotten = await prisma.$executeRaw`
    DELETE FROM auth.users u WHERE u.email_verified_at IS NULL
      AND EXISTS (SELECT 1 FROM auth.mail_tokens t WHERE t.user_id = u.id AND t.purpose = 'verify' AND t.used_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM auth.mail_tokens t WHERE t.user_id = u.id AND t.expires_at > now() - interval '1 day')
      AND NOT EXISTS (SELECT 1 FROM auth.identities i WHERE i.user_id = u.id)`
  await prisma.$executeRaw`
    DELETE FROM auth.mail_tokens WHERE expires_at < now() - interval '1 day'`
  return forgotten
}

import { Prisma, type User } from '../generated/client.ts'
import type { Postgres } from './connection.ts'
import { isUniqueViolation } from './errors.ts'
import { type Account, foldEmail } from './users.ts'

/** An account with what decides whether somebody comes in by its password. */
export type SignInUser = {
  account: Account
  passwordHash: string | null
  /** It is new, and nobody has answered the letter to its address yet. */
  waits: boolean
  /** Changes with the password, and tells nothing of it. */
  stamp: string
}

/** {@link SignInUser.stamp} of the row `u`. */
export const STAMP = Prisma.sql`encode(sha256(convert_to(coalesce(u.password_hash, ''), 'UTF8')), 'hex')`

const COLUMNS = Prisma.sql`u.id, u.email, u.name, u.admin, u.may_create_events AS "mayCreateEvents", u.bot,
  u.created_at AS "createdAt", u.email_verified_at AS "emailVerifiedAt"`

/** The account of an address, in one query whatever there is to find; null where it has none, or has been deleted. */
export const userForSignIn = async ({ prisma }: Postgres, email: string): Promise<SignInUser | null> => {
  const [row] = await prisma.$queryRaw<(Account & Omit<SignInUser, 'account'>)[]>`
    SELECT ${COLUMNS}, u.password_hash AS "passwordHash", ${STAMP} AS stamp,
      EXISTS (SELECT 1 FROM auth.mail_tokens t
        WHERE t.user_id = u.id AND t.purpose = 'verify' AND t.used_at IS NULL) AS waits
    FROM auth.users u WHERE u.email = ${foldEmail(email)} AND u.deleted_at IS NULL`
  if (!row) return null
  const { passwordHash, waits, stamp, ...account } = row
  return { account, passwordHash, waits, stamp }
}

/** Why an account is shut out, in the words of the administrator; null where it is not. */
export const banOf = async ({ prisma }: Postgres, userId: string): Promise<{ reason: string | null } | null> => {
  const user = await prisma.user.findUnique({ where: { id: userId }, select: { bannedAt: true, banReason: true } })
  return user?.bannedAt ? { reason: user.banReason } : null
}

/**
 * Stores an account that waits for its first letter to be answered, with that letter's link; it has no profile before. False where the address
 * is taken.
 * @param link.hash of its token
 */
export const insertWaitingUser = async (
  { prisma }: Postgres,
  user: Pick<User, 'id' | 'email' | 'name' | 'passwordHash'>,
  link: { hash: string; lifeMs: number },
): Promise<boolean> => {
  const email = foldEmail(user.email)
  const expiresAt = new Date(Date.now() + link.lifeMs)
  const mailTokens = { create: { hash: link.hash, purpose: 'verify', email, expiresAt } }
  try {
    await prisma.user.create({ data: { ...user, email, mailTokens } })
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

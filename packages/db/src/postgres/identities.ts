import type { Prisma, User } from '../generated/client.ts'
import type { Postgres } from './connection.ts'
import { isUniqueViolation } from './errors.ts'
import { accountCreated } from './profiles.ts'
import { type Account, foldEmail, SHOWN } from './users.ts'

/** Who somebody is elsewhere. */
type Elsewhere = { provider: string; subject: string; email: string }
/** A link to an account elsewhere, as it is shown to its owner. */
export type StoredIdentity = { provider: string; email: string; createdAtMs: number }

/** The account that somebody from elsewhere signs in to; null where there is none. */
export const userOfIdentity = async (
  { prisma }: Postgres,
  { provider, subject }: Pick<Elsewhere, 'provider' | 'subject'>,
): Promise<Account | null> => {
  const found = await prisma.identity.findUnique({
    where: { provider_subject: { provider, subject } },
    select: { user: { select: SHOWN } },
  })
  return found?.user ?? null
}

export const identitiesOf = async ({ prisma }: Postgres, userId: string): Promise<StoredIdentity[]> => {
  const rows = await prisma.identity.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ provider, email, createdAt }) => ({ provider, email, createdAtMs: createdAt.getTime() }))
}

/** Links an account here with one elsewhere; `taken` where either is linked with another already. Repeating it is harmless. */
export const insertIdentity = async (
  { prisma }: Postgres,
  userId: string,
  { provider, subject, email }: Elsewhere,
): Promise<'linked' | 'taken'> => {
  try {
    await prisma.identity.create({ data: { provider, subject, userId, email: foldEmail(email) } })
    return 'linked'
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const there = await prisma.identity.findUnique({ where: { provider_subject: { provider, subject } } })
    return there?.userId === userId ? 'linked' : 'taken'
  }
}

/** A person from elsewhere, as an account is made for one. `verified`: somebody has shown there to read the address. */
type NewFromElsewhere = Pick<User, 'id' | 'name'> & { verified: boolean }

/**
 * Makes an account without a password for somebody from elsewhere, with its link and the message to its profile; null where the address is taken.
 * An account that still waits for the letter to its address to be answered is nobody's yet: it becomes that of whoever is verified to read the address.
 */
export const insertUserFrom = async (
  { prisma }: Postgres,
  { id, name, verified }: NewFromElsewhere,
  { provider, subject, email: given }: Elsewhere,
): Promise<Account | null> => {
  const email = foldEmail(given)
  const emailVerifiedAt = verified ? new Date() : null
  try {
    return await prisma.$transaction(async (tx) => {
      const waiting = verified ? await waitingUser(tx, email) : null
      const data = { name, emailVerifiedAt, passwordHash: null }
      if (waiting) await tx.mailToken.deleteMany({ where: { userId: waiting } })
      const account = waiting
        ? await tx.user.update({ where: { id: waiting }, data, select: SHOWN })
        : await tx.user.create({ data: { ...data, id, email, bot: false }, select: SHOWN })
      await tx.identity.create({ data: { provider, subject, userId: account.id, email } })
      await tx.outbox.create({ data: accountCreated({ userId: account.id, name, email }) })
      return account
    })
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/** The account of an address that nobody has come into yet, held until the end of the transaction. */
const waitingUser = async (tx: Prisma.TransactionClient, email: string): Promise<string | null> => {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM auth.users u
    WHERE u.email = ${email} AND u.email_verified_at IS NULL AND u.deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM auth.mail_tokens t WHERE t.user_id = u.id AND t.purpose = 'verify' AND t.used_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM auth.identities i WHERE i.user_id = u.id)
    FOR UPDATE OF u`
  return row?.id ?? null
}

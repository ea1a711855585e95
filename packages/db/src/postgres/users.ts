import type { User } from '../generated/client.ts'
import type { Postgres } from './connection.ts'
import { isUniqueViolation } from './errors.ts'
import { accountCreated } from './profiles.ts'

/** An account without its secret. */
export type Account = Pick<User, 'id' | 'email' | 'name' | 'admin' | 'bot' | 'createdAt'>

const SHOWN = { id: true, email: true, name: true, admin: true, bot: true, createdAt: true } as const

/** One address is one account, however it is typed. */
export const foldEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase()

/** Stores a user together with the message that hands the account to its profile; null where the address is taken. */
export const insertUser = async (
  { prisma }: Postgres,
  user: Pick<User, 'id' | 'email' | 'name' | 'passwordHash' | 'bot'>,
): Promise<Account | null> => {
  const email = foldEmail(user.email)
  try {
    const [stored] = await prisma.$transaction([
      prisma.user.create({ data: { ...user, email }, select: SHOWN }),
      prisma.outbox.create({ data: accountCreated({ userId: user.id, name: user.name, email }) }),
    ])
    return stored
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

export const userById = ({ prisma }: Postgres, id: string): Promise<Account | null> =>
  prisma.user.findUnique({ where: { id }, select: SHOWN })

export const userByEmail = ({ prisma }: Postgres, email: string): Promise<Account | null> =>
  prisma.user.findUnique({ where: { email: foldEmail(email) }, select: SHOWN })

/** The account of an address with its password's hash, for checking a password and nothing else. */
export const userWithHash = (
  { prisma }: Postgres,
  email: string,
): Promise<(Account & Pick<User, 'passwordHash'>) | null> =>
  prisma.user.findUnique({ where: { email: foldEmail(email) }, select: { ...SHOWN, passwordHash: true } })

/** Makes an account an administrator, or no longer one; null where there is no such account. */
export const setAdmin = async ({ prisma }: Postgres, id: string, admin: boolean): Promise<Account | null> => {
  const { count } = await prisma.user.updateMany({ where: { id }, data: { admin } })
  return count === 0 ? null : prisma.user.findUnique({ where: { id }, select: SHOWN })
}

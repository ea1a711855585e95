import type { User } from '../generated/client.ts'
import type { Postgres } from './connection.ts'
import { isUniqueViolation } from './errors.ts'
import { isLastAdmin } from './last-admin.ts'
import { accountCreated } from './profiles.ts'

/** An account without its secret. */
export type Account = Pick<
  User,
  'id' | 'email' | 'name' | 'admin' | 'mayCreateEvents' | 'bot' | 'createdAt' | 'emailVerifiedAt'
>

export const SHOWN = {
  id: true,
  email: true,
  name: true,
  admin: true,
  mayCreateEvents: true,
  bot: true,
  createdAt: true,
  emailVerifiedAt: true,
} as const

/** One address is one account, however it is typed. */
export const foldEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase()

/** Stores a user together with the message that hands the account to its profile; null where the address is taken. */
export const insertUser = async (
  { prisma }: Postgres,
  user: Pick<User, 'id' | 'email' | 'name' | 'passwordHash' | 'bot'> & Partial<Pick<User, 'emailVerifiedAt'>>,
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

/** Replaces the hash that an account's password is checked against. */
export const setPasswordHash = async ({ prisma }: Postgres, id: string, passwordHash: string): Promise<void> => {
  await prisma.user.updateMany({ where: { id }, data: { passwordHash } })
}

/** The rights that an administrator gives and takes. */
export type Rights = Partial<Pick<Account, 'admin' | 'mayCreateEvents'>>

/**
 * Gives an account rights, or takes them. Gavel keeps an administrator, whoever takes whom at once: taking the last one is refused, and
 * bots do not count. `none` where there is no such account.
 */
export const setRights = ({ prisma }: Postgres, id: string, rights: Rights): Promise<Account | 'none' | 'last-admin'> =>
  prisma.$transaction(async (tx) => {
    if (rights.admin === false && (await isLastAdmin(tx, id))) return 'last-admin'
    const { count } = await tx.user.updateMany({ where: { id, deletedAt: null }, data: rights })
    if (count === 0) return 'none'
    return (await tx.user.findUnique({ where: { id }, select: SHOWN })) ?? 'none'
  })

/**
 * People, the newest first; bots and deleted accounts are left out.
 * @param filter.search a part of a name or address, whatever the case; everybody where empty.
 * @param filter.after the id of the last one of the page before; null for the first page.
 */
export const listPeople = ({ prisma }: Postgres, filter: { search: string; after: string | null; limit: number }) => {
  const part = { contains: filter.search, mode: 'insensitive' } as const
  return prisma.user.findMany({
    where: { bot: false, deletedAt: null, ...(filter.search && { OR: [{ email: part }, { name: part }] }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: filter.limit,
    ...(filter.after && { cursor: { id: filter.after }, skip: 1 }),
    select: SHOWN,
  }) satisfies Promise<Account[]>
}

/** Everybody who administers this installation. */
export const adminIds = async ({ prisma }: Postgres): Promise<string[]> => {
  const admins = await prisma.user.findMany({ where: { admin: true, bot: false }, select: { id: true } })
  return admins.map(({ id }) => id)
}

/** The people behind ids, by id; those without an account are left out. */
export const peopleOf = async ({ prisma }: Postgres, ids: readonly string[]): Promise<Map<string, Account>> => {
  const people = await prisma.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: SHOWN })
  return new Map(people.map((account) => [account.id, account]))
}

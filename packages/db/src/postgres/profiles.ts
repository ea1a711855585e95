import type { Outbox, Prisma, UserProfile } from '../generated/client.ts'
import { newId } from '../id.ts'
import type { Postgres } from './connection.ts'

const ACCOUNT_CREATED = 'account.created'
const ACCOUNT_CHANGED = 'account.changed'

type AccountCreated = { userId: string; name: string; email: string }

/** The row that hands a new account to its profile. Written in the account's own transaction. */
export const accountCreated = (payload: AccountCreated): Prisma.OutboxCreateInput => ({
  id: newId(),
  topic: ACCOUNT_CREATED,
  payload,
})

/** The row that says that an account's name or address is another one, or that it was deleted. Written in the transaction that changes it. */
export const accountChanged = (userId: string): Prisma.OutboxCreateInput => ({
  id: newId(),
  topic: ACCOUNT_CHANGED,
  payload: { userId },
})

/**
 * Makes the profiles of new accounts, and brings those of changed ones up to date, oldest first, at most `limit` in one turn. The two
 * schemas share no transaction, for they may become two databases: a profile is written first and its message deleted after, so a crash
 * in between, or two workers at once, only repeats a step that changes nothing.
 * @returns how many were delivered.
 */
export const deliverProfiles = async (postgres: Postgres, limit = 100): Promise<number> => {
  const { prisma } = postgres
  const rows = await prisma.outbox.findMany({
    where: { topic: { in: [ACCOUNT_CREATED, ACCOUNT_CHANGED] } },
    orderBy: { createdAt: 'asc' },
    take: limit,
  })
  if (rows.length === 0) return 0
  const made = rows.filter(({ topic }) => topic === ACCOUNT_CREATED)
  if (made.length > 0) await prisma.userProfile.createMany({ data: made.map(createdBy), skipDuplicates: true })
  const changed = rows.filter(({ topic }) => topic === ACCOUNT_CHANGED).map(changedBy)
  for (const userId of new Set(changed)) await followAccount(postgres, userId)
  const { count } = await prisma.outbox.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  return count
}

// This module alone writes rows of these topics.
const createdBy = ({ payload }: Outbox): AccountCreated => payload as AccountCreated
const changedBy = ({ payload }: Outbox): string => (payload as Pick<AccountCreated, 'userId'>).userId

/** What a deleted account's profile keeps says nothing of the person. The picture goes with whoever deletes the file of it. */
const FORGOTTEN = { email: '', bio: '', playing: {}, public: false } as const

/**
 * Gives a profile its account's name and address as they are now. Whoever delivers an older message at the same time may write after this
 * one: each looks again at what it has written, so that the last one to write has the truth.
 */
const followAccount = async ({ prisma }: Postgres, userId: string): Promise<void> => {
  const look = () =>
    prisma.user.findUnique({ where: { id: userId }, select: { name: true, email: true, deletedAt: true } })
  for (let account = await look(); account; ) {
    const { name, email, deletedAt } = account
    const told = { name, email, ...(deletedAt && FORGOTTEN) }
    await prisma.userProfile.upsert({ where: { userId }, create: { userId, ...told }, update: told })
    const now = await look()
    if (now?.name === name && now.email === email && now.deletedAt?.getTime() === deletedAt?.getTime()) return
    account = now
  }
}

/** Gives an account, and with it its profile, another name. False where there is no such account. */
export const renameAccount = async (postgres: Postgres, userId: string, name: string): Promise<boolean> => {
  const { prisma } = postgres
  const renamed = await prisma.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, deletedAt: null }, data: { name } })
    if (count === 1) await tx.outbox.create({ data: accountChanged(userId) })
    return count === 1
  })
  // The workers' sweep would do it too; doing it here means that the name is there on the next page.
  if (renamed) await deliverProfiles(postgres)
  return renamed
}

/** What others see of a person, and whether they do. `avatar`: a key of the media store. `playing`: as its one author wrote it. */
export type Profile = Pick<UserProfile, 'userId' | 'name' | 'bio' | 'avatar' | 'playing' | 'public'>

const SHOWN = { userId: true, name: true, bio: true, avatar: true, playing: true, public: true } as const

/** Null for who has no account, or one that was deleted or whose message was not delivered yet. */
export const profileById = ({ prisma }: Postgres, userId: string): Promise<Profile | null> =>
  prisma.userProfile.findUnique({ where: { userId }, select: SHOWN })

/** Stores what a person says in the profile. False where there is none. */
export const saveProfile = async (
  { prisma }: Postgres,
  userId: string,
  said: { bio: string; public: boolean; playing: Prisma.InputJsonObject },
): Promise<boolean> => {
  const { count } = await prisma.userProfile.updateMany({ where: { userId }, data: said })
  return count === 1
}

/**
 * Gives a person another picture, or none; a deleted account gets none. Of two at once each answers what the other one left.
 * @returns the key before; null where nothing was changed
 */
export const setAvatar = async (
  { prisma }: Postgres,
  userId: string,
  avatar: string | null,
): Promise<{ before: string | null } | null> => {
  const [row] = await prisma.$queryRaw<{ before: string | null }[]>`
    UPDATE profile.user_profiles p SET avatar = ${avatar}, updated_at = now()
    FROM (SELECT user_id, avatar FROM profile.user_profiles WHERE user_id = ${userId}
      AND (email <> '' OR ${avatar}::text IS NULL) FOR UPDATE) old
    WHERE p.user_id = old.user_id RETURNING old.avatar AS before`
  return row ?? null
}

/** Whether anybody shows this picture. */
export const isAvatarUsed = async ({ prisma }: Postgres, key: string): Promise<boolean> =>
  (await prisma.userProfile.findFirst({ where: { avatar: key }, select: { userId: true } })) !== null

/** The names people go by. Ids without a profile (not yet delivered) are left out. */
export const namesOf = async ({ prisma }: Postgres, userIds: readonly string[]): Promise<Map<string, string>> => {
  const profiles = await prisma.userProfile.findMany({
    where: { userId: { in: [...userIds] } },
    select: { userId: true, name: true },
  })
  return new Map(profiles.map(({ userId, name }) => [userId, name]))
}

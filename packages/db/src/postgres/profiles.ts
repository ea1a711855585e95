import type { Outbox, Prisma } from '../generated/client.ts'
import { newId } from '../id.ts'
import type { Postgres } from './connection.ts'

const ACCOUNT_CREATED = 'account.created'

type AccountCreated = { userId: string; name: string; email: string }

/** The row that hands a new account to its profile. Written in the account's own transaction. */
export const accountCreated = (payload: AccountCreated): Prisma.OutboxCreateInput => ({
  id: newId(),
  topic: ACCOUNT_CREATED,
  payload,
})

/**
 * Makes the profiles of new accounts, oldest first, at most `limit` in one turn. The two schemas share no transaction, for they may
 * become two databases: a profile is made first and its message deleted after, so a crash in between, or two workers at once, only
 * repeats a step that changes nothing.
 * @returns how many were delivered.
 */
export const deliverProfiles = async ({ prisma }: Postgres, limit = 100): Promise<number> => {
  const rows = await prisma.outbox.findMany({
    where: { topic: ACCOUNT_CREATED },
    orderBy: { createdAt: 'asc' },
    take: limit,
  })
  if (rows.length === 0) return 0
  await prisma.userProfile.createMany({ data: rows.map(payloadOf), skipDuplicates: true })
  const { count } = await prisma.outbox.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  return count
}

// This module alone writes rows of this topic, by accountCreated.
const payloadOf = ({ payload }: Outbox): AccountCreated => payload as AccountCreated

/** The names people go by. Ids without a profile (forgotten, or not yet delivered) are left out. */
export const namesOf = async ({ prisma }: Postgres, userIds: readonly string[]): Promise<Map<string, string>> => {
  const profiles = await prisma.userProfile.findMany({
    where: { userId: { in: [...userIds] } },
    select: { userId: true, name: true },
  })
  return new Map(profiles.map(({ userId, name }) => [userId, name]))
}

import type { Prisma } from '../generated/client.ts'
import { newId } from '../id.ts'
import type { Postgres } from './connection.ts'
import { isLastAdmin } from './last-admin.ts'
import { lockUser } from './lock-user.ts'
import { accountChanged, deliverProfiles } from './profiles.ts'

const ACCOUNT_DELETED = 'account.deleted'

/** What people read in place of the name of somebody who asked to be forgotten. */
export const DELETED_NAME = 'Deleted person'

/** What the other stores need to forget somebody by. `email`: as it was. */
export type Deletion = { id: string; userId: string; email: string }

/** What a deletion came to. `sids`: sessions that were open and are gone. */
export type Deleted = { is: 'deleted'; sids: string[] } | { is: 'none' | 'last-admin' }

/**
 * Deletes an account: its row stays for the records that name its id, without name, address or password; what it signed in by, its
 * sessions and its profile go. What other stores keep of it is told to them by a message written along ({@link listDeletions}). Repeating
 * it answers `none`.
 */
export const deleteAccount = async (postgres: Postgres, userId: string): Promise<Deleted> => {
  const { prisma } = postgres
  const deleted = await prisma.$transaction(async (tx): Promise<Deleted> => {
    if (await isLastAdmin(tx, userId)) return { is: 'last-admin' }
    await lockUser(tx, userId)
    const account = await tx.user.findFirst({
      where: { id: userId, deletedAt: null, bot: false },
      select: { email: true },
    })
    if (!account) return { is: 'none' }
    const { email } = account
    const sessions = await tx.session.findMany({ where: { userId, endedAt: null }, select: { id: true } })
    await tx.user.update({ where: { id: userId }, data: emptied(userId) })
    const theirs = { where: { userId } }
    await tx.identity.deleteMany(theirs)
    await tx.session.deleteMany(theirs)
    await tx.mailToken.deleteMany(theirs)
    await tx.passkey.deleteMany(theirs)
    await tx.totp.deleteMany(theirs)
    await tx.recoveryCode.deleteMany(theirs)
    await tx.auditEntry.updateMany({ where: { subject: `user:${email}` }, data: { subject: `user:${userId}` } })
    await tx.outbox.create({ data: { id: newId(), topic: ACCOUNT_DELETED, payload: { userId, email } } })
    await tx.outbox.create({ data: accountChanged(userId) })
    return { is: 'deleted', sids: sessions.map(({ id }) => id) }
  })
  if (deleted.is === 'deleted') await deliverProfiles(postgres)
  return deleted
}

const emptied = (userId: string): Prisma.UserUpdateInput => ({
  // No address, so that nobody can register it.
  email: `deleted:${userId}`,
  name: DELETED_NAME,
  passwordHash: null,
  emailVerifiedAt: null,
  admin: false,
  mayCreateEvents: false,
  bannedAt: null,
  banReason: null,
  deletedAt: new Date(),
})

/** Deletions that other stores have not heard of yet, the oldest first. */
export const listDeletions = async ({ prisma }: Postgres, limit = 20): Promise<Deletion[]> => {
  const rows = await prisma.outbox.findMany({
    where: { topic: ACCOUNT_DELETED },
    orderBy: { createdAt: 'asc' },
    take: limit,
  })
  return rows.map(({ id, payload }) => ({ ...(payload as Omit<Deletion, 'id'>), id }))
}

/** Takes out a deletion that every store has heard of; with it the address is forgotten. */
export const clearDeletion = async ({ prisma }: Postgres, { id }: Pick<Deletion, 'id'>): Promise<void> => {
  await prisma.outbox.deleteMany({ where: { id, topic: ACCOUNT_DELETED } })
}

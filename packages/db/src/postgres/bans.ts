import type { Postgres } from './connection.ts'
import { isLastAdmin } from './last-admin.ts'

/** When somebody was shut out, and why in the administrator's words. */
export type Ban = { bannedAtMs: number; reason: string }

/**
 * Shuts somebody out, or lets them in again with `null`. Gavel keeps an administrator who can act, whoever shuts out whom at once. `none` where
 * there is no such person; bots act in rehearsals alone and are not shut out. The sessions are the caller's to end.
 */
export const setBan = (
  { prisma }: Postgres,
  userId: string,
  reason: string | null,
): Promise<'done' | 'none' | 'last-admin'> =>
  prisma.$transaction(async (tx) => {
    if (reason !== null && (await isLastAdmin(tx, userId))) return 'last-admin'
    const { count } = await tx.user.updateMany({
      where: { id: userId, bot: false, deletedAt: null },
      data: reason === null ? { bannedAt: null, banReason: null } : { bannedAt: new Date(), banReason: reason },
    })
    return count === 0 ? 'none' : 'done'
  })

/** Who of these people is shut out, by id. */
export const bansOf = async ({ prisma }: Postgres, userIds: readonly string[]): Promise<Map<string, Ban>> => {
  const banned = await prisma.user.findMany({
    where: { id: { in: [...userIds] }, bannedAt: { not: null } },
    select: { id: true, bannedAt: true, banReason: true },
  })
  return new Map(
    banned.flatMap(({ id, bannedAt, banReason }) =>
      bannedAt ? [[id, { bannedAtMs: bannedAt.getTime(), reason: banReason ?? '' }] as const] : [],
    ),
  )
}

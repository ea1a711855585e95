import type { Prisma } from '../generated/client.ts'

/**
 * Whether this account is the only administrator who can act: bots, and whoever is shut out, do not count. Holds all of them until the end
 * of the transaction: a second one who asks waits here, and then reads what the first one left.
 */
export const isLastAdmin = async (tx: Prisma.TransactionClient, userId: string): Promise<boolean> => {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM auth.users WHERE admin AND NOT bot AND banned_at IS NULL ORDER BY id FOR UPDATE`
  return admins.length === 1 && admins[0]?.id === userId
}

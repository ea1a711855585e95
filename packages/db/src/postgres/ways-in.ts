import type { Postgres } from './connection.ts'
import { lockUser } from './lock-user.ts'

/** One way to sign in, to be taken away. */
export type WayIn = { passkey: string } | { provider: string }

/** Takes a way in away from an account. `last`: nothing would be left to sign in by; `none`: there is no such one. */
export const removeWayIn = ({ prisma }: Postgres, userId: string, way: WayIn): Promise<'removed' | 'last' | 'none'> =>
  prisma.$transaction(async (tx) => {
    // Two who take one each at once must not take both.
    await lockUser(tx, userId)
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { passwordHash: true, identities: { select: { provider: true } }, passkeys: { select: { id: true } } },
    })
    if (!user) return 'none'
    const there =
      'passkey' in way
        ? user.passkeys.some(({ id }) => id === way.passkey)
        : user.identities.some(({ provider }) => provider === way.provider)
    if (!there) return 'none'
    const ways = user.identities.length + user.passkeys.length + (user.passwordHash === null ? 0 : 1)
    if (ways === 1) return 'last'
    if ('passkey' in way) await tx.passkey.deleteMany({ where: { id: way.passkey, userId } })
    else await tx.identity.deleteMany({ where: { provider: way.provider, userId } })
    return 'removed'
  })

/** Whether an account can be signed in to by a password. */
export const hasPassword = async ({ prisma }: Postgres, userId: string): Promise<boolean> =>
  (await prisma.user.count({ where: { id: userId, passwordHash: { not: null } } })) === 1

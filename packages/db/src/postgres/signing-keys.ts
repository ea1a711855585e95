import type { Prisma } from '../generated/client.ts'
import type { Postgres } from './connection.ts'

/** A key pair that access tokens are signed with; the private half is sealed. */
export type StoredSigningKey = {
  /** `kid` */
  id: string
  publicJwk: Prisma.JsonObject
  sealedJwk: string
  createdAtMs: number
  /** No token that it signed is good after this. */
  endsAtMs: number
}

/** The keys that may still have signed a good token, the newest first. */
export const signingKeys = async ({ prisma }: Postgres, nowMs: number): Promise<StoredSigningKey[]> => {
  const keys = await prisma.signingKey.findMany({
    where: { endsAt: { gt: new Date(nowMs) } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return keys.map(({ createdAt, endsAt, publicJwk, ...key }) => ({
    ...key,
    // Only `insertSigningKey` writes it.
    publicJwk: publicJwk as Prisma.JsonObject,
    createdAtMs: createdAt.getTime(),
    endsAtMs: endsAt.getTime(),
  }))
}

/** Held while a key is made, so that of instances that make one at once one does. Any number that nothing else locks. */
const MAKING = 4_711_001

/**
 * Stores a key, unless there is one already that was made after `unlessSinceMs`; keys in `ignored` do not count.
 * @returns whether it was stored.
 */
export const insertSigningKey = (
  { prisma }: Postgres,
  key: StoredSigningKey,
  unless: { sinceMs: number; ignored: readonly string[] },
) =>
  prisma.$transaction(async (tx): Promise<boolean> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${MAKING})`
    const newer = await tx.signingKey.findFirst({
      where: { createdAt: { gt: new Date(unless.sinceMs) }, id: { notIn: [...unless.ignored] } },
      select: { id: true },
    })
    if (newer) return false
    const { createdAtMs, endsAtMs, publicJwk, ...data } = key
    await tx.signingKey.create({
      data: {
        ...data,
        publicJwk: publicJwk as Prisma.InputJsonValue,
        createdAt: new Date(createdAtMs),
        endsAt: new Date(endsAtMs),
      },
    })
    return true
  })

/** Forgets keys that ended before `nowMs`. @returns how many */
export const forgetSigningKeys = async ({ prisma }: Postgres, nowMs: number): Promise<number> =>
  (await prisma.signingKey.deleteMany({ where: { endsAt: { lt: new Date(nowMs) } } })).count

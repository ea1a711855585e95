import type { Postgres } from './connection.ts'

/** What a refresh token was when somebody brought it. */
export type FoundRefreshToken = {
  sid: string
  userId: string
  /** Its session goes on and its account may come in. */
  alive: boolean
  expired: boolean
  /** How long ago it was exchanged for its successor; null where it has not been. */
  usedForMs: number | null
}

/** Begins the chain of a session. */
export const insertRefreshToken = async (
  { prisma }: Postgres,
  { hash, sid, lifeMs }: { hash: string; sid: string; lifeMs: number },
): Promise<void> => {
  await prisma.$executeRaw`
    INSERT INTO auth.refresh_tokens (hash, session_id, expires_at)
    VALUES (${hash}, ${sid}, now() + ${lifeMs} * interval '1 millisecond')`
}

/**
 * Exchanges a token for its successor, in one step: of many who ask at once one does, and the others find it done.
 * @returns the session's id; null where the token is unknown, used or too old, or its session is over.
 */
export const exchangeRefreshToken = async (
  { prisma }: Postgres,
  { hash, successor, lifeMs }: { hash: string; successor: string; lifeMs: number },
): Promise<string | null> => {
  const [row] = await prisma.$queryRaw<{ sid: string }[]>`
    WITH used AS (
      UPDATE auth.refresh_tokens t SET used_at = now()
      FROM auth.sessions s JOIN auth.users u ON u.id = s.user_id
      WHERE t.hash = ${hash} AND t.used_at IS NULL AND t.expires_at > now() AND s.id = t.session_id
        AND s.ended_at IS NULL AND s.expires_at > now() AND u.banned_at IS NULL AND u.deleted_at IS NULL
      RETURNING t.session_id)
    INSERT INTO auth.refresh_tokens (hash, session_id, expires_at)
    SELECT ${successor}, session_id, now() + ${lifeMs} * interval '1 millisecond' FROM used
    RETURNING session_id AS sid`
  return row?.sid ?? null
}

/** A token by its hash; null where Gavel never gave it. */
export const refreshTokenBy = async ({ prisma }: Postgres, hash: string): Promise<FoundRefreshToken | null> => {
  const [row] = await prisma.$queryRaw<FoundRefreshToken[]>`
    SELECT t.session_id AS sid, s.user_id AS "userId",
      s.ended_at IS NULL AND s.expires_at > now() AND u.banned_at IS NULL AND u.deleted_at IS NULL AS alive,
      t.expires_at <= now() AS expired,
      (EXTRACT(EPOCH FROM now() - t.used_at) * 1000)::float8 AS "usedForMs"
    FROM auth.refresh_tokens t JOIN auth.sessions s ON s.id = t.session_id JOIN auth.users u ON u.id = s.user_id
    WHERE t.hash = ${hash}`
  return row ?? null
}

import type { Session } from '../generated/client.ts'
import type { Postgres } from './connection.ts'
import { STAMP } from './sign-in.ts'
import type { Account } from './users.ts'

/** `browser`: a cookie carries it; `program`: a family of refresh tokens does. */
export type SessionKind = 'browser' | 'program'
/** Why a session is over. `ended`: by the person, from elsewhere; `reused`: its refresh token was stolen. */
export type SessionEnd = 'signed-out' | 'ended' | 'password' | 'reused' | 'banned' | 'deleted'

/** A session that goes on, with the account that it signs in to as that account is now. */
export type LiveSession = {
  sid: string
  kind: SessionKind
  lastSeenAtMs: number
  /** When a password or a second factor was last given. */
  provedAtMs: number
  account: Account
}

/** How long a session lasts without being used, and at most. */
export type SessionLife = { idleMs: number; mostMs: number }

/** A session as its person reads it. */
export type SessionLine = Pick<Session, 'id' | 'device' | 'address' | 'createdAt' | 'lastSeenAt'> & {
  kind: SessionKind
}

/**
 * Stores a session that runs out after `idleMs` unless it is seen again. Every time here is the database's own.
 * @param session.stamp of the password that was looked at, where one was
 * @returns false where the account has been shut out or deleted, or has another password, since somebody showed who it is: whoever does that to an
 * account ends its sessions afterwards, so that none is left over (SESSION-10)
 */
export const insertSession = async (
  { prisma }: Postgres,
  {
    id,
    userId,
    kind,
    device,
    address,
    stamp = null,
  }: Pick<Session, 'id' | 'userId' | 'device' | 'address'> & { kind: SessionKind; stamp?: string | null },
  { idleMs }: SessionLife,
): Promise<boolean> => {
  const stored = await prisma.$executeRaw`
    INSERT INTO auth.sessions (id, user_id, kind, device, address, expires_at)
    SELECT ${id}, u.id, ${kind}, ${device}, ${address}, now() + ${idleMs} * interval '1 millisecond'
    FROM auth.users u
    WHERE u.id = ${userId} AND u.banned_at IS NULL AND u.deleted_at IS NULL
      AND (${stamp}::text IS NULL OR ${STAMP} = ${stamp})
    FOR SHARE OF u`
  return stored === 1
}

type Row = Account & { sid: string; kind: SessionKind; lastSeenAt: Date; provedAt: Date }

/** The session by its id, in one query with its account; null where it has ended or run out, or the account may not come in any more. */
export const sessionById = async ({ prisma }: Postgres, sid: string): Promise<LiveSession | null> => {
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT s.id AS sid, s.kind, s.last_seen_at AS "lastSeenAt", s.proved_at AS "provedAt",
      u.id, u.email, u.name, u.admin, u.may_create_events AS "mayCreateEvents", u.bot, u.created_at AS "createdAt",
      u.email_verified_at AS "emailVerifiedAt"
    FROM auth.sessions s JOIN auth.users u ON u.id = s.user_id
    WHERE s.id = ${sid} AND s.ended_at IS NULL AND s.expires_at > now() AND u.banned_at IS NULL AND u.deleted_at IS NULL`
  if (!row) return null
  const { kind, lastSeenAt, provedAt, sid: id, ...account } = row
  return { sid: id, kind, lastSeenAtMs: lastSeenAt.getTime(), provedAtMs: provedAt.getTime(), account }
}

/** What became of a session. */
export type SessionStanding =
  | { is: 'live'; account: Pick<Account, 'id' | 'admin' | 'mayCreateEvents' | 'bot'> }
  | { is: 'ended' | 'banned' }

type StandingRow = Pick<Account, 'id' | 'admin' | 'mayCreateEvents' | 'bot'> & {
  sid: string
  live: boolean
  banned: boolean
}

/** What became of each of these sessions, in one query; those that are not there have ended. */
export const standingsOf = async (
  { prisma }: Postgres,
  sids: readonly string[],
): Promise<Map<string, SessionStanding>> => {
  const rows = await prisma.$queryRaw<StandingRow[]>`
    SELECT s.id AS sid, u.banned_at IS NOT NULL AS banned,
      s.ended_at IS NULL AND s.expires_at > now() AND u.banned_at IS NULL AND u.deleted_at IS NULL AS live,
      u.id, u.admin, u.may_create_events AS "mayCreateEvents", u.bot
    FROM auth.sessions s JOIN auth.users u ON u.id = s.user_id
    WHERE s.id = ANY(${[...sids]})`
  const found = rows.map(({ sid, live, banned, ...account }): [string, SessionStanding] => [
    sid,
    live ? { is: 'live', account } : { is: banned ? 'banned' : 'ended' },
  ])
  return new Map(found)
}

/** Notes that a session was used just now from this address, which makes it last longer. */
export const touchSession = async (
  { prisma }: Postgres,
  sid: string,
  address: string,
  { idleMs, mostMs }: SessionLife,
): Promise<void> => {
  await prisma.$executeRaw`
    UPDATE auth.sessions SET last_seen_at = now(), address = ${address},
      expires_at = LEAST(now() + ${idleMs} * interval '1 millisecond', created_at + ${mostMs} * interval '1 millisecond')
    WHERE id = ${sid} AND ended_at IS NULL AND expires_at > now()`
}

/** Notes that a password or a second factor was given just now. */
export const proveSession = async ({ prisma }: Postgres, sid: string): Promise<void> => {
  await prisma.$executeRaw`UPDATE auth.sessions SET proved_at = now() WHERE id = ${sid} AND ended_at IS NULL`
}

/**
 * Ends sessions: of one person where `userId` is given, only `sid` where it is given, all but `except` where that is. Repeating it is harmless.
 * @returns the ids of those that it ended.
 */
export const closeSessions = async (
  { prisma }: Postgres,
  which: { userId: string; except?: string } | { sid: string; userId?: string },
  why: SessionEnd,
): Promise<string[]> => {
  const sid = 'sid' in which ? which.sid : null
  const except = 'except' in which ? (which.except ?? null) : null
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    UPDATE auth.sessions SET ended_at = now(), ended_why = ${why}
    WHERE ended_at IS NULL AND (${sid}::text IS NULL OR id = ${sid})
      AND (${which.userId ?? null}::text IS NULL OR user_id = ${which.userId ?? null})
      AND (${except}::text IS NULL OR id <> ${except})
    RETURNING id`
  return rows.map(({ id }) => id)
}

/** The sessions of a person that go on, the last used first; at most 100. */
export const sessionsOf = async ({ prisma }: Postgres, userId: string): Promise<SessionLine[]> =>
  prisma.$queryRaw<SessionLine[]>`
    SELECT id, kind, device, address, created_at AS "createdAt", last_seen_at AS "lastSeenAt"
    FROM auth.sessions WHERE user_id = ${userId} AND ended_at IS NULL AND expires_at > now()
    ORDER BY last_seen_at DESC, id LIMIT 100`

/** Forgets sessions that were over for so long, with their refresh tokens; at most 10,000 in one turn. @returns how many */
export const forgetSessions = ({ prisma }: Postgres, olderThanMs: number): Promise<number> =>
  prisma.$executeRaw`
    DELETE FROM auth.sessions WHERE id IN (
      SELECT id FROM auth.sessions
      WHERE LEAST(expires_at, COALESCE(ended_at, expires_at)) < now() - ${olderThanMs} * interval '1 millisecond'
      LIMIT 10000)`

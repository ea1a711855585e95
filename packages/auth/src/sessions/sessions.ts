import {
  closeSessions,
  insertSession,
  type LiveSession,
  newId,
  type Postgres,
  proveSession,
  type SessionEnd,
  type SessionKind,
  type SessionLife,
  sessionById,
  touchSession,
} from '@gavel/db'
import { deviceOf } from './device.ts'
import type { Reach } from './reach.ts'

const DAY_MS = 86_400_000

/** How long a session lasts without being used, and at most (SESSION-5). A program may rest longer than a browser. */
const LIFE: Record<SessionKind, SessionLife> = {
  browser: { idleMs: 7 * DAY_MS, mostMs: 30 * DAY_MS },
  program: { idleMs: 30 * DAY_MS, mostMs: 90 * DAY_MS },
}
/** The longest that any browser session lasts. */
export const LONGEST_SESSION_MS = LIFE.browser.mostMs

/** When a session was last used is written at most so often. */
const SEEN_MS = 60_000
const MAX_ADDRESS = 64

/** Who signs in from where, as its requests say. */
export type Visitor = { address: string; userAgent: string | null }

/** What ending sessions needs: the table, and the way to sockets that are open. */
export type SessionStores = { postgres: Postgres; reach: Reach }

/** The account was shut out or deleted, or got another password, while its person signed in. */
export class SignInOverError extends Error {
  override name = 'SignInOverError'

  constructor() {
    super('The account changed while somebody signed in to it')
  }
}

/**
 * Begins a session of a person who has just proved who they are. @returns its id
 * @param session.stamp of the password that was given, where one was: with another password since, nobody is signed in
 * @throws SignInOverError
 */
export const startSession = async (
  postgres: Postgres,
  { userId, kind, visitor, stamp }: { userId: string; kind: SessionKind; visitor: Visitor; stamp?: string | undefined },
): Promise<string> => {
  const id = newId()
  const address = visitor.address.slice(0, MAX_ADDRESS)
  const session = { id, userId, kind, device: deviceOf(visitor.userAgent), address, stamp: stamp ?? null }
  if (!(await insertSession(postgres, session, LIFE[kind]))) throw new SignInOverError()
  return id
}

/**
 * The session by its id with its account as it is now; null where it has ended or run out, or the account is banned or deleted (SESSION-4). A use
 * is noted once a minute, and makes the session last longer. One query, on some requests two.
 */
export const liveSession = async (postgres: Postgres, sid: string, address?: string): Promise<LiveSession | null> => {
  const session = await sessionById(postgres, sid)
  if (session && address !== undefined && Date.now() - session.lastSeenAtMs > SEEN_MS)
    await touchSession(postgres, sid, address.slice(0, MAX_ADDRESS), LIFE[session.kind])
  return session
}

/** Notes that the person of this session has just given a password or a second factor. */
export const markProved = (postgres: Postgres, sid: string): Promise<void> => proveSession(postgres, sid)

/** Whether the person of this session gave a password or a second factor within the last ten minutes. */
export const isProved = ({ provedAtMs }: Pick<LiveSession, 'provedAtMs'>, nowMs = Date.now()): boolean =>
  nowMs - provedAtMs < PROVED_MS
const PROVED_MS = 10 * 60_000

/** Ends one session, of this person where one is given, at once on every page and socket (SESSION-6). False where it was over, or another's. */
export const endSession = async (
  { postgres, reach }: SessionStores,
  which: { sid: string; userId?: string },
  why: SessionEnd,
): Promise<boolean> => (await end(postgres, reach, which, why)).length > 0

/** Ends every session of a person, but for `except`. @returns how many */
export const endSessions = async (
  { postgres, reach }: SessionStores,
  which: { userId: string; except?: string },
  why: SessionEnd,
): Promise<number> => (await end(postgres, reach, which, why)).length

const end = async (postgres: Postgres, reach: Reach, which: Parameters<typeof closeSessions>[1], why: SessionEnd) => {
  const ended = await closeSessions(postgres, which, why)
  if (ended.length > 0) await reach.tell({ ended, why: why === 'banned' ? 'banned' : 'ended' })
  return ended
}

import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { exchangeRefreshToken, insertRefreshToken, type Postgres, refreshTokenBy } from '@gavel/db'
import { endSession, type SessionStores } from './sessions.ts'

/** Says what a leaked text is, to people and to scanners of repositories. */
const PREFIX = 'gvr_'
const SHAPE = /^gvr_[A-Za-z0-9_-]{43}$/

/** A token that nobody exchanges is over after so long. */
const LIFE_MS = 30 * 86_400_000
/** A second tab, or an answer that got lost, is given the same successor for so long (REFRESH-2). */
const GRACE_MS = 30_000
/** Within the grace a chain grows by a few links at most. */
const MOST_LINKS = 16

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The one successor of a token. It is worked out, so that it can be given again without being kept; without the secret nobody can. */
const successorOf = (secret: string, token: string): string => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'gavel refresh token', 32))
  return PREFIX + createHmac('sha256', key).update(token).digest('base64url')
}

/** Begins the chain of refresh tokens of a session. */
export const issueRefreshToken = async (postgres: Postgres, sid: string): Promise<string> => {
  const token = PREFIX + randomBytes(32).toString('base64url')
  await insertRefreshToken(postgres, { hash: hashOf(token), sid, lifeMs: LIFE_MS })
  return token
}

export type Refreshed =
  | { ok: true; sid: string; refreshToken: string }
  /** `unknown`: never given. `over`: too old, or its session has ended. */
  | { ok: false; reason: 'unknown' | 'over' }
  /** Used long ago, by two; the session has ended with it. */
  | { ok: false; reason: 'reused'; sid: string; userId: string }

/**
 * Exchanges a refresh token for its successor (REFRESH-1). Whoever brings it again within half a minute, as a second tab does, gets the newest
 * link of the same chain; whoever brings it later has it from somewhere else, and the session ends for everybody (REFRESH-3).
 */
export const exchangeToken = async (stores: SessionStores, secret: string, token: string): Promise<Refreshed> => {
  let link = token
  for (let links = 0; links < MOST_LINKS && SHAPE.test(link); links += 1) {
    const [hash, next] = [hashOf(link), successorOf(secret, link)]
    const found = await refreshTokenBy(stores.postgres, hash)
    if (!found) return { ok: false, reason: 'unknown' }
    const { sid, usedForMs } = found
    if (!found.alive) return { ok: false, reason: 'over' }
    if (usedForMs !== null && usedForMs >= GRACE_MS) {
      // Of several who bring it at once one ends the session, and its owner is told once.
      const ended = await endSession(stores, { sid }, 'reused')
      return ended ? { ok: false, reason: 'reused', sid, userId: found.userId } : { ok: false, reason: 'over' }
    }
    if (found.expired) return { ok: false, reason: 'over' }
    if (usedForMs === null) {
      // The first link is exchanged; of later ones the last is given as it is, for it is still to be used.
      if (link !== token) return { ok: true, sid, refreshToken: link }
      const done = await exchangeRefreshToken(stores.postgres, {
        hash,
        successor: hashOf(next),
        lifeMs: LIFE_MS,
      })
      if (done) return { ok: true, sid, refreshToken: next }
      // Somebody else was quicker: it is a used one now.
      continue
    }
    link = next
  }
  return { ok: false, reason: 'unknown' }
}

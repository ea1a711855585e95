import { createHash, timingSafeEqual } from 'node:crypto'
import type { Postgres } from '@gavel/db'
import { decodeProtectedHeader, errors, type JWK, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Actor } from '../policy/policy.ts'
import { KEY_ALGORITHM, type KeyRing, openKeyRing } from './key-ring.ts'

/** How long an access token is good for. */
export const ACCESS_TOKEN_TTL_MS = 15 * 60_000

const ISSUER = 'gavel'
const AUDIENCE = 'gavel-access'
const TYPE = 'at+jwt'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const claims = z.object({
  sub: id,
  sid: id.optional(),
  admin: z.boolean(),
  operator: z.boolean(),
  bot: z.boolean(),
  creator: z.boolean(),
  exp: z.number(),
})

/** An actor who is somebody: guests get no token. */
export type SignedInActor = Actor & { readonly userId: string }

/** What a token says. `sid`: the session that it belongs to, with which it ends; null for bots, seats of the demo and the operator. */
type VerifiedToken = { actor: SignedInActor; sid: string | null; expiresAtMs: number }

export type AccessTokens = {
  /** Signs a token that is good for 15 minutes from `nowMs` on. */
  readonly sign: (
    actor: SignedInActor,
    options?: { sid?: string | null; nowMs?: number },
  ) => Promise<{ token: string; expiresAtMs: number }>
  /**
   * Reads a token. Never throws for what a client sent: an old or foreign one is answered with the reason. That its session goes on is the
   * caller's to ask.
   */
  readonly verify: (
    token: string,
    nowMs?: number,
  ) => Promise<({ ok: true } & VerifiedToken) | { ok: false; reason: 'expired' | 'invalid' }>
  /** The public keys, as served at /.well-known/jwks.json. */
  readonly jwks: () => Promise<{ keys: JWK[] }>
}

/** Access tokens (JWT) for sockets and programs, signed with the keys of the table. */
export const openAccessTokens = ({ postgres, secret }: { postgres: Postgres; secret: string }): AccessTokens =>
  accessTokens(openKeyRing(postgres, secret))

/** Access tokens, signed and verified with these keys. */
export const accessTokens = (ring: KeyRing): AccessTokens => ({
  sign: async ({ userId, admin, operator, bot, creator }, { sid = null, nowMs = Date.now() } = {}) => {
    const { kid, sign } = await ring.signing(nowMs)
    const issuedAt = Math.floor(nowMs / 1000)
    const expiresAt = issuedAt + ACCESS_TOKEN_TTL_MS / 1000
    const token = await new SignJWT({ admin, operator, bot, creator, ...(sid !== null && { sid }) })
      .setProtectedHeader({ alg: KEY_ALGORITHM, kid, typ: TYPE })
      .setSubject(userId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(sign)
    return { token, expiresAtMs: expiresAt * 1000 }
  },

  verify: async (token, nowMs = Date.now()) => {
    const kid = kidOf(token)
    const key = kid === null ? null : await ring.named(kid, nowMs)
    if (!key) return { ok: false, reason: 'invalid' }
    try {
      const { payload } = await jwtVerify(token, key.verify, {
        algorithms: [KEY_ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: new Date(nowMs),
      })
      const parsed = claims.safeParse(payload)
      if (!parsed.success) return { ok: false, reason: 'invalid' }
      const { sub, sid = null, exp, ...rights } = parsed.data
      return { ok: true, actor: { userId: sub, ...rights }, sid, expiresAtMs: exp * 1000 }
    } catch (error) {
      return { ok: false, reason: error instanceof errors.JWTExpired ? 'expired' : 'invalid' }
    }
  },

  jwks: () => ring.jwks(),
})

/** Which key a token says that it was signed with; null for what is no token. */
const kidOf = (token: string): string | null => {
  try {
    return decodeProtectedHeader(token).kid ?? null
  } catch {
    return null
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares a given operator token with the real one in time that tells nothing of either. */
export const isOperatorToken = (expected: string, given: string): boolean =>
  timingSafeEqual(digest(expected), digest(given))

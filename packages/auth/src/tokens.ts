import { createHash, timingSafeEqual } from 'node:crypto'
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Actor } from './policy.ts'

/** How long an access token is good for. */
export const ACCESS_TOKEN_TTL_MS = 15 * 60_000

const ISSUER = 'gavel'
const AUDIENCE = 'gavel-access'
const ALGORITHM = 'HS256'
/** Names the signing key, so that a second key can take over while tokens of the first still run. */
const KEY_ID = '1'

const claims = z.object({
  sub: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  admin: z.boolean(),
  operator: z.boolean(),
  bot: z.boolean(),
  exp: z.number(),
})

/** An actor who is somebody: guests get no token. */
export type SignedInActor = Actor & { readonly userId: string }

export type AccessTokens = {
  /** Signs a token that is good for 15 minutes from `nowMs` on. */
  readonly sign: (actor: SignedInActor, nowMs?: number) => Promise<{ token: string; expiresAtMs: number }>
  /** Reads a token. Never throws for what a client sent: an old or foreign one is answered with the reason. */
  readonly verify: (
    token: string,
    nowMs?: number,
  ) => Promise<{ ok: true; actor: SignedInActor; expiresAtMs: number } | { ok: false; reason: 'expired' | 'invalid' }>
}

/** Access tokens (JWT) for sockets and programs, signed with `AUTH_SECRET`. */
export const createAccessTokens = (secret: string): AccessTokens => {
  const keys = new Map([[KEY_ID, new TextEncoder().encode(secret)]])
  const keyNamed = (kid: string | undefined) => {
    const key = kid === undefined ? undefined : keys.get(kid)
    if (!key) throw new errors.JWSInvalid('signed with an unknown key')
    return key
  }

  return {
    sign: async (actor, nowMs = Date.now()) => {
      const issuedAt = Math.floor(nowMs / 1000)
      const expiresAt = issuedAt + ACCESS_TOKEN_TTL_MS / 1000
      const token = await new SignJWT({ admin: actor.admin, operator: actor.operator, bot: actor.bot })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'at+jwt' })
        .setSubject(actor.userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(keyNamed(KEY_ID))
      return { token, expiresAtMs: expiresAt * 1000 }
    },

    verify: async (token, nowMs = Date.now()) => {
      try {
        const { payload } = await jwtVerify(token, keyNamed(decodeProtectedHeader(token).kid), {
          algorithms: [ALGORITHM],
          typ: 'at+jwt',
          issuer: ISSUER,
          audience: AUDIENCE,
          currentDate: new Date(nowMs),
        })
        const parsed = claims.safeParse(payload)
        if (!parsed.success) return { ok: false, reason: 'invalid' }
        const { sub, admin, operator, bot, exp } = parsed.data
        return { ok: true, actor: { userId: sub, admin, operator, bot }, expiresAtMs: exp * 1000 }
      } catch (error) {
        return { ok: false, reason: error instanceof errors.JWTExpired ? 'expired' : 'invalid' }
      }
    },
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares a given operator token with the real one in time that tells nothing of either. */
export const isOperatorToken = (expected: string, given: string): boolean =>
  timingSafeEqual(digest(expected), digest(given))

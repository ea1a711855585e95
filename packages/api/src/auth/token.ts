import {
  actorOf,
  exchangeToken,
  isOperatorToken,
  issueRefreshToken,
  liveSession,
  MAX_CODE_LENGTH,
  OPERATOR,
  type SignedInActor,
  SignInOverError,
  startSession,
  type Visitor,
} from '@gavel/auth'
import { recordAudit, userById } from '@gavel/db'
import { z } from 'zod'
import { type OwnerParts, tellOwner } from '../account/errands.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { refusedSignIn, signIn } from './sign-in.ts'

/** What a program signs in with: an account, or the local operator token. */
export const tokenRequest = z.union([
  z.strictObject({
    email: z.string().max(254),
    password: z.string().max(1_000),
    /** For an account that asks for one. */
    code: z.string().max(MAX_CODE_LENGTH).optional(),
    /** Keep the refresh token in a cookie. */
    cookie: z.boolean().optional(),
  }),
  z.strictObject({ operatorToken: z.string().max(1_000) }),
])
export type TokenRequest = z.infer<typeof tokenRequest>

/** An access token (JWT) and when it ends. */
type IssuedToken = { token: string; expiresAtMs: number; userId: string; bot: boolean }

/** The same with what to get the next one by; null for bots and the operator, who sign in anew. */
export type SignedIn = IssuedToken & { refreshToken: string | null }

/** An access token for somebody who is known already. `sid`: the session that it ends with. */
export const tokenFor = async (
  { tokens }: Pick<Services, 'tokens'>,
  actor: SignedInActor,
  sid: string | null,
): Promise<IssuedToken> => ({ ...(await tokens.sign(actor, { sid })), userId: actor.userId, bot: actor.bot })

type Parts = OwnerParts & Pick<Services, 'limits' | 'reach' | 'tokens' | 'secrets' | 'eventCreation'>

/**
 * Signs a program in: a session of its own, an access token, and the first of its refresh tokens.
 * @throws AppError as `refusedSignIn`; LIMIT.TOO_MANY
 */
export const issueToken = async (services: Parts, request: TokenRequest, visitor: Visitor): Promise<SignedIn> => {
  const { address } = visitor
  if ('operatorToken' in request) {
    await services.limits.take('signInByAddress', address)
    if (!isOperatorToken(services.secrets.operatorToken, request.operatorToken))
      throw new AppError('AUTH.WRONG_CREDENTIALS')
    return { ...(await tokenFor(services, { ...OPERATOR, userId: 'operator' }, null)), refreshToken: null }
  }
  const { email, password, code } = request
  const outcome = await signIn(services, { email, password, ...(code !== undefined && { code }), address })
  if (outcome.is !== 'signed-in') throw refusedSignIn(outcome)
  const { account, stamp } = outcome
  const actor = actorOf(account, services.eventCreation)
  if (account.bot) return { ...(await tokenFor(services, actor, null)), refreshToken: null }
  const { postgres } = services
  const begun = { userId: account.id, kind: 'program', visitor, stamp } as const
  const sid = await startSession(postgres, begun).catch((error: unknown) => {
    throw error instanceof SignInOverError ? new AppError('AUTH.WRONG_CREDENTIALS') : error
  })
  return { ...(await tokenFor(services, actor, sid)), refreshToken: await issueRefreshToken(postgres, sid) }
}

/**
 * Keeps in the audit that a token came back which had been exchanged before (REFRESH-3), and tells its owner, once. Where either fails, the
 * refusal stands all the same.
 */
const noteStolen = async (parts: Parts, { sid, userId }: { sid: string; userId: string }): Promise<void> => {
  const { postgres, logger } = parts
  logger.warn({ sid }, 'A refresh token came back that had been exchanged: its session has ended')
  const line = { actorId: userId, action: 'session.reused', subject: `session:${sid}`, allowed: false }
  const tell = async () => {
    const owner = await userById(postgres, userId)
    if (owner) await tellOwner(parts, owner, 'stolen', `stolen:${sid}`)
  }
  for (const noted of await Promise.allSettled([recordAudit(postgres, line), tell()]))
    if (noted.status === 'rejected') logger.error({ err: noted.reason, sid }, 'A stolen token was not noted everywhere')
}

/**
 * Exchanges a refresh token for its successor and a new access token, with the rights that the account has now.
 * @throws AppError AUTH.REFRESH_REFUSED where it is unknown, over, or was used before; LIMIT.TOO_MANY
 */
export const refreshSignIn = async (
  services: Parts,
  token: string,
  { address }: Visitor,
): Promise<IssuedToken & { refreshToken: string }> => {
  await services.limits.take('refreshByAddress', address)
  const refreshed = await exchangeToken(services, services.secrets.authSecret, token)
  if (!refreshed.ok && refreshed.reason === 'reused') await noteStolen(services, refreshed)
  const session = refreshed.ok ? await liveSession(services.postgres, refreshed.sid, address) : null
  if (!refreshed.ok || !session) throw new AppError('AUTH.REFRESH_REFUSED')
  const issued = await tokenFor(services, actorOf(session.account, services.eventCreation), session.sid)
  return { ...issued, refreshToken: refreshed.refreshToken }
}

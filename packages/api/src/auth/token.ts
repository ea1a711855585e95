import {
  actorOf,
  createAccessTokens,
  isOperatorToken,
  OPERATOR,
  type SignedInActor,
  verifyCredentials,
} from '@gavel/auth'
import { foldEmail } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'

/** What a program signs in with: an account, or the local operator token. */
export const tokenRequest = z.union([
  z.strictObject({ email: z.string().max(254), password: z.string().max(1_000) }),
  z.strictObject({ operatorToken: z.string().max(1_000) }),
])
export type TokenRequest = z.infer<typeof tokenRequest>

/** An access token (JWT) and when it ends. */
export type IssuedToken = { token: string; expiresAtMs: number; userId: string; bot: boolean }

const sign = async ({ secrets }: Pick<Services, 'secrets'>, actor: SignedInActor): Promise<IssuedToken> => ({
  ...(await createAccessTokens(secrets.authSecret).sign(actor)),
  userId: actor.userId,
  bot: actor.bot,
})

/** Counts a try to sign in, by account and by address. @throws AppError LIMIT.TOO_MANY */
export const countSignIn = async (
  { limits }: Pick<Services, 'limits'>,
  attempt: { email: string; address: string },
): Promise<void> => {
  await limits.take('signInByAddress', attempt.address)
  await limits.take('signInByEmail', foldEmail(attempt.email))
}

/** Exchanges credentials for an access token. @throws AppError AUTH.WRONG_CREDENTIALS, LIMIT.TOO_MANY */
export const issueToken = async (
  services: Pick<Services, 'limits' | 'postgres' | 'secrets'>,
  request: TokenRequest,
  address: string,
): Promise<IssuedToken> => {
  if ('operatorToken' in request) {
    await services.limits.take('signInByAddress', address)
    if (!isOperatorToken(services.secrets.operatorToken, request.operatorToken))
      throw new AppError('AUTH.WRONG_CREDENTIALS')
    return sign(services, { ...OPERATOR, userId: 'operator' })
  }
  await countSignIn(services, { email: request.email, address })
  const account = await verifyCredentials(services.postgres, request.email, request.password)
  if (!account) throw new AppError('AUTH.WRONG_CREDENTIALS')
  return sign(services, actorOf(account))
}

/** An access token for somebody whose session is known already. */
export const tokenFor = (services: Pick<Services, 'secrets'>, actor: SignedInActor): Promise<IssuedToken> =>
  sign(services, actor)

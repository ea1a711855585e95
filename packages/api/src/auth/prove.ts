import { MAX_CODE_LENGTH, markProved, needsCode, takeCode } from '@gavel/auth'
import { userById } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { guessing } from '../security/guessing.ts'
import { passkeyProves, signedByPasskey } from '../security/passkeys.ts'
import { signedInProcedure } from '../trpc.ts'
import { passwordTried, refusedSignIn } from './sign-in.ts'

/** One of the ways to show who is at the browser: the password, a code of the account's app or a recovery code, or a passkey. */
const shown = z.union([
  z.strictObject({ password: z.string().max(1_000) }),
  z.strictObject({ code: z.string().max(MAX_CODE_LENGTH) }),
  z.strictObject({ passkey: signedByPasskey }),
])

/**
 * Shows once more who is at this browser: for ten minutes what is guarded is open to this session (ACCOUNT-9).
 * @throws AppError AUTH.NOT_PROVED; as `refusedSignIn` for too many tries; AUTH.FORBIDDEN to programs, which have no session
 */
export const prove = signedInProcedure
  .input(shown)
  .mutation(async ({ ctx: { services, session, userId, address }, input }): Promise<void> => {
    const { postgres, secrets } = services
    const account = await userById(postgres, userId)
    if (!account || !session) throw new AppError('AUTH.FORBIDDEN')
    const isProved = async (): Promise<boolean> => {
      if ('passkey' in input) return passkeyProves(services, userId, input.passkey)
      if ('code' in input) {
        if (!(await needsCode(postgres, userId))) return false
        return guessing(services, userId, () => takeCode(postgres, secrets.authSecret, { userId, code: input.code }))
      }
      const tried = await passwordTried(services, { email: account.email, password: input.password, address })
      if (!('is' in tried)) return tried.account.id === userId
      if (tried.is === 'wrong') return false
      throw refusedSignIn(tried)
    }
    if (!(await isProved())) throw new AppError('AUTH.NOT_PROVED')
    await markProved(postgres, session.sid)
  })

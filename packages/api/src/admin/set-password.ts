import { endSessions, hashPassword, passwordFault } from '@gavel/auth'
import { dropMailLinks, setPasswordHash } from '@gavel/db'
import { z } from 'zod'
import { tellOwner } from '../account/errands.ts'
import { AppError } from '../errors.ts'
import { guardedProcedure } from '../trpc.ts'
import { personBy, takeCodesAway } from './factors.ts'

/**
 * Lets somebody in again whom no letter can help: gives the account another password, and asks for no codes any more where `withoutCodes` says so.
 * For the operator alone: whoever may do this can be anybody. Every session of the account ends.
 */
export const setPassword = guardedProcedure('admin.passwords')
  .input(
    z.strictObject({
      email: z.email().max(254),
      password: z.string().max(1_000),
      withoutCodes: z.boolean().default(false),
    }),
  )
  .mutation(async ({ ctx: { services }, input }): Promise<{ userId: string; email: string }> => {
    const { postgres, limits } = services
    const account = await personBy(services, input.email)
    const fault = passwordFault(input.password, account)
    if (fault) throw new AppError('ACCOUNT.WEAK_PASSWORD', { reason: fault })
    const { id: userId, email } = account
    await setPasswordHash(postgres, userId, await hashPassword(input.password))
    if (input.withoutCodes) await takeCodesAway(services, account)
    await endSessions(services, { userId }, 'password')
    await Promise.all([dropMailLinks(postgres, userId), limits.lockout.forgive('password', email, true)])
    await tellOwner(services, account, 'password')
    return { userId, email }
  })

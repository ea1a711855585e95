import { endSessions, hashPassword, passwordFault } from '@gavel/auth'
import { dropMailLinks, setPasswordHash, userById } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { provedProcedure } from '../trpc.ts'
import { tellOwner } from './errands.ts'

/** Gives the caller's account another password, or its first. Every session but this one ends. @returns how many ended */
export const changePassword = provedProcedure
  .input(z.strictObject({ password: z.string().max(1_000) }))
  .mutation(async ({ ctx: { services, userId, sid }, input }): Promise<{ ended: number }> => {
    const { postgres, limits } = services
    const account = await userById(postgres, userId)
    if (!account) throw new AppError('AUTH.FORBIDDEN')
    const fault = passwordFault(input.password, account)
    if (fault) throw new AppError('ACCOUNT.WEAK_PASSWORD', { reason: fault })
    await setPasswordHash(postgres, userId, await hashPassword(input.password))
    const ended = await endSessions(services, { userId, except: sid }, 'password')
    await Promise.all([dropMailLinks(postgres, userId), limits.lockout.forgive('password', account.email, true)])
    await tellOwner(services, account, 'password')
    return { ended }
  })

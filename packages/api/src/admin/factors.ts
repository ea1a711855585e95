import { endCodes, endSessions } from '@gavel/auth'
import { type Account, userByEmail } from '@gavel/db'
import { z } from 'zod'
import { tellOwner } from '../account/errands.ts'
import { AppError } from '../errors.ts'
import { type WaysIn, waysInto } from '../security/overview.ts'
import type { Services } from '../services.ts'
import { guardedProcedure } from '../trpc.ts'

const whose = z.strictObject({ email: z.email().max(254) })

/** The account of a person. @throws AppError AUTH.NO_SUCH_PERSON */
export const personBy = async ({ postgres }: Pick<Services, 'postgres'>, email: string): Promise<Account> => {
  const account = await userByEmail(postgres, email)
  if (!account || account.bot) throw new AppError('AUTH.NO_SUCH_PERSON', { email })
  return account
}

/** How somebody signs in, for the operator alone, who is to help. */
export const factors = guardedProcedure('admin.passwords')
  .input(whose)
  .query(async ({ ctx: { services }, input }): Promise<WaysIn & { userId: string }> => {
    const account = await personBy(services, input.email)
    return { userId: account.id, ...(await waysInto(services, account)) }
  })

/**
 * Asks an account for no codes any more, for who has lost the app and the recovery codes: both end, the password stays, and so do passkeys. Every
 * session ends, and the owner is told. For the operator alone (ACCOUNT-13). Repeating it is harmless.
 * @returns whether codes were asked for, and how many sessions ended
 */
export const removeFactors = guardedProcedure('admin.passwords')
  .input(whose)
  .mutation(
    async ({
      ctx: { services },
      input,
    }): Promise<{ userId: string; email: string; removed: boolean; ended: number }> => {
      const account = await personBy(services, input.email)
      const { id: userId, email } = account
      const removed = await takeCodesAway(services, account)
      return { userId, email, removed, ended: await endSessions(services, { userId }, 'password') }
    },
  )

/** Ends an account's codes, and the pauses of who guessed them; its owner is told where there were any. */
export const takeCodesAway = async (services: Services, account: Account): Promise<boolean> => {
  const removed = await endCodes(services.postgres, account.id)
  await services.limits.lockout.forgive('code', account.id, true)
  if (removed) await tellOwner(services, account, 'codes-removed')
  return removed
}

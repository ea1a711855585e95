import { promoteAdmin } from '@gavel/auth'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { guardedProcedure } from '../trpc.ts'

/** Makes somebody an administrator. */
export const promote = guardedProcedure('admin.users')
  .input(z.strictObject({ email: z.email() }))
  .mutation(async ({ ctx: { services }, input: { email } }) => {
    const account = await promoteAdmin(services.postgres, email)
    if (!account) throw new AppError('AUTH.NO_SUCH_PERSON', { email })
    await services.reach.tell({ changed: [account.id] })
    return { userId: account.id, email: account.email, name: account.name }
  })

import { accountInput, registerAccount } from '@gavel/auth'
import { AppError } from '../errors.ts'
import { openProcedure } from '../trpc.ts'

/** Makes an account. A form sent twice with the same password answers the same account. */
export const register = openProcedure
  .input(accountInput)
  .mutation(async ({ ctx: { services, address }, input }): Promise<{ userId: string; email: string; name: string }> => {
    await services.limits.take('accountByAddress', address)
    const result = await registerAccount(services.postgres, input)
    // The input has been parsed by the same schema, so the address alone can be in the way.
    if (!result.ok) throw new AppError('AUTH.EMAIL_TAKEN')
    const { id, email, name } = result.account
    return { userId: id, email, name }
  })

import { accountInput, hashPassword, registerAccount } from '@gavel/auth'
import { z } from 'zod'
import { mayWrite } from '../account/asked-letters.ts'
import { sendErrand } from '../account/errands.ts'
import { AppError } from '../errors.ts'
import { openProcedure } from '../trpc.ts'

/** A path of this site, to go on to. */
const nextPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])/)

/** `userId` is null where a letter was written instead: whoever reads it has, or gets, the account. */
export type Registered = { userId: string | null; email: string; name: string }

/**
 * Makes an account. Where Gavel writes letters, the answer is the same for an address that has an account already: what comes of it is in the
 * letter (MAIL-1). Elsewhere, and where the operator asks, the account is there at once; a form sent twice with the same password answers the
 * same account.
 */
export const register = openProcedure
  .input(accountInput.safeExtend({ next: nextPath.default('/') }))
  .mutation(async ({ ctx: { services, actor, address }, input }): Promise<Registered> => {
    await services.limits.take('accountByAddress', address)
    const { next, ...given } = input
    if (services.writesLetters && !actor.operator) {
      const { email, name, password } = given
      const passwordHash = await hashPassword(password)
      if (await mayWrite(services, email))
        await sendErrand(services, { kind: 'register', email, name, passwordHash, next })
      return { userId: null, email, name }
    }
    const result = await registerAccount(services.postgres, given, { verified: actor.operator })
    if (result.ok) return { userId: result.account.id, email: result.account.email, name: result.account.name }
    // The input has been parsed by the same schema, so the address alone can be in the way.
    throw new AppError('AUTH.EMAIL_TAKEN')
  })

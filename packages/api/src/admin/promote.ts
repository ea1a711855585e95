import { promoteAdmin } from '@gavel/auth'
import { recordAudit } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { guardedProcedure } from '../trpc.ts'

/** Makes somebody an administrator. */
export const promote = guardedProcedure('admin.users')
  .input(z.strictObject({ email: z.email() }))
  .mutation(async ({ ctx: { services, actor }, input: { email } }) => {
    const account = await promoteAdmin(services.postgres, email)
    if (!account) throw new AppError('AUTH.NO_SUCH_PERSON', { email })
    await recordAudit(services.postgres, {
      actorId: actor.userId,
      action: 'admin.users',
      subject: `user:${account.id}`,
      allowed: true,
    })
    return { userId: account.id, email: account.email, name: account.name }
  })

import { bansOf, setRights, userById } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import { guardedProcedure } from '../trpc.ts'
import { type AdminPerson, adminPerson } from './people.ts'

/** Gives somebody rights, or takes them; what is left out stays. Repeating it is harmless. The last administrator stays one. */
export const grant = guardedProcedure('admin.users')
  .input(
    z.strictObject({
      userId: z.string().max(40),
      mayCreateEvents: z.boolean().optional(),
      admin: z.boolean().optional(),
    }),
  )
  .mutation(async ({ ctx: { services }, input: { userId, mayCreateEvents, admin } }): Promise<AdminPerson> => {
    const before = await userById(services.postgres, userId)
    if (!before || before.bot) throw new AppError('ADMIN.NO_SUCH_PERSON')
    const account = await setRights(services.postgres, userId, {
      ...(mayCreateEvents !== undefined && { mayCreateEvents }),
      ...(admin !== undefined && { admin }),
    })
    if (account === 'none') throw new AppError('ADMIN.NO_SUCH_PERSON')
    if (account === 'last-admin') throw new AppError('ADMIN.LAST')
    await services.reach.tell({ changed: [userId] })
    if (account.mayCreateEvents && !before.mayCreateEvents)
      await notify(services, {
        userIds: [userId],
        kind: 'request',
        // Once a minute: whoever lost the right may be given it again.
        key: `may-create-events:${Math.floor(Date.now() / 60_000)}`,
        title: 'You may create events',
        words: 'An administrator has granted it. Make your first event at the desk.',
        href: '/admin',
      })
    return adminPerson(account, (await bansOf(services.postgres, [userId])).get(userId) ?? null)
  })

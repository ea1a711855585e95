import { can, NOTHING } from '@gavel/auth'
import { adminIds, userById } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import { signedInProcedure } from '../trpc.ts'

const DAY_MS = 86_400_000

/**
 * Asks the administrators for the right to create events, once a day: asking again that day changes nothing. `asked` is false where the
 * caller has the right already.
 */
export const askToCreate = signedInProcedure
  .input(z.strictObject({ words: z.string().trim().max(500).default('') }))
  .mutation(async ({ ctx: { services, actor, userId }, input: { words } }): Promise<{ asked: boolean }> => {
    if (can(actor, 'event.create', NOTHING)) return { asked: false }
    await services.limits.take('askByUser', userId)
    const account = await userById(services.postgres, userId)
    if (!account || account.bot) throw new AppError('AUTH.FORBIDDEN')
    await notify(services, {
      userIds: await adminIds(services.postgres),
      kind: 'request',
      key: `ask-to-create:${userId}:${Math.floor(Date.now() / DAY_MS)}`,
      title: `${account.name} would like to create events`,
      words: words === '' ? `Their address is ${account.email}.` : `${account.email} writes: ${words}`,
      href: `/admin/people?search=${encodeURIComponent(account.email)}`,
    })
    return { asked: true }
  })

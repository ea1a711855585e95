import { endSessions } from '@gavel/auth'
import { setBan } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { guardedProcedure } from '../trpc.ts'

const userId = z.string().max(40)

/** Sets the ban or lifts it. @throws AppError ADMIN.NO_SUCH_PERSON, ADMIN.LAST */
const change = async (postgres: Parameters<typeof setBan>[0], who: string, reason: string | null): Promise<void> => {
  const done = await setBan(postgres, who, reason)
  if (done === 'none') throw new AppError('ADMIN.NO_SUCH_PERSON')
  if (done === 'last-admin') throw new AppError('ADMIN.LAST')
}

/**
 * Shuts somebody out: every session ends, open pages and sockets within a second, and signing in answers the reason (BAN-1). Repeating it
 * changes the reason. What the person has done stays.
 */
export const ban = guardedProcedure('admin.users')
  .input(
    z.strictObject({
      userId,
      reason: z.string().trim().min(1, { error: 'Say why, in words for the person.' }).max(500),
    }),
  )
  .mutation(async ({ ctx: { services, actor }, input }): Promise<{ ended: number }> => {
    // Whoever did it by mistake could not take it back.
    if (input.userId === actor.userId) throw new AppError('ADMIN.YOURSELF')
    await change(services.postgres, input.userId, input.reason)
    return { ended: await endSessions(services, { userId: input.userId }, 'banned') }
  })

/** Lets somebody in again, who signs in anew. Repeating it is harmless. */
export const unban = guardedProcedure('admin.users')
  .input(z.strictObject({ userId }))
  .mutation(async ({ ctx: { services }, input }): Promise<{ userId: string }> => {
    await change(services.postgres, input.userId, null)
    return { userId: input.userId }
  })

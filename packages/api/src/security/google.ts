import { GOOGLE } from '@gavel/auth'
import { removeWayIn } from '@gavel/db'
import { tellOwner } from '../account/errands.ts'
import { AppError } from '../errors.ts'
import { provedProcedure } from '../trpc.ts'
import { personOf } from './person.ts'

/** Whoever comes back from Google by this session within five minutes is linked with the caller's account (GOOGLE-4). */
export const linkGoogle = provedProcedure.mutation(async ({ ctx: { services, userId, sid } }): Promise<void> => {
  if (!services.googleOffered) throw new AppError('SECURITY.NO_GOOGLE')
  await services.challenges.put('google-link', { userId }, sid)
})

/** Signs in with Google no more. */
export const unlinkGoogle = provedProcedure.mutation(async ({ ctx: { services, userId } }): Promise<void> => {
  // Repeating it is harmless.
  const removed = await removeWayIn(services.postgres, userId, { provider: GOOGLE })
  if (removed === 'last') throw new AppError('SECURITY.LAST_WAY_IN')
  if (removed === 'removed') await tellOwner(services, await personOf(services, userId), 'unlinked')
})

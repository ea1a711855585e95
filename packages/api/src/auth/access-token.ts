import { actingProcedure } from '../trpc.ts'
import { tokenFor } from './token.ts'

/** An access token of 15 minutes for sockets, from the session's own account, or from a seat of the demo. */
export const accessToken = actingProcedure.query(async ({ ctx: { services, actor, session, userId } }) => {
  const { token, expiresAtMs } = await tokenFor(services, { ...actor, userId }, session?.sid ?? null)
  return { token, expiresAtMs }
})

import { signedInProcedure } from '../trpc.ts'
import { tokenFor } from './token.ts'

/** An access token of 15 minutes for sockets, from the session's own account. */
export const accessToken = signedInProcedure.query(async ({ ctx: { services, actor, userId } }) => {
  const { token, expiresAtMs } = await tokenFor(services, { ...actor, userId })
  return { token, expiresAtMs }
})

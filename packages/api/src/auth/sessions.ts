import { endSession as end, endSessions } from '@gavel/auth'
import { type SessionKind, sessionsOf } from '@gavel/db'
import { z } from 'zod'
import { signedInProcedure } from '../trpc.ts'

/** A device or program that the caller is signed in on. */
export type MySession = {
  sid: string
  kind: SessionKind
  /** `Firefox on Windows`. */
  device: string
  /** Where it was last used from. */
  address: string
  createdAtMs: number
  lastSeenAtMs: number
  /** The one that asks. */
  here: boolean
}

/** Where the caller is signed in, the last used first. */
export const sessions = signedInProcedure.query(
  async ({ ctx: { services, session, userId } }): Promise<MySession[]> => {
    const lines = await sessionsOf(services.postgres, userId)
    return lines.map(({ id, createdAt, lastSeenAt, ...line }) => ({
      ...line,
      sid: id,
      createdAtMs: createdAt.getTime(),
      lastSeenAtMs: lastSeenAt.getTime(),
      here: id === session?.sid,
    }))
  },
)

/** Ends one of the caller's sessions, on pages and sockets at once. `ended` is false where it was over, or is somebody else's. */
export const endSession = signedInProcedure.input(z.strictObject({ sid: z.string().max(40) })).mutation(
  async ({ ctx: { services, session, userId }, input: { sid } }): Promise<{ ended: boolean }> => ({
    ended: await end(services, { sid, userId }, sid === session?.sid ? 'signed-out' : 'ended'),
  }),
)

/** Ends every session of the caller but the one that asks. */
export const endOthers = signedInProcedure.mutation(
  async ({ ctx: { services, session, userId } }): Promise<{ ended: number }> => ({
    ended: await endSessions(services, { userId, ...(session && { except: session.sid }) }, 'ended'),
  }),
)

import { countUnread, markRead as storeRead } from '@gavel/db'
import { z } from 'zod'
import { signedInProcedure } from '../trpc.ts'

export const whichRead = z.union([
  z.strictObject({ ids: z.array(z.string().max(40)).max(100) }),
  /** `upToMs`: what came later was not on the reader's screen and stays unread. */
  z.strictObject({ all: z.literal(true), upToMs: z.number().int().nonnegative().optional() }),
])

/** Marks some, or all, of the caller's own notifications as read; ids of others are passed over. */
export const markRead = signedInProcedure
  .input(whichRead)
  .mutation(async ({ ctx: { services, userId }, input }): Promise<{ unread: number }> => {
    const nowMs = Date.now()
    const chosen = 'ids' in input ? { ids: input.ids } : { upToMs: input.upToMs ?? nowMs }
    await storeRead(services.mongo, userId, chosen, nowMs)
    return { unread: await countUnread(services.mongo, userId) }
  })

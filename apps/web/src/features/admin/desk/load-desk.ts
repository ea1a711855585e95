import 'server-only'
import { AppError, type EventSetup } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { cache } from 'react'
import { api } from '../../../server/context.ts'

/**
 * Everything that an event's organisers prepare, read once for a page; null where there is no such event or it is not for the viewer,
 * which the desk's layout says in words.
 */
export const loadSetup = cache(async (slug: string): Promise<EventSetup | null> => {
  try {
    return await (await api()).event.setup({ slug })
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : null
    if (
      refused instanceof AppError &&
      ['EVENT.NOT_FOUND', 'AUTH.FORBIDDEN', 'AUTH.SIGN_IN_FIRST'].includes(refused.code)
    )
      return null
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return null
    throw error
  }
})

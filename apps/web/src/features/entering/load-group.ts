import 'server-only'
import { AppError, type GroupView } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { cache } from 'react'
import { api } from '../../server/context.ts'

/** What a group's link leads to; `wrong` leads nowhere, and a guest is shown nothing of who is in it. */
export type FoundGroup = { is: 'group'; group: GroupView } | { is: 'wrong' } | { is: 'guest' }

/** Looks a group up by its link, once for a page. */
export const loadGroup = cache(async (slug: string, id: string, key: string): Promise<FoundGroup> => {
  try {
    return { is: 'group', group: await (await api()).registration.group({ slug, id, key }) }
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : error
    if (refused instanceof AppError && refused.code === 'AUTH.SIGN_IN_FIRST') return { is: 'guest' }
    if (refused instanceof AppError && refused.code === 'REGISTRATION.NOT_FOUND') return { is: 'wrong' }
    // A link that was cut, or typed wrongly.
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return { is: 'wrong' }
    throw error
  }
})

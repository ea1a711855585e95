import 'server-only'
import { AppError } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { cache } from 'react'
import { api } from '../../server/context.ts'
import { foldTyped, problemWith } from './code.ts'

type Api = Awaited<ReturnType<typeof api>>
export type Resolved = Awaited<ReturnType<Api['join']['resolve']>>

/** What a code in an address leads to; `wrong` leads nowhere, and `wait` after too many of those. */
export type Joined = Resolved | { kind: 'wrong' } | { kind: 'wait'; seconds: number }

/** Looks a code up once for a page, however many parts of it ask. */
export const loadJoin = cache(async (typed: string): Promise<Joined> => {
  const code = foldTyped(typed)
  if (problemWith(code)) return { kind: 'wrong' }
  try {
    return await (await api()).join.resolve({ code })
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : error
    if (!(refused instanceof AppError)) throw error
    if (refused.code === 'INVITATION.NOT_FOUND') return { kind: 'wrong' }
    if (refused.code === 'LIMIT.TOO_MANY') return { kind: 'wait', seconds: Number(refused.detail.seconds) || 60 }
    throw error
  }
})

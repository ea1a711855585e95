import 'server-only'
import { AppError, type PersonPage } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { api } from '../../server/context.ts'

/** The page of a person as the viewer may see it; where there is none, the page that says so. Read once for a page and its title. */
export const loadPerson = cache(async (userId: string): Promise<PersonPage> => {
  try {
    return await (await api()).profile.byId({ userId })
  } catch (error) {
    const missing =
      error instanceof TRPCError && error.cause instanceof AppError && error.cause.code === 'PROFILE.NOT_FOUND'
    if (missing || (error instanceof TRPCError && error.code === 'BAD_REQUEST')) notFound()
    throw error
  }
})

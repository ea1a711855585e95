import 'server-only'
import { AppError, type PaymentView } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { paths } from '../../paths.ts'
import { api } from '../../server/context.ts'
import { viewer } from '../account/viewer.ts'

/** A payment for whoever asked for this page, read once for it; null where it is not for them. Guests sign in first; an address without one is answered 404. */
export const loadPayment = cache(async (id: string): Promise<PaymentView | null> => {
  if (!(await viewer())) redirect(paths.signin(paths.payment(id)))
  try {
    return await (await api()).payment.byId({ id })
  } catch (error) {
    const refused = error instanceof TRPCError && error.cause instanceof AppError ? error.cause.code : null
    if (refused === 'AUTH.FORBIDDEN') return null
    if (refused === 'PAYMENT.NOT_FOUND' || (error instanceof TRPCError && error.code === 'BAD_REQUEST')) notFound()
    throw error
  }
})

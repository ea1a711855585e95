import 'server-only'
import { AppError, type PaymentView } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { cache } from 'react'
import { api } from '../../server/context.ts'

/** The payment at this address; null where there is none, or none that the viewer may know of. Looked up once for a page. */
export const loadPayment = cache(async (id: string): Promise<PaymentView | null> => {
  try {
    return await (await api()).payment.byId({ id })
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : error
    const isHidden =
      refused instanceof AppError && (refused.code === 'PAYMENT.NOT_FOUND' || refused.code === 'AUTH.FORBIDDEN')
    if (isHidden || (error instanceof TRPCError && error.code === 'BAD_REQUEST')) return null
    throw error
  }
})

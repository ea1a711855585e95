import { ledgerOf, listMismatches } from '@gavel/db'
import { ACCOUNTS, type Account, type Mismatch, type StatementRow, statement as statementOf } from '@gavel/payments'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { noteMoneyDeed } from '../payment/audited.ts'
import { guardedProcedure } from '../trpc.ts'
import { acceptAs } from './accept.ts'
import { spanInput } from './overview.ts'
import { reconcileMoney } from './reconcile.ts'

const account = z.enum(ACCOUNTS as [Account, ...Account[]])
const currency = z.string().min(3).max(12)

/** One account of the books in one currency: each row with the balance after it. */
export const statement = guardedProcedure('finance.read')
  .input(spanInput.extend({ account, currency }))
  .query(
    async ({ ctx: { services }, input }): Promise<{ before: number; rows: StatementRow[] }> =>
      statementOf(await ledgerOf(services.mongo, { toMs: input.toMs }), input),
  )

/** Where our books and Stripe's differ, or did, the newest first. */
export const mismatches = guardedProcedure('finance.read').query(
  ({ ctx: { services } }): Promise<Mismatch[]> => listMismatches(services.mongo),
)

/** Moves nothing, but settles what the books say; written with its words. */
const booksProcedure = guardedProcedure('finance.settle').meta({ access: 'finance.settle', ownAudit: true })

/** Says that an open difference is all right, and why. */
export const accept = booksProcedure
  .input(z.strictObject({ id: z.string().max(200), note: z.string().trim().min(1).max(500) }))
  .mutation(async ({ ctx, input: { id, note } }): Promise<Mismatch> => {
    await noteMoneyDeed(ctx, 'finance.accept', `mismatch:${id}`, { note })
    const accepted = await acceptAs(ctx.services, id, ctx.actor.userId ?? 'system', note)
    if (!accepted) throw new AppError('FINANCE.NO_MISMATCH')
    return accepted
  })

/** Compares our books with Stripe's now. */
export const reconcile = booksProcedure.mutation(async ({ ctx }): Promise<{ pairs: number; found: number }> => {
  await noteMoneyDeed(ctx, 'finance.reconcile', 'finance', {})
  if (!ctx.services.gateway) throw new AppError('PAYMENT.NO_CARDS')
  const done = await reconcileMoney(ctx.services, Date.now())
  if (!done) throw new AppError('PAYMENT.UNAVAILABLE')
  return done
})

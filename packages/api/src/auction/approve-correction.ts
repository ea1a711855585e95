import { z } from 'zod'
import { auctionProcedure } from '../trpc.ts'
import { correct } from './correct.ts'

/** Approves what somebody else has asked for (CORRECT-2): the sale is corrected. Repeating it is harmless. */
export const approveCorrection = auctionProcedure('auction.correctSale')
  .input(z.object({ id: z.number().int().positive() }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { id } }): Promise<void> => {
    const by = actor.userId ?? 'system'
    await correct(services, auction, by, `approve-${id}-${by}`.slice(0, 40), {
      ...{ type: 'ApproveCorrection', correction: id },
    })
  })

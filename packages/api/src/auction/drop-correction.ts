import { newId } from '@gavel/db'
import { z } from 'zod'
import { auctionProcedure } from '../trpc.ts'
import { correct } from './correct.ts'

/** Drops a correction that nobody has approved: the sale stays as it is. */
export const dropCorrection = auctionProcedure('auction.correctSale')
  .input(z.object({ id: z.number().int().positive() }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { id } }): Promise<void> => {
    await correct(services, auction, actor.userId ?? 'system', `drop-${newId()}`, {
      type: 'DropCorrection',
      correction: id,
    })
  })

import { newId } from '@gavel/db'
import { z } from 'zod'
import { notify } from '../inbox/notify.ts'
import { auctionProcedure } from '../trpc.ts'
import { asCorrection, correct, correctedSale } from './correct.ts'

/** Asks for the correction of a past sale (CORRECT-1), and tells those who may approve it. */
export const proposeCorrection = auctionProcedure('auction.correctSale')
  .input(correctedSale.extend({ reason: z.string().trim().min(1).max(300) }))
  .mutation(async ({ ctx: { services, actor, auction, event }, input }): Promise<void> => {
    const by = actor.userId ?? 'system'
    const id = `correct-${newId()}`
    await correct(services, auction, by, id, {
      ...{ type: 'ProposeCorrection', reason: input.reason },
      ...asCorrection(input),
    })
    // The proposal stands whether or not everybody hears of it.
    await notify(services, {
      userIds: [...event.organiserIds, ...event.auctioneerIds].filter((userId) => userId !== by),
      kind: 'staff',
      key: `${id}:${auction.id}`,
      title: 'A sale is to be corrected',
      words: `A sale in the auction of ${event.name} waits for a second person: “${input.reason}”`,
      href: `/auctions/${auction.id}/corrections`,
    }).catch((error: unknown) =>
      services.logger.warn({ err: error, auctionId: auction.id }, 'Nobody was told of a correction'),
    )
  })

import { z } from 'zod'
import { auctionProcedure } from '../trpc.ts'

const MAX_PAGE = 1_000

/** A line of the live log, as it stands in Redis. */
export type LiveEntry = { seq: number; link: string; body: string }

/** The live log's own lines, for operators who compare them with the archive. Empty where the auction is not live any more. */
export const liveEntries = auctionProcedure('log.secrets')
  .input(z.object({ from: z.number().int().min(1).max(1e12), limit: z.number().int().min(1).max(MAX_PAGE) }))
  .query(async ({ ctx: { services, auction }, input: { from, limit } }): Promise<LiveEntry[]> => {
    const entries = await services.log.read(auction.id, from, limit)
    return entries.map(({ seq, link, body }) => ({ seq, link, body }))
  })

import { type ArchivedEntry, auctionArchive } from '@gavel/db'
import type { Context } from '../context.ts'
import { auctionAndEvent, authorise } from '../trpc.ts'

/** Entries that one request may ask for. */
export const MAX_LOG_PAGE = 1_000

/**
 * A page of an auction's archived log, from `fromSeq` on. Ids in it are opaque; names live elsewhere.
 * @throws AppError AUCTION.NOT_FOUND, AUTH.FORBIDDEN
 */
export const readArchivedLog = async (
  ctx: Context,
  auctionId: string,
  fromSeq: number,
  limit: number,
): Promise<ArchivedEntry[]> => {
  const { subject } = await auctionAndEvent(ctx, auctionId)
  authorise(ctx.actor, 'log.read', subject)
  return auctionArchive(ctx.services.mongo).read(auctionId, fromSeq, Math.min(limit, MAX_LOG_PAGE))
}

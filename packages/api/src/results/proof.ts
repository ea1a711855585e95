import type { PublicProof } from '@gavel/auction'
import { auctionArchive, setAuctionProof } from '@gavel/db'
import { publicProof } from '@gavel/livelog'
import { seenUntil } from '../auction/sight.ts'
import { PRESENT } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'

/**
 * What was published of a finished auction's log, for anybody to verify; null until all of it is archived (VERIFY-4), and the asker may
 * know its end (LATE-2). An auction that ended before proofs were published, or whose log has grown since by a correction, is given its proof now.
 */
export const proof = auctionProcedure('log.read').query(async ({ ctx }): Promise<PublicProof | null> => {
  const { services, auction } = ctx
  if ((await seenUntil(ctx)) !== PRESENT) return null
  if (auction.status !== 'ended' || auction.archivedAtMs === null) return null
  const archive = auctionArchive(services.mongo)
  const last = await archive.last(auction.id)
  if (auction.proof && auction.proof.seq === last?.seq) return auction.proof
  const made = await publicProof(archive, auction.id, auction.proof)
  if (made) await setAuctionProof(services.mongo, auction.id, made)
  return made
})

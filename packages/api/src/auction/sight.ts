import type { AuctionState } from '@gavel/auction'
import { type Actor, delayFor, type Subject } from '@gavel/auth'
import { type Auction, type Event, teamsOwnedBy } from '@gavel/db'
import { momentAgo } from '../log/moment.ts'
import { PRESENT, stateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'

type Looking = { services: Pick<Services, 'mongo' | 'log'>; actor: Actor; event: Event; subject: Subject }
type Asked = Looking & { auction: Pick<Auction, 'id' | 'archivedAtMs'> }

/** How late the asker is shown an event's auction, in milliseconds; 0 for the present (LATE-1). */
export const delayOf = async ({ services, actor, event, subject }: Looking): Promise<number> => {
  const { userId } = actor
  // Nearly every event: nobody has to be looked up.
  if (event.delayMs === 0) return 0
  const owned = userId === null ? [] : await teamsOwnedBy(services.mongo, userId)
  const bids = owned.some(({ auctionId }) => auctionId === event.auctionId)
  return delayFor(actor, event, subject, bids)
}

/**
 * The moment up to which the asker may know an auction, on the store's clock; {@link PRESENT} where that is now. Whatever tells of an auction
 * is cut there (LATE-2).
 */
export const seenUntil = async (asked: Asked): Promise<number> => {
  const untilMs = await momentAgo(asked.services, await delayOf(asked))
  if (untilMs === PRESENT) return PRESENT
  const { archivedAtMs } = asked.auction
  // What is archived whole grows no more: its past is its present.
  return archivedAtMs !== null && archivedAtMs <= untilMs ? PRESENT : untilMs
}

/** An auction as far as the asker may know it, with everything in it. @throws AppError AUCTION.UNAVAILABLE */
export const seenState = async (asked: Asked): Promise<AuctionState> =>
  stateOf(asked.services, asked.auction.id, await seenUntil(asked))

import { type AuctionState, storedState } from '@gavel/auction'
import { type AuctionView, auctionArchive, viewOf } from '@gavel/db'
import { archivedAt } from '@gavel/livelog'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'

/** No moment in particular: an auction as it stands now. */
export const PRESENT = Number.POSITIVE_INFINITY

/**
 * An auction as it stands: its live log, or, once that is archived, the read model.
 * @param untilMs the moment, on the store's clock, that it is to be shown at instead
 * @throws AppError AUCTION.UNAVAILABLE
 */
export const stateOf = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  auctionId: string,
  untilMs = PRESENT,
): Promise<AuctionState> => {
  if (untilMs !== PRESENT) {
    const past = (await log.loadAt(auctionId, untilMs)) ?? (await archivedAt(auctionArchive(mongo), auctionId, untilMs))
    if (!past) throw new AppError('AUCTION.UNAVAILABLE')
    return past.state
  }
  const live = await log.load(auctionId)
  if (live) return live.state
  const stored = await viewOf(mongo, auctionId)
  if (!stored) throw new AppError('AUCTION.UNAVAILABLE')
  return viewState(stored)
}

/** The public state that a read model holds. */
export const viewState = ({ state }: Pick<AuctionView, 'state'>): AuctionState =>
  storedState(JSON.parse(state) as AuctionState)

/** The live state, for whoever is about to change it. @throws AppError AUCTION.UNAVAILABLE where the log is not live */
export const liveStateOf = async ({ log }: Pick<Services, 'log'>, auctionId: string): Promise<AuctionState> => {
  const live = await log.load(auctionId)
  if (!live) throw new AppError('AUCTION.UNAVAILABLE')
  return live.state
}

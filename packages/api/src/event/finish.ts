import { auctionById, eventById, moveEvent } from '@gavel/db'
import { AppError } from '../errors.ts'
import { liveStateOf } from '../pool/state-of.ts'
import { eventProcedure } from '../trpc.ts'

/** Closes an event whose auction has ended: it moves to what is over. Repeating it is harmless. */
export const finish = eventProcedure('event.close').mutation(
  async ({ ctx: { services, event } }): Promise<{ slug: string }> => {
    const { mongo } = services
    const auction = event.auctionId ? await auctionById(mongo, event.auctionId) : null
    // The stored status is a moment behind the log.
    const ended =
      auction?.status === 'ended' || (auction && (await liveStateOf(services, auction.id)).phase.is === 'ended')
    if (!ended) throw new AppError('EVENT.AUCTION_NOT_ENDED')
    if (await moveEvent(mongo, event.id, ['published', 'live'], 'finished')) return { slug: event.slug }
    const status = (await eventById(mongo, event.id))?.status ?? 'gone'
    if (status !== 'finished') throw new AppError('EVENT.OVER', { status })
    return { slug: event.slug }
  },
)

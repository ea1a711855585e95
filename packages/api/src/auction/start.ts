import { moveEvent, newId, setAuctionStatus } from '@gavel/db'
import { command } from '../log/command.ts'
import { auctionProcedure } from '../trpc.ts'

/** Opens the room: the auctioneer may put up players. Repeating it is harmless. */
export const start = auctionProcedure('auction.manage').mutation(
  async ({ ctx: { services, actor, auction, event } }) => {
    const by = actor.userId ?? 'system'
    await command(services.log, auction, by, `start-${newId()}`, { type: 'StartAuction' }, ['ALREADY_STARTED'])
    // The archiver would note it a moment later; done here, the next page shows it.
    await setAuctionStatus(services.mongo, auction.id, 'running')
    await moveEvent(services.mongo, event.id, ['draft', 'published'], 'live')
    return { auctionId: auction.id }
  },
)

import { newId, noteArranged } from '@gavel/db'
import { z } from 'zod'
import { command } from '../log/command.ts'
import { auctionProcedure } from '../trpc.ts'
import { playerId, setId } from './input.ts'

/**
 * Puts the whole pool into exactly this order: one that it had before, or one made by hand (ORDER-6). Refused where a player has come or gone
 * since, so that it never takes back what somebody else has done.
 */
export const setOrder = auctionProcedure('auction.manage')
  .input(
    z.strictObject({
      auctionId: z.string(),
      sets: z.array(z.strictObject({ id: setId, players: z.array(playerId).max(5_000) })).max(5_000),
    }),
  )
  .mutation(async ({ ctx: { services, actor, auction }, input: { sets } }) => {
    await command(services.log, auction, actor.userId ?? 'system', `order-${newId()}`, { type: 'ArrangePool', sets })
    await noteArranged(services.mongo, auction.id, null)
    return { sets: sets.length }
  })

import { playersOf } from '@gavel/db'
import { z } from 'zod'
import { type Removal, removePlayers } from '../pool/remove-players.ts'
import { auctionProcedure } from '../trpc.ts'
import { playerId } from './input.ts'

/** Takes players out of the pool. Whoever was called stays, and so does who registered: both are told with the reason. */
export const remove = auctionProcedure('auction.manage')
  .input(z.strictObject({ auctionId: z.string(), playerIds: z.array(playerId).min(1).max(5_000) }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { playerIds } }): Promise<Removal> => {
    const wanted = new Set(playerIds)
    const registered = (await playersOf(services.mongo, auction.id)).filter(
      (player) => wanted.has(player.playerId) && player.userId !== null,
    )
    for (const player of registered) wanted.delete(player.playerId)
    const { removed, kept } = await removePlayers(services, auction, actor.userId ?? 'system', [...wanted])
    const why = 'registered: withdraw the registration instead'
    return {
      removed,
      kept: [...registered.map((player) => ({ playerId: player.playerId, name: player.name, why })), ...kept],
    }
  })

import { createHash } from 'node:crypto'
import { categoriesOf } from '@gavel/player-list'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { addPlayers } from '../pool/add-players.ts'
import { removePlayers } from '../pool/remove-players.ts'
import { setForRole } from '../pool/sets.ts'
import { auctionProcedure } from '../trpc.ts'
import { newPlayer } from './input.ts'

/**
 * Adds one player by hand, at the end of his set. `key` is made by whoever asks, once for each player meant: the same form sent again adds
 * nobody.
 */
export const add = auctionProcedure('auction.manage')
  .input(z.strictObject({ auctionId: z.string(), key: z.string().min(8).max(80), player: newPlayer }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { key, player } }) => {
    const playerId = `h${createHash('sha256').update(`${auction.id}\n${key}`).digest('hex').slice(0, 19)}`
    const by = actor.userId ?? 'system'
    const made = {
      ...player,
      categories: player.categories ?? categoriesOf({ capped: null, role: player.role, age: player.age }),
      playerId,
      set: player.set || setForRole(player.role),
      photoUrl: null,
      userId: null,
      stats: {},
      formerTeam: null,
    }
    try {
      await addPlayers(services, auction, by, [made])
    } catch (error) {
      // The answer to the first sending got lost: the player is in.
      if (error instanceof AppError && error.detail.code === 'DUPLICATE') return { playerId }
      // Whom the auction does not take keeps no name in it.
      if (error instanceof AppError && error.code === 'AUCTION.REFUSED')
        await removePlayers(services, auction, by, [playerId])
      throw error
    }
    return { playerId }
  })

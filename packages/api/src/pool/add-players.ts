import { MAX_BATCH } from '@gavel/auction'
import { type Auction, type AuctionPlayer, newId, savePlayers } from '@gavel/db'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'
import { setIdOf } from './sets.ts'

/** A player as the roster names him and the log counts him. */
export type PoolPlayer = Omit<AuctionPlayer, 'auctionId'> & {
  /** null: nationality unknown. */
  overseas: boolean | null
}

/**
 * Adds players to an auction: their names first, so that a room never shows a player without one, then their entries in the log, in
 * batches. Players who are in the auction already must be left out.
 * @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE; batches before the refused one stay
 */
export const addPlayers = async (
  services: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'rules'>,
  by: string,
  players: readonly PoolPlayer[],
): Promise<void> => {
  await savePlayers(
    services.mongo,
    players.map(({ overseas: _, ...player }) => ({ ...player, auctionId: auction.id })),
  )
  for (let start = 0; start < players.length; start += MAX_BATCH) {
    const batch = players.slice(start, start + MAX_BATCH).map(({ playerId, base, set, overseas }) => ({
      player: playerId,
      base,
      set: setIdOf(set),
      overseas,
    }))
    await command(services.log, auction, by, `add-${newId()}`, { type: 'AddPlayers', players: batch })
  }
}

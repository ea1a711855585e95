import { type CategoryId, MAX_BATCH } from '@gavel/auction'
import { type Auction, type AuctionPlayer, adoptPlayers, insertPlayers, newId } from '@gavel/db'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'
import { setNamed } from './sets.ts'

/** A player as the roster names him and the log counts him. */
export type PoolPlayer = Omit<AuctionPlayer, 'auctionId' | 'importId'> & {
  /** null: nationality unknown. */
  overseas: boolean | null
  categories: readonly CategoryId[]
}

/** The player as the roster keeps him. */
const rosterPlayer = (auctionId: string, importId: string | null, player: PoolPlayer): AuctionPlayer => {
  const { overseas: _, categories: __, ...named } = player
  return { ...named, auctionId, importId }
}

/**
 * Adds players to an auction: their names first, so that a room never shows a player without one, then their entries in the log, in
 * batches. Players who are in the auction already must be left out.
 * @param came gains the id of everybody whom this call put into the log, also of the batches before a refused one, which stay
 * @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const addPlayers = async (
  services: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'rules' | 'setNames'>,
  by: string,
  players: readonly PoolPlayer[],
  importId: string | null = null,
  came = new Set<string>(),
): Promise<void> => {
  const { mongo, log } = services
  const named = players.map((player) => rosterPlayer(auction.id, importId, player))
  await insertPlayers(mongo, named)
  for (let start = 0; start < players.length; start += MAX_BATCH) {
    const batch = players.slice(start, start + MAX_BATCH).map(({ playerId, base, set, overseas, categories }) => ({
      player: playerId,
      base,
      set: setNamed(auction.setNames, set),
      overseas,
      categories,
    }))
    await command(log, auction, by, `add-${newId()}`, { type: 'AddPlayers', players: batch })
    for (const { player } of batch) came.add(player)
    // Another import may have stored the same names before: the players are of the one that put them into the log.
    if (importId !== null) await adoptPlayers(mongo, named.slice(start, start + MAX_BATCH))
  }
}

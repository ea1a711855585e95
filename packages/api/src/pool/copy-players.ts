import { type AuctionState, MAX_BATCH, type Player } from '@gavel/auction'
import { type Auction, insertPlayers, nameSet, newId, playersOf } from '@gavel/db'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'
import { liveStateOf } from './state-of.ts'

/**
 * Copies the players of an auction into another one, in their running order, with base prices, names, photos and the names of their sets,
 * but nothing of what became of them, and without the accounts of those who registered. Ids stay, so repeating it adds whoever is missing.
 * @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE; batches before the refused one stay
 */
export const copyPlayers = async (
  services: Pick<Services, 'mongo' | 'log'>,
  source: Pick<Auction, 'id' | 'setNames'>,
  state: AuctionState,
  auction: Pick<Auction, 'id' | 'rules'>,
  by: string,
  wanted: (player: Player) => boolean,
): Promise<void> => {
  const { mongo, log } = services
  const { players: there, teams } = await liveStateOf(services, auction.id)
  const ordered = state.sets.flatMap(({ id: set, players }) =>
    players.flatMap((playerId) => {
      const player = state.players[playerId]
      return player && wanted(player) && !there[playerId]
        ? [{ player: playerId, base: player.base, set, overseas: player.overseas, ...lastingOf(player, teams) }]
        : []
    }),
  )
  const copied = new Set(ordered.map(({ player }) => player))
  await insertPlayers(
    mongo,
    (await playersOf(mongo, source.id))
      .filter(({ playerId }) => copied.has(playerId))
      .map((player) => ({ ...player, auctionId: auction.id, userId: null, importId: null })),
  )
  for (const named of source.setNames) await nameSet(mongo, auction.id, named)
  for (let start = 0; start < ordered.length; start += MAX_BATCH)
    await command(
      log,
      auction,
      by,
      `copy-${newId()}`,
      { type: 'AddPlayers', players: ordered.slice(start, start + MAX_BATCH) },
      // The same copy, made twice at once.
      ['DUPLICATE'],
    )
}

/** What a player counts as; and the former team, where it plays in the copy too. */
const lastingOf = ({ categories, formerTeam }: Player, teams: AuctionState['teams']) => ({
  categories,
  formerTeam: formerTeam !== null && teams[formerTeam] ? formerTeam : null,
})

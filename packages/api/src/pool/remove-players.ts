import { type AuctionState, MAX_BATCH, whyNotRemoved } from '@gavel/auction'
import { type Auction, type AuctionPlayer, deletePlayers, insertPlayers, newId, playersOf } from '@gavel/db'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import { dropPicture } from '../media/pictures.ts'
import type { Services } from '../services.ts'
import { liveStateOf } from './state-of.ts'

/** Somebody who stays in the pool, and why, in words that follow the name. */
export type KeptPlayer = { playerId: string; name: string; why: string }
export type Removal = { removed: string[]; kept: KeptPlayer[] }

/** `media`, `postgres`: where their photos are and who else shows them; a program without leaves them. */
type Needs = Pick<Services, 'mongo' | 'log'> & Partial<Pick<Services, 'media' | 'postgres'>>

/** A removal that meets another change starts again from the pool as it is then. */
const TRIES = 5

/**
 * Takes players out of an auction's pool, log first, then their names and photos, so that no room shows a player without one. Whoever was called stays
 * and is told with the reason. Repeating it, or two at once, is harmless: who is gone already counts as gone.
 * @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const removePlayers = async (
  services: Needs,
  auction: Pick<Auction, 'id' | 'rules'>,
  by: string,
  playerIds: readonly string[],
): Promise<Removal> => {
  const removed = new Set<string>()
  for (let attempt = 1; ; attempt += 1) {
    const state = await liveStateOf(services, auction.id)
    const free = playerIds.filter((id) => whyItStays(state, id) === null && state.players[id])
    try {
      for (let start = 0; start < free.length; start += MAX_BATCH) {
        const players = free.slice(start, start + MAX_BATCH)
        await command(services.log, auction, by, `remove-${newId()}`, { type: 'RemovePlayers', players })
        for (const id of players) removed.add(id)
      }
      break
    } catch (error) {
      const met = error instanceof AppError && MET.has(String(error.detail.code))
      if (!met || attempt === TRIES) throw error
    }
  }
  const { named, state } = await settleNames(services, auction.id, playerIds)
  const kept = named.flatMap(({ playerId, name }) => {
    const why = whyItStays(state, playerId)
    return why === null ? [] : [{ playerId, name, why }]
  })
  return { removed: [...removed], kept }
}

/** What another change of the same players is refused with. */
const MET = new Set(['UNKNOWN_PLAYER', 'NOT_AVAILABLE'])

/**
 * Takes the names and photos of those of the players who are not in the log (any more). It may meet imports that bring the same players in,
 * which put names first and claim whom they added last: a name goes only where nobody has claimed it since it was looked at, and
 * comes back where the log has its player again, and is looked at once more, since he may have gone while it was on its way (IMPORT-8).
 * @param left how often it may look again; each time the log has changed meanwhile
 * @returns the players who had a name, and the state after it
 */
export const settleNames = async (
  services: Needs,
  auctionId: string,
  playerIds: readonly string[],
  left = TRIES,
): Promise<{ named: AuctionPlayer[]; state: AuctionState }> => {
  const { mongo, log, media, postgres } = services
  const wanted = new Set(playerIds)
  const named = (await playersOf(mongo, auctionId)).filter(({ playerId }) => wanted.has(playerId))
  const before = await liveStateOf({ log }, auctionId)
  const gone = named.filter(({ playerId }) => !before.players[playerId])
  for (const [importId, players] of Map.groupBy(gone, (player) => player.importId))
    await deletePlayers(
      mongo,
      auctionId,
      players.map(({ playerId }) => playerId),
      importId,
    )
  const state = await liveStateOf({ log }, auctionId)
  const back = gone.filter(({ playerId }) => state.players[playerId])
  await insertPlayers(mongo, back)
  if (media && postgres) for (const { photoUrl } of gone) await dropPicture({ mongo, media, postgres }, photoUrl)
  if (back.length === 0 || left === 0) return { named, state }
  const again = await settleNames(
    services,
    auctionId,
    back.map(({ playerId }) => playerId),
    left - 1,
  )
  return { named, state: again.state }
}

/** Why a player must stay in the pool; null where he may go, or is not in it. */
const whyItStays = (state: AuctionState, playerId: string): string | null => {
  const player = state.players[playerId]
  if (!player) return null
  return state.phase.is === 'ended' ? 'the auction has ended' : whyNotRemoved(player)
}

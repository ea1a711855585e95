import { createHash } from 'node:crypto'
import { reservePerPlace } from '@gavel/auction'
import type { Auction } from '@gavel/db'
import { type ListedPlayer, type ListField, PlayerListError, type RefusedRow, readPlayerList } from '@gavel/player-list'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { addPlayers, type PoolPlayer } from './add-players.ts'
import { setForRole } from './sets.ts'

/** What became of a list: rows read, players in the pool because of it, rows refused with the reason, things worth a look. */
export type ImportReport = { rows: number; imported: number; refused: RefusedRow[]; warnings: string[] }

/** An import that meets another one starts again from the pool as it is then. */
const TRIES = 3

/**
 * Reads a list of players into an auction's pool. A player's id is made from what the list says of him, so the same list again adds
 * nobody, and a list that stopped half-way is completed.
 * @throws AppError LIST.UNREADABLE, AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const importList = async (
  services: Pick<Services, 'mongo' | 'log'>,
  auction: Pick<Auction, 'id' | 'rules'>,
  by: string,
  file: string | Uint8Array,
  map: Partial<Record<ListField, string>>,
): Promise<ImportReport> => {
  const list = read(file, map, auction)
  const players = list.players.map((player) => poolPlayer(player, reservePerPlace(auction.rules)))
  const unpriced = list.players.filter(({ base }) => base === null).length
  for (let attempt = 1; ; attempt += 1) {
    const live = await services.log.load(auction.id)
    if (!live) throw new AppError('AUCTION.UNAVAILABLE')
    const missing = players.filter(({ playerId }) => !live.state.players[playerId])
    try {
      await addPlayers(services, auction, by, missing)
      break
    } catch (error) {
      const met = error instanceof AppError && error.detail.code === 'DUPLICATE'
      if (!met || attempt === TRIES) throw error
    }
  }
  return {
    rows: list.rows,
    imported: players.length,
    refused: list.refused,
    warnings:
      unpriced === 0
        ? list.warnings
        : [...list.warnings, `${unpriced} without a base price took the lowest of the rules.`],
  }
}

const read = (file: string | Uint8Array, map: Partial<Record<ListField, string>>, auction: Pick<Auction, 'rules'>) => {
  try {
    return readPlayerList(file, { map, rules: auction.rules })
  } catch (error) {
    if (!(error instanceof PlayerListError)) throw error
    throw new AppError('LIST.UNREADABLE', { reason: error.message }, { cause: error })
  }
}

const poolPlayer = (player: ListedPlayer, lowest: number): PoolPlayer => {
  const { row: _, ...said } = player
  const { test, odi, t20 } = player.caps ?? { test: null, odi: null, t20: null }
  return {
    playerId: `p${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 19)}`,
    name: player.name,
    country: player.country ?? '',
    role: player.role ?? '',
    set: player.set ?? setForRole(player.role ?? ''),
    base: player.base ?? lowest,
    age: player.age,
    caps: player.caps && (test ?? 0) + (odi ?? 0) + (t20 ?? 0),
    photoUrl: player.photoUrl,
    userId: null,
    stats: player.stats,
    overseas: player.overseas,
  }
}

import {
  type Auction,
  claimUndo,
  deleteImport,
  finishImport,
  insertImport,
  keepImport,
  newId,
  playersOfImport,
} from '@gavel/db'
import { AppError } from '../errors.ts'
import type { ImportResult } from '../players/types.ts'
import type { Services } from '../services.ts'
import { addPlayers, type PoolPlayer } from './add-players.ts'
import { settleFormerTeams } from './former-teams.ts'
import { type ListFile, readList } from './read-list.ts'
import { type Removal, removePlayers, settleNames } from './remove-players.ts'
import { liveStateOf } from './state-of.ts'

type Of = Pick<Auction, 'id' | 'rules' | 'setNames'>
type Needs = Pick<Services, 'mongo' | 'log'> & Partial<Pick<Services, 'media'>>

/** An import that meets another one starts again from the pool as it is then. */
const TRIES = 3

/**
 * Reads a list of players into an auction's pool, and keeps a record by which the whole of it can be taken back. The same list again adds
 * nobody, and a list that stopped half-way is completed. Two at once bring in each player once, by one of them.
 * @throws AppError LIST.UNREADABLE, LIST.TAKEN_BACK, AUCTION.REFUSED (then nobody of it has come in), AUCTION.UNAVAILABLE (then some may have)
 */
export const importList = async (services: Needs, auction: Of, by: string, file: ListFile): Promise<ImportResult> => {
  const { rows, players, refused, warnings, hasNames } = readList(file, auction.rules)
  if (!hasNames)
    throw new AppError('LIST.UNREADABLE', { reason: 'No column holds the players’ names: say which one does.' })
  const importId = newId()
  // The record comes first: whatever a crash leaves behind belongs to an import that can be taken back.
  await insertImport(services.mongo, {
    id: importId,
    auctionId: auction.id,
    fileName: file.name,
    byUserId: by,
    atMs: Date.now(),
    rows,
    added: 0,
    known: 0,
    refused: refused.length,
    undoing: false,
  })
  // Counted by the log's answers, not by the names: a name may for a moment be another import's, until the one that added its player claims it.
  const came = new Set<string>()
  try {
    await bringIn(
      services,
      auction,
      by,
      importId,
      players.map(({ player }) => player),
      came,
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'AUCTION.REFUSED') await undoImport(services, auction, by, importId)
    throw error
  }
  const added = came.size
  const known = players.length - added
  if (!(await finishImport(services.mongo, importId, { added, known }))) {
    await takeBack(services, auction, by, importId, came)
    throw new AppError('LIST.TAKEN_BACK')
  }
  if (added === 0) await deleteImport(services.mongo, importId)
  return { importId: added > 0 ? importId : null, rows, added, known, refused, warnings }
}

const bringIn = async (
  services: Needs,
  auction: Of,
  by: string,
  importId: string,
  players: readonly PoolPlayer[],
  came: Set<string>,
): Promise<void> => {
  const fresh = new Set<string>()
  for (let attempt = 1; ; attempt += 1) {
    const state = await liveStateOf(services, auction.id)
    const missing = players.filter(({ playerId }) => !state.players[playerId])
    for (const { playerId } of missing) fresh.add(playerId)
    try {
      await addPlayers(services, auction, by, missing, importId, came)
      break
    } catch (error) {
      const met = error instanceof AppError && error.detail.code === 'DUPLICATE'
      if (!met || attempt === TRIES) throw error
    }
  }
  await settleFormerTeams(services, auction, by)
  // Somebody may have taken out again whom this import has just put in.
  await settleNames(services, auction.id, [...fresh])
}

/**
 * Takes a whole import back: its players, their names and photos, and its record. Whoever was called stays and is named with the reason, and
 * then the record stays for them. Repeating it, also at once, is harmless, and so is an import that is still coming in: it is
 * taken back at its end.
 * @throws AppError AUCTION.REFUSED, AUCTION.UNAVAILABLE
 */
export const undoImport = async (services: Needs, auction: Of, by: string, importId: string): Promise<Removal> =>
  (await claimUndo(services.mongo, auction.id, importId))
    ? takeBack(services, auction, by, importId)
    : { removed: [], kept: [] }

/** `came`: whom the import knows that it put into the log. Another one that takes it back may hold their names in hand just now. */
const takeBack = async (
  services: Needs,
  auction: Of,
  by: string,
  importId: string,
  came: ReadonlySet<string> = new Set(),
): Promise<Removal> => {
  const players = await playersOfImport(services.mongo, auction.id, importId)
  const all = new Set([...came, ...players.map(({ playerId }) => playerId)])
  const removal = await removePlayers(services, auction, by, [...all])
  if (removal.kept.length === 0) await deleteImport(services.mongo, importId)
  else await keepImport(services.mongo, importId, removal.kept.length)
  return removal
}

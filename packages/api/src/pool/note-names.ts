import { type Auction, auctionArchive, newId } from '@gavel/db'
import { command } from '../log/command.ts'
import type { Services } from '../services.ts'

/**
 * Tells every room of an auction that a name, photo, logo or colour has changed, so that it reads the roster again.
 * @throws AppError AUCTION.UNAVAILABLE
 */
export const noteNames = async (
  { log, mongo }: Pick<Services, 'log' | 'mongo'>,
  auction: Pick<Auction, 'id' | 'rules' | 'archivedAtMs'>,
  by: string,
): Promise<void> => {
  // An auction whose log is archived has no rooms any more.
  await command(log, auction, by, `names-${newId()}`, { type: 'NoteNames' }, ['NOT_LIVE'])
  // Nobody follows the log of an auction that is over, so the archive takes the note from here.
  if (auction.archivedAtMs !== null) await log.archiveTo(auctionArchive(mongo), auction.id)
}

import type { Entry } from '@gavel/auction'
import { entryOf } from '@gavel/auction'
import { auctionArchive } from '@gavel/db'
import { stampedBy } from '@gavel/livelog'
import type { Services } from '../services.ts'

const PAGE = 1_000

/**
 * A log, oldest first, with everything in it: as it is live, or from the archive once it is not.
 * @param untilMs the moment after which nothing of it may be known (LATE-2)
 */
export const entriesOf = async ({ log, mongo }: Services, auctionId: string, untilMs: number): Promise<Entry[]> => {
  const live = (await log.load(auctionId)) !== null
  const archive = auctionArchive(mongo)
  const page = async (from: number): Promise<Entry[]> => {
    if (live) return (await log.read(auctionId, from, PAGE)).map(({ entry }) => entry)
    return (await archive.read(auctionId, from, PAGE)).map(({ seq, body }) => entryOf(seq, body))
  }
  const entries: Entry[] = []
  for (;;) {
    const next = await page(entries.length + 1)
    const known = stampedBy(next, untilMs)
    entries.push(...known)
    if (known.length < PAGE) return entries
  }
}

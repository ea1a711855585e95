import { type AuctionState, fold } from '@gavel/auction'
import { GENESIS_LINK, type LogEntry, nextLink } from './body.ts'
import { BrokenLogError } from './errors.ts'

/** A log folded up to an entry, and the link of that entry. */
export type Head = { state: AuctionState; link: string }

/** The head after these entries, each checked against the chain. @throws BrokenLogError at the first that does not follow. */
export function advance(auctionId: string, from: Head | null, entries: readonly LogEntry[]): Head | null {
  let link = from?.link ?? GENESIS_LINK
  for (const entry of entries) {
    if (entry.link !== nextLink(link, entry.body))
      throw new BrokenLogError(auctionId, entry.seq, 'its link does not follow from the entry before it')
    link = entry.link
  }
  const state = fold(
    entries.map(({ entry }) => entry),
    from?.state ?? null,
  )
  return state && { state, link }
}

import type { AuctionLog } from './auctions.ts'
import { GENESIS_LINK, type LogEntry, nextLink } from './body.ts'
import { BrokenLogError } from './errors.ts'
import { type LogKind, type LogTypes, nameOf } from './kind.ts'

/** A log folded up to an entry, and the link of that entry. */
export type Head<K extends LogTypes = AuctionLog> = { state: K['State']; link: string }

/** The head after these entries, each checked against the chain. @throws BrokenLogError at the first that does not follow. */
export function advance<K extends LogTypes>(
  kind: LogKind<K>,
  id: string,
  from: Head<K> | null,
  entries: readonly LogEntry<K>[],
): Head<K> | null {
  let link = from?.link ?? GENESIS_LINK
  for (const entry of entries) {
    if (entry.link !== nextLink(link, entry.body))
      throw new BrokenLogError(nameOf(kind, id), entry.seq, 'its link does not follow from the entry before it')
    link = entry.link
  }
  const state = kind.fold(
    entries.map(({ entry }) => entry),
    from?.state ?? null,
  )
  return state && { state, link }
}

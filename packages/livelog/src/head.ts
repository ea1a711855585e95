import { type AuctionState, evolve, type Owned } from '@gavel/auction'
import { GENESIS_LINK, type LogEntry, nextLink } from './body.ts'
import { BrokenLogError } from './errors.ts'

/** A log folded up to an entry, and the link of that entry. */
export type Head = { state: AuctionState; link: string }

/** The head after these entries, each checked against the chain. @throws BrokenLogError at the first that does not follow. */
export function advance(auctionId: string, from: Head | null, entries: readonly LogEntry[]): Head | null {
  let head = from
  const owned: Owned = new WeakSet()
  for (const { seq, link, body, entry } of entries) {
    if (link !== nextLink(head?.link ?? GENESIS_LINK, body))
      throw new BrokenLogError(auctionId, seq, 'its link does not follow from the entry before it')
    head = { state: evolve(head?.state ?? null, entry, owned), link }
  }
  return head
}

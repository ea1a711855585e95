import type { VisibleEntry } from '@gavel/auction'
import type { Directory } from './directory.ts'
import { sentence } from './sentences.ts'

/** What a screen reader is told at once, whatever it is saying: what ends, stops or turns a lot. */
const URGENT: ReadonlySet<string> = new Set([
  'LotSold',
  'LotUnsold',
  'LotReopened',
  'MatchOffered',
  'MatchRaised',
  'TieBreakOffered',
  'SealingOpened',
  'SaleCorrected',
  'AuctionPaused',
  'AuctionResumed',
  'AuctionEnded',
  'Announced',
])
/** What is written in the log, but is no news. */
const QUIET: ReadonlySet<string> = new Set(['LotHeld', 'NamesChanged', 'PaddleGranted', 'PaddleRevoked', 'Recovered'])
/** So many sentences of one moment are read; of more, the last ones. */
const MOST = 4

export type Announcement = { words: string; urgent: boolean }

/**
 * What entries that came together are read out as: every act with all that followed from it, but of a run of bids only the last (ANNOUNCE-1).
 * Null where none of them has words.
 */
export function announcementOf(
  entries: readonly VisibleEntry[],
  directory: Directory,
  currency: string,
): Announcement | null {
  const told = entries.filter((entry, at) => {
    if (entry.type === 'GoingCalled' || entry.type === 'BidPlaced')
      return !entries.slice(at + 1).some(({ type }) => type === 'BidPlaced')
    // A line that is taken down has been heard.
    if (entry.type === 'Announced') return entry.words !== null
    return !QUIET.has(entry.type)
  })
  const words = told.flatMap((entry) => sentence(entry, directory, currency) ?? []).slice(-MOST)
  if (words.length === 0) return null
  return { words: words.join(' '), urgent: told.some(({ type }) => URGENT.has(type)) }
}

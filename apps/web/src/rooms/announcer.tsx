'use client'

import type { WireEntry } from '@gavel/protocol'
import type { Directory } from './directory.ts'
import { sentence } from './sentences.ts'

/** Reads the newest entry aloud. Bids wait for a pause in speech; a sale does not. */
export function Announcer({
  recent,
  directory,
  currency,
}: {
  recent: readonly WireEntry[]
  directory: Directory
  currency: string
}) {
  const last = recent.at(-1)
  const words = last ? sentence(last, directory, currency) : null
  const urgent = last?.type === 'LotSold' || last?.type === 'LotUnsold' || last?.type === 'AuctionPaused'
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {urgent ? '' : words}
      </p>
      <p className="sr-only" aria-live="assertive">
        {urgent ? words : ''}
      </p>
    </>
  )
}

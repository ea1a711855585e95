import type { AuctionState } from '@gavel/auction'
import { CirclePause } from 'lucide-react'

/** Says on every page of a live room that the auction is paused, in the auctioneer's words where there are some. */
export function PauseBanner({ auction }: { auction: AuctionState }) {
  if (auction.phase.is !== 'paused') return null
  const { message } = auction.phase
  return (
    <section aria-label="Pause" className="bg-ink text-surface">
      <p className="mx-auto flex min-h-11 max-w-[110rem] items-center gap-x-3 px-3 py-2 sm:px-5">
        <CirclePause aria-hidden className="size-5 shrink-0" />
        <span className="shrink-0 font-semibold">Paused</span>
        <span className="min-w-0 break-words">{message || 'Bidding goes on shortly.'}</span>
      </p>
    </section>
  )
}

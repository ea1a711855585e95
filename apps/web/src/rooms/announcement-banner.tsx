import type { AuctionState } from '@gavel/auction'
import { Megaphone } from 'lucide-react'
import type { ReactNode } from 'react'

type AnnouncementBannerProps = {
  auction: AuctionState
  /** What the page may do with it, at its end. */
  children?: ReactNode
}

/** The auctioneer's line on every page of a room, for as long as it stands (SAY-3). A screen reader is told it once, as it is said. */
export function AnnouncementBanner({ auction, children }: AnnouncementBannerProps) {
  const { announcement } = auction
  if (!announcement) return null
  return (
    <section
      key={announcement.atMs}
      aria-label="Announcement"
      className="animate-enter border-b border-accent bg-raised text-ink"
    >
      <div className="mx-auto flex min-h-11 max-w-[110rem] items-center gap-x-3 px-3 py-1.5 sm:px-5">
        <Megaphone aria-hidden className="size-5 shrink-0 text-accent" />
        <p className="min-w-0 flex-1 font-semibold break-words">{announcement.words}</p>
        {children}
      </div>
    </section>
  )
}

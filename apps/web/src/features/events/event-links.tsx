import type { EventPage } from '@gavel/api'
import { Button } from '@gavel/ui'
import { CalendarPlus, Gavel, MonitorPlay, Settings2, Trophy } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'

type EventLinksProps = { event: EventPage; ownsTeam: boolean }

/** The doors that are open to this viewer: the room for everybody, the paddle, the console, the desk. */
export function EventLinks({ event, ownsTeam }: EventLinksProps) {
  const { auction, you, status, slug } = event
  const live = status === 'live' || auction?.phase === 'running' || auction?.phase === 'paused'
  return (
    <nav aria-label="This event" className="flex flex-wrap gap-2">
      {auction && you.mayWatch ? (
        <Button asChild look={live ? 'primary' : 'plain'}>
          <Link href={paths.auction(auction.auctionId)}>
            {auction.phase === 'ended' ? (
              <Trophy aria-hidden className="size-4" />
            ) : (
              <MonitorPlay aria-hidden className="size-4" />
            )}
            {live ? 'Watch the auction' : auction.phase === 'ended' ? 'See the results' : 'Auction room'}
          </Link>
        </Button>
      ) : null}
      {auction && ownsTeam && auction.phase !== 'ended' ? (
        <Button asChild look="ink">
          <Link href={paths.paddle(auction.auctionId)}>Your paddle</Link>
        </Button>
      ) : null}
      {auction && you.mayConduct && auction.phase !== 'ended' ? (
        <Button asChild>
          <Link href={paths.console(auction.auctionId)}>
            <Gavel aria-hidden className="size-4" />
            Auctioneer’s console
          </Link>
        </Button>
      ) : null}
      {status === 'published' || status === 'live' ? (
        <Button asChild look="quiet">
          <a href={paths.calendar(slug)} download>
            <CalendarPlus aria-hidden className="size-4" />
            Add to calendar
          </a>
        </Button>
      ) : null}
      {you.mayManage ? (
        <Button asChild look="quiet">
          <Link href={paths.adminEvent(slug)}>
            <Settings2 aria-hidden className="size-4" />
            Manage
          </Link>
        </Button>
      ) : null}
    </nav>
  )
}

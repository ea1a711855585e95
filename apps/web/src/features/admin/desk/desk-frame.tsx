import type { EventPage } from '@gavel/api'
import { Button } from '@gavel/ui'
import { Eye, Gavel, MonitorPlay, Presentation } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../../paths.ts'
import { EventStatusBadge } from '../../events/event-status.tsx'
import { ShortTime } from '../../events/event-time.tsx'
import { DeskNav } from './desk-nav.tsx'

type DeskFrameProps = {
  event: EventPage
  counts: { players: number; teams: number; waiting: number }
  children: ReactNode
}

/**
 * What every page of an event's desk stands in: the event and its doors, the pages of the desk, and the one `<main>`. A page below it
 * brings its `DeskTitle` (the `h1`) and its sections, and no `<main>` of its own.
 */
export function DeskFrame({ event, counts, children }: DeskFrameProps) {
  return (
    <div className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-x-10 gap-y-6 px-4 pt-6 pb-16 sm:px-6 lg:grid-cols-[11.5rem_minmax(0,1fr)] lg:gap-y-8">
      <section
        aria-label="This event"
        className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 lg:col-span-2"
      >
        <div className="grid min-w-0 gap-1.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <Link href={paths.admin} className="font-semibold text-ink underline">
              Your events
            </Link>
            <EventStatusBadge status={event.status} />
            {event.rehearsal ? <span>Rehearsal</span> : null}
            <ShortTime atMs={event.startsAtMs} timeZone={event.timeZone} />
          </p>
          <p className="text-lg font-semibold break-words">
            <Link href={paths.adminEvent(event.slug)}>{event.name}</Link>
          </p>
        </div>
        <Doors event={event} />
      </section>
      <DeskNav slug={event.slug} {...counts} />
      <main id="main" className="grid min-w-0 grid-cols-1 content-start gap-8">
        {children}
      </main>
    </div>
  )
}

/** The pages that others see of this event. */
function Doors({ event: { slug, auction } }: { event: EventPage }) {
  const doors = [
    { href: paths.event(slug), words: 'Event page', Icon: Eye },
    ...(auction
      ? [
          { href: paths.auction(auction.auctionId), words: 'Room', Icon: MonitorPlay },
          { href: paths.console(auction.auctionId), words: 'Console', Icon: Gavel },
          { href: paths.stage(auction.auctionId), words: 'Projector', Icon: Presentation },
        ]
      : []),
  ]
  return (
    <div className="-mx-3 flex flex-wrap max-sm:[&_svg]:hidden">
      {doors.map(({ href, words, Icon }) => (
        <Button key={href} asChild look="quiet" size="sm">
          <Link href={href}>
            <Icon aria-hidden className="size-4 text-muted" />
            {words}
          </Link>
        </Button>
      ))}
    </div>
  )
}

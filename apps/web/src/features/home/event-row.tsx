import type { EventCard } from '@gavel/api'
import { MapPin } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { DayLeaf, ShortTime } from '../events/event-time.tsx'
import { placesLeft } from '../events/places.ts'

/** One event that is still to come, as a line of the season's programme. The whole line leads to its page. */
export function EventRow({ event, level = 3 }: { event: EventCard; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const players = placesLeft(event.capacity, event.taken, 'players')
  const teams = placesLeft(event.capacity, event.taken, 'teams')
  return (
    <li className="relative flex items-start gap-4 border-b py-4 last:border-b-0 hover:bg-raised sm:items-center">
      <DayLeaf atMs={event.startsAtMs} timeZone={event.timeZone} />
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-1 sm:grid-cols-[1fr_auto] sm:items-center">
        <div className="grid min-w-0 gap-0.5">
          <Heading className="text-base break-words">
            <Link href={paths.event(event.slug)} className="after:absolute after:inset-0">
              {event.name}
            </Link>
          </Heading>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-muted">
            <ShortTime atMs={event.startsAtMs} timeZone={event.timeZone} />
            {event.venue ? (
              <span className="inline-flex min-w-0 items-center gap-1">
                <MapPin aria-hidden className="size-3.5 shrink-0" />
                {event.venue}
              </span>
            ) : null}
          </p>
        </div>
        <p className="grid text-sm text-muted tabular-nums sm:text-right">
          <span>{players.words}</span>
          <span>{teams.words}</span>
        </p>
      </div>
    </li>
  )
}

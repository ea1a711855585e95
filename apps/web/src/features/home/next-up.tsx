import type { EventCard } from '@gavel/api'
import { Button, Card } from '@gavel/ui'
import { MapPin } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { EventTime } from '../events/event-time.tsx'
import { placesLeft } from '../events/places.ts'
import { HowSoon } from './how-soon.tsx'

/** While nothing is live, the next event leads the page: what, how soon, where, and the way in. */
export function NextUp({ event }: { event: EventCard }) {
  const players = placesLeft(event.capacity, event.taken, 'players')
  const teams = placesLeft(event.capacity, event.taken, 'teams')
  return (
    <Card className="grid gap-6 p-5 sm:p-6 md:grid-cols-[1fr_auto] md:items-end">
      <div className="grid min-w-0 gap-3">
        <p className="text-sm font-semibold text-accent">
          Next, <HowSoon atMs={event.startsAtMs} />
        </p>
        <h2 className="text-xl break-words">{event.name}</h2>
        <EventTime atMs={event.startsAtMs} timeZone={event.timeZone} />
        {event.venue ? (
          <p className="inline-flex items-center gap-1.5 text-sm text-muted">
            <MapPin aria-hidden className="size-4 shrink-0" />
            {event.venue}
          </p>
        ) : null}
      </div>
      <div className="grid gap-3 md:justify-items-end">
        <p className="grid text-sm text-muted tabular-nums md:text-right">
          <span>{players.words}</span>
          <span>{teams.words}</span>
        </p>
        <Button asChild look="primary" size="lg" className="max-sm:w-full">
          <Link href={paths.event(event.slug)}>
            See the event and register<span className="sr-only">: {event.name}</span>
          </Link>
        </Button>
      </div>
    </Card>
  )
}

import type { EventCard } from '@gavel/api'
import { MapPin } from 'lucide-react'
import { EventTime } from '../events/event-time.tsx'

/** When and where, for somebody who may be standing in front of the door. */
export function EventFacts({ event }: { event: EventCard }) {
  return (
    <div className="grid gap-2">
      <EventTime atMs={event.startsAtMs} timeZone={event.timeZone} />
      {event.venue ? (
        <p className="inline-flex min-w-0 items-start gap-1.5 text-sm text-muted">
          <MapPin aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">{event.venue}</span>
        </p>
      ) : null}
    </div>
  )
}

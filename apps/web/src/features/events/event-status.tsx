import { Badge, LiveDot } from '@gavel/ui'

export type EventStatus = 'draft' | 'published' | 'live' | 'finished' | 'cancelled'

/** Where an event stands, in one or two words. */
export function EventStatusBadge({ status }: { status: EventStatus }) {
  switch (status) {
    case 'draft':
      return <Badge>Draft</Badge>
    case 'published':
      return <Badge tone="good">Open for registration</Badge>
    case 'live':
      return <LiveDot words="Auction is live" />
    case 'finished':
      return <Badge tone="ink">Finished</Badge>
    case 'cancelled':
      return <Badge tone="bad">Cancelled</Badge>
    default:
      return status satisfies never
  }
}

import type { EventCard, Me } from '@gavel/api'
import { Button, Card } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { EventStatusBadge } from '../events/event-status.tsx'
import { placesLeft } from '../events/places.ts'
import { EventFacts } from './event-facts.tsx'
import { JoinFrame } from './join-frame.tsx'

/** What a fan's code opens: what is on, one button to watch it, and the way to take part. */
export function EventJoin({ event, me }: { event: EventCard; me: Me }) {
  const { auction } = event
  const paddle = me?.paddles.find(({ auctionId }) => auctionId === auction?.auctionId)
  const open = event.status === 'published'
  const left = [placesLeft(event.capacity, event.taken, 'players'), placesLeft(event.capacity, event.taken, 'teams')]
  return (
    <JoinFrame over={<EventStatusBadge status={event.status} />} title={event.name}>
      <EventFacts event={event} />
      <div className="grid gap-3">
        {paddle && auction && auction.phase !== 'ended' ? (
          <Button asChild look="ink" size="lg" wide>
            <Link href={paths.paddle(auction.auctionId)}>Paddle of {paddle.team}</Link>
          </Button>
        ) : null}
        {auction ? (
          <Button asChild look="primary" size="lg" wide className="min-h-14">
            <Link href={paths.auction(auction.auctionId)}>{watchWords(auction.phase)}</Link>
          </Button>
        ) : null}
        {event.shows.room ? null : (
          <p className="text-sm text-muted">The room is for people of this event: sign in first.</p>
        )}
      </div>
      {open ? (
        <Card className="grid gap-3 p-5">
          <p className="font-semibold">Take part</p>
          <p className="grid text-sm text-muted tabular-nums">
            {left.map(({ words }) => (
              <span key={words}>{words}</span>
            ))}
          </p>
          <Button asChild size="lg" wide>
            <Link href={paths.event(event.slug)}>Register for the event</Link>
          </Button>
        </Card>
      ) : (
        <p className="text-sm">
          <Link href={paths.event(event.slug)} className="font-semibold underline">
            Teams, players and rules
          </Link>
        </p>
      )}
    </JoinFrame>
  )
}

function watchWords(phase: NonNullable<EventCard['auction']>['phase']): string {
  switch (phase) {
    case 'scheduled':
      return 'Wait in the auction room'
    case 'running':
    case 'paused':
      return 'Watch the auction'
    case 'ended':
      return 'See how it ended'
    default:
      return phase satisfies never
  }
}

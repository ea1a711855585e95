import type { EntryTerms, EventPage, GroupView, MyRegistration } from '@gavel/api'
import { Badge, Button, Card, EmptyState } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import type { FirstEntry } from '../events/first-entry.ts'
import { EventFacts } from '../join/event-facts.tsx'
import { JoinFrame } from '../join/join-frame.tsx'
import { seatPrice } from './price.ts'
import { SeatForm } from './seat-form.tsx'
import { isStanding } from './standing.ts'

type GroupPageProps = {
  event: EventPage
  group: GroupView
  /** What lets in, as the link says it. */
  groupKey: string
  terms: EntryTerms
  viewer: FirstEntry & { userId: string }
  mine: readonly MyRegistration[]
}

/** A captain's group for whoever has its link: who is in it, what a seat costs, and the form that takes one. */
export function GroupPage({ event, group, groupKey, terms, viewer, mine }: GroupPageProps) {
  const isTeam = group.kind === 'owner'
  const price = seatPrice(terms[group.kind], group.seats)
  const own = mine.find(({ kind, status }) => kind === group.kind && isStanding(status))
  return (
    <JoinFrame
      over={event.name}
      title={isTeam ? `A share of ${group.team ?? 'a team'}` : `A seat in the group of ${group.captain}`}
      className="max-w-lg"
    >
      <EventFacts event={event} />
      <section aria-label={isTeam ? 'Shares' : 'Seats'} className="ruled">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3 py-2 text-sm">
          <span className="font-semibold">{isTeam ? `Owners with ${group.captain}` : `With ${group.captain}`}</span>
          <span className="text-muted tabular-nums">
            {group.open} of {group.seats.length} open
          </span>
        </p>
        <ol className="grid">
          {keyed(group.seats).map(({ key, name, open }, at) => (
            <li key={key} className="flex min-h-10 items-center gap-3 border-t py-1.5 text-sm">
              <span aria-hidden className="w-5 text-muted tabular-nums">
                {at + 1}
              </span>
              <span className="min-w-0 flex-1 break-words">
                {open ? <span className="text-muted">Open</span> : (name ?? 'Somebody')}
              </span>
              {at === 0 ? <Badge>Captain</Badge> : null}
            </li>
          ))}
        </ol>
      </section>
      {group.joined ? (
        <Said
          slug={event.slug}
          title={isTeam ? 'You have a share of this team' : 'You have a seat in this group'}
          words="How it stands, and what is still to be paid, is on the event’s page."
          face="See how it stands"
        />
      ) : group.closed ? (
        <Said slug={event.slug} title="Nobody can join now" words={group.closed} face="To the event" />
      ) : own ? (
        <Said
          slug={event.slug}
          title="You have an entry of your own"
          words={`Withdraw it first: nobody has two places. Then open this link again.`}
          face="See your entry"
        />
      ) : (
        <Card className="px-5 py-4">
          <SeatForm
            slug={event.slug}
            group={group}
            groupKey={groupKey}
            terms={terms}
            price={price}
            viewer={viewer}
            basePrices={event.rules?.basePrices ?? []}
          />
        </Card>
      )}
    </JoinFrame>
  )
}

/** Seats have no names of their own while they are open; their places are. */
const keyed = (seats: GroupView['seats']) => seats.map((seat, at) => ({ ...seat, key: `seat-${at + 1}` }))

function Said({ slug, title, words, face }: { slug: string; title: string; words: ReactNode; face: string }) {
  return (
    <EmptyState
      title={title}
      words={words}
      action={
        <Button asChild look="primary">
          <Link href={paths.event(slug)}>{face}</Link>
        </Button>
      }
    />
  )
}

/** What a guest is shown: where the link leads, and the way to sign in. */
export function GroupForGuest({ event, at }: { event: EventPage; at: string }) {
  return (
    <JoinFrame over="You were given a seat in a group" title={event.name}>
      <EventFacts event={event} />
      <div className="grid grid-cols-1 gap-3">
        <Button asChild look="primary" size="lg" wide>
          <Link href={paths.signin(at)}>Sign in to take the seat</Link>
        </Button>
        <Button asChild size="lg" wide>
          <Link href={paths.register(at)}>Make an account</Link>
        </Button>
        <p className="text-sm text-muted">You come back here, and nothing is taken before you say so.</p>
      </div>
    </JoinFrame>
  )
}

/** A link that leads to no group. */
export function NoSuchGroup({ event }: { event: EventPage }) {
  return (
    <JoinFrame over={event.name} title="This link leads to no group">
      <Said
        slug={event.slug}
        title="It was cut, or the group is gone"
        words="Ask the captain to send the link again, whole. You can also enter by yourself, while entries are open."
        face="To the event"
      />
    </JoinFrame>
  )
}

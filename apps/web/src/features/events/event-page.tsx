import type { EntryTerms, EventPage as Event, MatchCard, MatchTable, Me, MyRegistration, Roster } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'
import { EmptyState, ErrorState, Section } from '@gavel/ui'
import type { ReactNode } from 'react'
import { SeasonTables } from '../../matches/fan/season-tables.tsx'
import { Markdown } from '../markdown.tsx'
import { EventLinks } from './event-links.tsx'
import { EventStatusBadge } from './event-status.tsx'
import { EventTime, ShortTime } from './event-time.tsx'
import type { FirstEntry } from './first-entry.ts'
import { Fixtures } from './fixtures.tsx'
import { PlayersPool } from './players-pool.tsx'
import { poolOf } from './pool.ts'
import { type Kind, RegistrationPanel } from './registration-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import { TeamsList } from './teams-list.tsx'

type EventPageProps = {
  event: Event
  me: Me
  /** What the viewer's profile says; null for a guest. */
  firstEntry: FirstEntry | null
  mine: MyRegistration[]
  terms: EntryTerms
  /** Where phones reach this installation. */
  origin: string
  asked: Kind | null
  /** Null where the auction has none yet, or its names could not be read just now. */
  roster: Roster | null
  state: AuctionState | null
  /** In the order of the fixtures. */
  matches: MatchCard[]
  tables: MatchTable[]
}

/** The event as a printed programme: what, when, where, the way in, then who plays and by which rules. */
export function EventPage(props: EventPageProps) {
  const { event, me, firstEntry, mine, terms, origin, asked, roster, state, matches, tables } = props
  const ownsTeam = me?.paddles.some(({ auctionId }) => auctionId === event.auction?.auctionId) ?? false
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-10 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <header className="grid gap-4">
        <p className="flex flex-wrap items-center gap-3">
          <EventStatusBadge status={event.status} />
          {event.rehearsal ? <span className="text-sm text-muted">Rehearsal</span> : null}
        </p>
        <h1 className="max-w-4xl text-xl break-words sm:text-2xl">{event.name}</h1>
        {event.status === 'cancelled' ? (
          <div role="note" className="grid max-w-prose gap-1 rounded-card border border-bad bg-raised px-5 py-4">
            <p className="font-semibold">This event is cancelled</p>
            <p className="break-words text-muted">{event.cancelledReason || 'The organiser gave no reason.'}</p>
          </div>
        ) : null}
        {event.description ? <Markdown text={event.description} level={2} className="text-muted" /> : null}
        <EventLinks event={event} ownsTeam={ownsTeam} />
      </header>
      <div className="grid grid-cols-1 items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <aside className="grid gap-6 lg:sticky lg:top-6 lg:order-last" aria-label="At a glance">
          <dl className="ruled grid">
            <Fact name="When">
              <EventTime atMs={event.startsAtMs} timeZone={event.timeZone} />
              {event.endsAtMs ? (
                <span className="mt-1 block text-sm text-muted">
                  Until <ShortTime atMs={event.endsAtMs} timeZone={event.timeZone} />
                </span>
              ) : null}
            </Fact>
            <Fact name="Where">{event.venue || 'To be announced'}</Fact>
            {event.rules ? <Fact name="Rules">{event.rules.name}</Fact> : null}
            {event.delayMs > 0 && (event.status === 'published' || event.status === 'live') ? (
              <Fact name="Live">The public sees the auction {event.delayMs / 1_000} seconds late</Fact>
            ) : null}
          </dl>
          <RegistrationPanel
            event={event}
            basePrices={event.rules?.basePrices ?? []}
            worn={roster?.teams.map(({ colour }) => colour) ?? []}
            terms={terms}
            viewer={me && firstEntry && { ...firstEntry, userId: me.userId }}
            origin={origin}
            mine={mine}
            asked={asked}
          />
        </aside>
        <div className="grid min-w-0 gap-10">
          {event.auction && !event.you.mayWatch ? (
            <EmptyState
              title="Teams and players are not public"
              words="The organiser shows them, and the auction room, to people of this event alone: staff, team owners and players who are in."
            />
          ) : event.auction && !roster ? (
            <ErrorState
              title="Teams and players could not be read just now"
              words="They are safe. Load the page again in a moment."
            />
          ) : (
            <>
              <TeamsList teams={roster?.teams ?? []} state={state} currency={event.currency} />
              <PlayersPool
                sets={roster ? poolOf(roster, state) : []}
                teams={roster?.teams ?? []}
                currency={event.currency}
                open={event.status === 'published'}
                hidden={!event.shows.pool && event.auction?.phase === 'scheduled'}
                ended={event.auction?.phase === 'ended'}
              />
            </>
          )}
          <Fixtures matches={matches} />
          {tables.length > 0 ? <SeasonTables tables={tables} level={2} /> : null}
          <Section title="Rules" aside={event.rules?.name}>
            {event.rules ? (
              <RulesPanel rules={event.rules} />
            ) : (
              <EmptyState
                className="mt-2"
                title="The rules are not settled yet"
                words="Purses, squad limits and how the price rises stand here once the organiser publishes the event."
              />
            )}
          </Section>
        </div>
      </div>
    </main>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[4.5rem_1fr] items-start gap-3 border-b py-3 last:border-b-0">
      <dt className="text-sm leading-6 text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}

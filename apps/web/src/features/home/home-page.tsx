import type { EventCard, Roster } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'
import { Button, EmptyState, ErrorState, Section } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { CodeForm } from '../join/code-form.tsx'
import { EventRow } from './event-row.tsx'
import { Exhibition, type ShownDemo } from './exhibition.tsx'
import { lightRoster } from './light-roster.ts'
import { LiveCard } from './live-card.tsx'
import { LiveMatchCard, type ShownMatch } from './match-card.tsx'
import { NextUp } from './next-up.tsx'
import { pictureOf } from './picture.ts'
import { ResultCard } from './result-card.tsx'

/** An auction with what its card shows. `roster` is null where it could not be read just now. */
export type ShownAuction = { event: EventCard; auctionId: string; roster: Roster | null; state: AuctionState | null }

type HomePageProps = {
  live: ShownAuction[]
  next: EventCard[]
  past: ShownAuction[]
  /** Matches that are on now. */
  matches: ShownMatch[]
  /** The exhibition that bots play, where this Gavel has one. */
  demo: ShownDemo | null
  realtimeUrl: string
}

/** What is live now, then what is next, then results. Everything here is open to everybody. */
export function HomePage({ live, next, past, matches, demo, realtimeUrl }: HomePageProps) {
  const played = matches.filter(({ exhibition }) => !exhibition)
  const friendly = matches.filter(({ exhibition }) => exhibition)
  const isLive = live.length + played.length > 0
  const first = isLive ? undefined : next[0]
  const rest = first ? next.slice(1) : next
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-12 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <section
        aria-labelledby="live-now"
        className="grid gap-5 md:grid-cols-[minmax(0,1fr)_18rem] md:items-end md:[&>:nth-child(n+3)]:col-span-2"
      >
        <h1 id="live-now" className="text-xl sm:text-2xl">
          {isLive ? 'Live now' : 'No auction is live right now'}
        </h1>
        {/* On a phone what is live comes first; a wide screen has room beside the title. */}
        <div className="max-md:order-last">
          <CodeForm look="line" />
        </div>
        {isLive ? (
          <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
            {live.map(({ event, auctionId, roster, state }) =>
              roster ? (
                <div key={auctionId} className={live.length === 1 ? 'lg:col-span-2' : undefined}>
                  <LiveCard
                    auctionId={auctionId}
                    eventName={event.name}
                    roster={lightRoster(roster)}
                    first={state && pictureOf(state)}
                    realtimeUrl={realtimeUrl}
                    lead={live.length === 1}
                  />
                </div>
              ) : (
                <ErrorState
                  key={auctionId}
                  title={`${event.name} is live`}
                  words="Its card could not be drawn just now; the auction itself goes on."
                  action={
                    <Button asChild>
                      <Link href={paths.auction(auctionId)}>Watch it</Link>
                    </Button>
                  }
                />
              ),
            )}
            {played.map((shown) => (
              <LiveMatchCard key={shown.info.matchId} shown={shown} realtimeUrl={realtimeUrl} />
            ))}
          </div>
        ) : (
          <>
            <p className="max-w-prose text-muted">
              When one starts, its price and its bids run here, open to everybody, without an account.
            </p>
            {first ? <NextUp event={first} /> : null}
          </>
        )}
      </section>
      {demo ? <Exhibition demo={demo} lead={live.length === 0} realtimeUrl={realtimeUrl} /> : null}
      {friendly.length > 0 ? (
        <Section title="Friendly match" aria-label="Friendly match">
          <div className="grid gap-5 pt-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
            <p className="max-w-prose text-muted">
              Nobody plays it: it makes itself up ball by ball, by the Laws, and begins again when it ends. The page
              behind it is the one that every match has.
            </p>
            {friendly.map((shown) => (
              <LiveMatchCard key={shown.info.matchId} shown={shown} realtimeUrl={realtimeUrl} level={3} />
            ))}
          </div>
        </Section>
      ) : null}
      <Section
        title={first ? 'After that' : 'Next'}
        aside={
          next.length > 0 ? (
            <Link href={paths.events} className="font-semibold text-ink underline">
              All events
            </Link>
          ) : null
        }
      >
        {rest.length > 0 ? (
          <ul>
            {rest.slice(0, 8).map((event) => (
              <EventRow key={event.slug} event={event} />
            ))}
          </ul>
        ) : (
          <EmptyState
            className="mt-2"
            title={first ? 'No other event is announced' : 'No event is announced'}
            words="Events stand here as soon as an organiser publishes them, with the way to register as a player or as the owner of a team."
          />
        )}
      </Section>
      <Section title="Results">
        {past.length > 0 ? (
          <div className="grid grid-cols-1 gap-5 pt-2 md:grid-cols-2 lg:grid-cols-3">
            {past.map(({ event, auctionId, roster, state }) =>
              roster ? (
                <ResultCard key={auctionId} event={event} auctionId={auctionId} roster={roster} state={state} />
              ) : null,
            )}
          </div>
        ) : (
          <EmptyState
            className="mt-2"
            title="No auction has ended yet"
            words="Once the first one ends, who was sold to whom and for how much stays here for everybody to look up."
          />
        )}
      </Section>
    </main>
  )
}

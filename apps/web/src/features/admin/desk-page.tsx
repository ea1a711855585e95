import type { EventPage, Roster, RouterOutputs } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'
import { Button, EmptyState, formatMoney, Section, Table, Td, TeamChip, Th, Tr } from '@gavel/ui'
import { Eye, Gavel, MonitorPlay, Presentation } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { EventStatusBadge } from '../events/event-status.tsx'
import { ShortTime } from '../events/event-time.tsx'
import { placesLeft } from '../events/places.ts'
import { poolOf } from '../events/pool.ts'
import { AddTeam } from './add-team.tsx'
import { ImportPlayers } from './import-players.tsx'
import { NextStep } from './next-step.tsx'
import { RegistrationsTable } from './registrations-table.tsx'

type DeskPageProps = {
  event: EventPage
  overview: RouterOutputs['event']['overview']
  roster: Roster | null
  state: AuctionState | null
}

/** The desk of one event: where it stands and what to do next, then its teams, its players, and who registered. */
export function DeskPage({ event, overview, roster, state }: DeskPageProps) {
  const { auction } = event
  const started = auction !== null && auction.phase !== 'scheduled'
  const ended = auction?.phase === 'ended'
  const sets = roster ? poolOf(roster, state) : []
  const people = [
    ['Organisers', overview.organisers],
    ['Auctioneers', overview.auctioneers],
    ['Scorers', overview.scorers],
  ] as const
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-10 px-4 pt-8 pb-16 sm:px-6">
      <header className="grid gap-4">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <Link href={paths.admin} className="font-semibold text-ink underline">
            Events you look after
          </Link>
          <EventStatusBadge status={event.status} />
          <ShortTime atMs={event.startsAtMs} timeZone={event.timeZone} />
          {event.venue ? <span>{event.venue}</span> : null}
        </p>
        <h1 className="text-xl break-words">{event.name}</h1>
        <div className="flex flex-wrap gap-2">
          <NextStep event={event} mayManage={event.you.mayManage} prominent />
          <Button asChild>
            <Link href={paths.event(event.slug)}>
              <Eye aria-hidden className="size-4" />
              Event page
            </Link>
          </Button>
          {auction ? (
            <>
              {ended || started ? null : (
                <Button asChild>
                  <Link href={paths.console(auction.auctionId)}>
                    <Gavel aria-hidden className="size-4" />
                    Console
                  </Link>
                </Button>
              )}
              <Button asChild>
                <Link href={paths.auction(auction.auctionId)}>
                  <MonitorPlay aria-hidden className="size-4" />
                  Room
                </Link>
              </Button>
              <Button asChild>
                <Link href={paths.stage(auction.auctionId)}>
                  <Presentation aria-hidden className="size-4" />
                  Projector
                </Link>
              </Button>
            </>
          ) : null}
        </div>
        <p className="text-sm text-muted tabular-nums">
          {placesLeft(event.capacity, event.taken, 'players').words}.{' '}
          {placesLeft(event.capacity, event.taken, 'teams').words}.
          {auction && started ? ` ${auction.sold} sold, ${auction.unsold} unsold.` : ''}
        </p>
      </header>
      <div className="grid grid-cols-1 items-start gap-10 lg:grid-cols-2">
        <Section
          title="Teams"
          aside={
            auction ? (
              <AddTeam
                auctionId={auction.auctionId}
                have={roster?.teams.length ?? 0}
                price={event.rules?.basePrices.at(-1) ?? 1}
                currency={event.currency}
                closed={started ? 'The auction has started: its teams are fixed' : null}
              />
            ) : null
          }
        >
          {roster && roster.teams.length > 0 ? (
            <Table aria-label="Teams">
              <thead>
                <tr>
                  <Th>Team</Th>
                  <Th numeric>Purse</Th>
                  <Th numeric>Spent</Th>
                  <Th numeric>Squad</Th>
                </tr>
              </thead>
              <tbody>
                {roster.teams.map(({ teamId, name, short, colour }) => {
                  const team = state?.teams[teamId]
                  const say = (amount: number | undefined) =>
                    amount === undefined ? '–' : formatMoney(amount, event.currency, 'short')
                  return (
                    <Tr key={teamId}>
                      <Td>
                        <span className="flex items-center gap-3">
                          <TeamChip size="sm" shortName={short} name={name} colour={colour} />
                          <span className="break-words">{name}</span>
                        </span>
                      </Td>
                      <Td numeric>{say(team?.purse)}</Td>
                      <Td numeric>{say(team?.spent)}</Td>
                      <Td numeric>{team?.squad.length ?? '–'}</Td>
                    </Tr>
                  )
                })}
              </tbody>
            </Table>
          ) : (
            <EmptyState
              className="mt-2"
              title="No teams yet"
              words="Add them here, or let their owners register on the event page."
            />
          )}
        </Section>
        <Section
          title="Players"
          aside={roster && roster.players.length > 0 ? `${roster.players.length} in the pool` : null}
        >
          <div className="grid grid-cols-1 gap-5 pt-2">
            <ImportPlayers slug={event.slug} closed={ended ? 'The auction has ended: its pool is fixed.' : null} />
            {sets.length > 0 ? (
              <Table aria-label="Sets">
                <thead>
                  <tr>
                    <Th>Set, in the running order</Th>
                    <Th numeric>Players</Th>
                    <Th numeric>No country</Th>
                  </tr>
                </thead>
                <tbody>
                  {sets.map(({ id, name, players }) => (
                    <Tr key={id}>
                      <Td>{name}</Td>
                      <Td numeric>{players.length}</Td>
                      <Td numeric>{state ? players.filter(({ overseas }) => overseas === null).length || '–' : '–'}</Td>
                    </Tr>
                  ))}
                </tbody>
              </Table>
            ) : null}
          </div>
        </Section>
      </div>
      <RegistrationsTable overview={overview} />
      <Section title="People">
        <dl className="grid sm:grid-cols-3 sm:gap-x-10">
          {people.map(([title, list]) => (
            <div key={title} className="grid content-start gap-0.5 border-b py-3 sm:border-b-0">
              <dt className="text-sm text-muted">{title}</dt>
              {list.length > 0 ? (
                list.map(({ userId, name }) => <dd key={userId}>{name}</dd>)
              ) : (
                <dd className="text-muted">Nobody yet</dd>
              )}
            </div>
          ))}
        </dl>
      </Section>
    </main>
  )
}

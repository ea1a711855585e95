import type { EventCard, EventSetup } from '@gavel/api'
import { Button, Card } from '@gavel/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { paths } from '../../../paths.ts'
import { EventTime } from '../../events/event-time.tsx'
import { DeskTitle } from '../desk/desk-title.tsx'
import { Checklist } from './checklist.tsx'
import { LifecycleMenu } from './lifecycle-menu.tsx'
import { mend } from './mending.ts'
import { type NextMove, nextMove, standing } from './next-move.ts'
import { Publish, StartAuction } from './steps.tsx'

type OverviewPageProps = { card: EventCard; setup: EventSetup }

/** Where an event stands, the one thing to do next, and what is missing before its auction can start. */
export function OverviewPage({ card, setup }: OverviewPageProps) {
  const { event, phase, checklist } = setup
  const move = nextMove(setup)
  const missing = checklist
    .filter(({ id, need, done }) => need === 'must' && !done && id !== 'published')
    .map(({ title }) => title.toLowerCase())
  const planned = event.status === 'draft' || event.status === 'published'
  return (
    <>
      <DeskTitle
        title={standing(setup)}
        words={wordsOf(move, event.cancelledReason)}
        actions={
          <>
            <Move move={move} card={card} planned={planned} missing={missing} />
            <LifecycleMenu
              event={event}
              may={{
                clone: setup.you.mayCreateEvents,
                finish:
                  event.status !== 'finished' &&
                  event.status !== 'cancelled' &&
                  phase !== 'running' &&
                  phase !== 'paused',
                cancel: event.status !== 'finished' && event.status !== 'cancelled' && phase !== 'ended',
              }}
              touches={touched(setup)}
            />
          </>
        }
      />
      <Glance setup={setup} />
      {planned || phase === 'scheduled' ? <Checklist items={checklist} event={card} /> : null}
    </>
  )
}

function wordsOf(move: NextMove, cancelledReason: string | null): string | null {
  switch (move.is) {
    case 'mend':
      return `Next: ${move.item.title.toLowerCase()}. ${move.item.words}`
    case 'publish':
      return 'Everything that must be there is there. Publish it, so that people see it and can register.'
    case 'rehearse':
      return 'Run it once against bots before the night: nothing of a rehearsal stays.'
    case 'start':
      return 'Once it starts, registration closes and teams and rules are fixed.'
    case 'console':
      return 'Players are called and sold from the console.'
    case 'results':
      return 'Squads, prices and downloads are on the results page.'
    case 'nothing':
      return cancelledReason
    default:
      return move satisfies never
  }
}

type MoveProps = { move: NextMove; card: EventCard; planned: boolean; missing: readonly string[] }

/** The next step as a button; while the auction is planned, publishing or starting is never far. */
function Move({ move, card, planned, missing }: MoveProps) {
  const go = (href: string, words: string) => (
    <Button asChild look="primary">
      <Link href={href}>{words}</Link>
    </Button>
  )
  const later = planned ? (
    card.status === 'draft' ? (
      <Publish event={card} />
    ) : (
      <StartAuction event={card} missing={missing} />
    )
  ) : null
  switch (move.is) {
    case 'mend': {
      const { href, does } = mend(move.item.id, card.slug)
      return (
        <>
          {go(href, does)}
          {later}
        </>
      )
    }
    case 'rehearse':
      return (
        <>
          {go(paths.adminNight(card.slug), 'Rehearse')}
          {later}
        </>
      )
    case 'publish':
      return <Publish event={card} look="primary" />
    case 'start':
      return <StartAuction event={card} look="primary" />
    case 'console':
      return card.auction ? go(paths.console(card.auction.auctionId), 'Go to the console') : null
    case 'results':
      return go(paths.adminResults(card.slug), 'See the results')
    case 'nothing':
      return null
    default:
      return move satisfies never
  }
}

/** The figures of an event, each a door to the page that it is from. */
function Glance({ setup: { event, counts, teams } }: { setup: EventSetup }) {
  const { registrations } = counts
  const { slug } = event
  return (
    <Card className="grid grid-cols-2 sm:grid-cols-4">
      <Figure name="Starts" href={paths.adminDetails(slug)} className="col-span-2 sm:col-span-1">
        <EventTime atMs={event.startsAtMs} timeZone={event.timeZone} />
      </Figure>
      <Figure name="Players" href={paths.adminPlayers(slug)} figure={counts.players}>
        {counts.sets === 1 ? 'in one set' : `in ${counts.sets} sets`}
      </Figure>
      <Figure name="Teams" href={paths.adminTeams(slug)} figure={teams.length}>
        of {event.capacity.teams} places
      </Figure>
      <Figure
        name="Waiting for you"
        href={registrations.awaiting > 0 ? `${paths.adminPeople(slug)}?state=awaiting` : paths.adminPeople(slug)}
        figure={registrations.awaiting}
        className="max-sm:col-span-2"
      >
        {registrations.confirmed} confirmed, {registrations.waitlisted} on the waiting list
      </Figure>
    </Card>
  )
}

type FigureProps = { name: string; href: string; figure?: number; className?: string; children: ReactNode }

function Figure({ name, href, figure, className, children }: FigureProps) {
  return (
    <div
      className={`relative grid content-start gap-1 border-line px-4 py-3 hover:bg-surface max-sm:not-first:border-t sm:not-first:border-l ${className ?? ''}`}
    >
      <p className="text-sm text-muted">
        <Link href={href} className="after:absolute after:inset-0">
          {name}
        </Link>
      </p>
      {figure === undefined ? null : <p className="text-xl font-bold tabular-nums">{figure}</p>}
      <div className="text-sm text-muted">{children}</div>
    </div>
  )
}

/** What an event holds now, for whoever is about to cancel it. */
function touched({ counts: { registrations, players }, teams }: EventSetup): string[] {
  const said = (count: number, one: string, many: string) => (count > 0 ? [count === 1 ? one : `${count} ${many}`] : [])
  const entries = registrations.confirmed + registrations.awaiting + registrations.pending + registrations.waitlisted
  return [
    ...said(entries, 'One person who registered is told', 'people who registered are told'),
    ...said(teams.length, 'One team loses its place in the auction', 'teams lose their place in the auction'),
    ...said(players, 'One player of the pool will not be called', 'players of the pool will not be called'),
  ]
}

import type { EventSetup, MatchCard, MatchTable } from '@gavel/api'
import { Button, EmptyState } from '@gavel/ui'
import { UserPlus } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../../paths.ts'
import { localFromMoment } from '../../events/when.ts'
import { DeskTitle } from '../desk/desk-title.tsx'
import { AddMatch } from './add-match.tsx'
import { FixturesForm } from './fixtures-form.tsx'
import { MatchesList } from './matches-list.tsx'
import { PointsTaken } from './points-taken.tsx'

type MatchesDeskProps = {
  setup: Pick<EventSetup, 'event' | 'teams'>
  matches: readonly MatchCard[]
  tables: readonly MatchTable[]
}

/** Everything about an event's matches before a scorer takes over: who meets whom, when, where, and who plays. */
export function MatchesDesk({ setup: { event, teams }, matches, tables }: MatchesDeskProps) {
  const { slug, timeZone, venue } = event
  return (
    <>
      <DeskTitle
        title="Matches"
        words="Arrange the fixtures, name the line-ups, and let scorers write the book. From the first ball on, the book has what is true."
        actions={
          <>
            <FixturesForm
              slug={slug}
              timeZone={timeZone}
              teams={teams}
              firstAt={localFromMoment(event.startsAtMs, timeZone)}
              matches={matches.length}
            />
            <AddMatch slug={slug} teams={teams} timeZone={timeZone} venue={venue} />
            <Button asChild look="quiet">
              <Link href={paths.adminPeople(slug)}>
                <UserPlus aria-hidden className="size-4" />
                Invite scorers
              </Link>
            </Button>
          </>
        }
      />
      {matches.length === 0 ? (
        <EmptyState
          title="No matches yet"
          words={
            teams.length < 2
              ? 'Matches need two teams. Add them, or let owners register.'
              : 'Make all fixtures at once, or add a match by hand.'
          }
        />
      ) : (
        <MatchesList slug={slug} matches={matches} />
      )}
      {tables.length > 0 ? <PointsTaken slug={slug} tables={tables} /> : null}
    </>
  )
}

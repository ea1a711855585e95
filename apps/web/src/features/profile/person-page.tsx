import type { PersonPage as Person } from '@gavel/api'
import { Badge, Button, EmptyState, Monogram, Section } from '@gavel/ui'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { Markdown } from '../markdown.tsx'
import { playingWords } from './playing-words.ts'
import { SeasonFiguresTable } from './season-figures-table.tsx'
import { SeasonRow } from './season-row.tsx'

/** A person as everybody sees them: who it is, in their own words, and the seasons. */
export function PersonPage({ person }: { person: Person }) {
  const { name, bio, avatarUrl, playing, seasons, you } = person
  const facts = playingWords(playing)
  return (
    <main id="main" className="mx-auto grid w-full max-w-3xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6">
      <article className="grid gap-5 rounded-card border bg-raised p-5">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-[auto_minmax(0,1fr)]">
          <Monogram name={name} src={avatarUrl} size="lg" />
          <div className="grid grid-cols-[minmax(0,1fr)] content-center gap-3">
            <h1 dir="auto" className="text-xl break-words sm:text-2xl">
              {name}
            </h1>
            {facts.length > 0 ? (
              <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
                {facts.map(({ name: what, value }) => (
                  <div key={what} className="col-span-2 grid grid-cols-subgrid items-baseline">
                    <dt className="text-sm text-muted">{what}</dt>
                    <dd className="font-semibold break-words">{value}</dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </div>
        </div>
        {bio.trim() ? (
          <div dir="auto">
            <Markdown text={bio} level={2} />
          </div>
        ) : null}
        {you || !person.public ? (
          <div className="flex flex-wrap items-center gap-3 border-t pt-4">
            {you ? (
              <Button asChild size="sm">
                <Link href={paths.account}>Edit your profile</Link>
              </Button>
            ) : null}
            {person.public ? (
              <p className="text-sm text-muted">This is how everybody sees you.</p>
            ) : (
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                <Badge>Not public</Badge> Only {you ? 'you' : 'this person'} and administrators see this page.
              </p>
            )}
          </div>
        ) : null}
      </article>
      <Section title="Seasons" aside={seasons.length > 0 ? seasons.length : null}>
        {seasons.length === 0 ? (
          <EmptyState
            title="No season yet"
            words={
              you
                ? 'Register for an event: its auction and your figures show up here.'
                : 'Auctions, teams and figures show up here.'
            }
            action={
              <Button asChild>
                <Link href={paths.events}>See the events</Link>
              </Button>
            }
          />
        ) : (
          <ul>
            {seasons.map((season) => (
              <SeasonRow key={season.event.slug} season={season} />
            ))}
          </ul>
        )}
      </Section>
      <SeasonFiguresTable seasons={seasons} />
    </main>
  )
}

import { EmptyState, Section } from '@gavel/ui'
import type { Metadata } from 'next'
import { EventRow } from '../../../../features/home/event-row.tsx'
import { api } from '../../../../server/context.ts'

export const metadata: Metadata = { title: 'Events' }

const PARTS = [
  {
    part: 'live',
    title: 'Live now',
    empty: 'No auction is live right now',
    words: 'While one runs, it stands here and on the home page.',
  },
  {
    part: 'next',
    title: 'Next',
    empty: 'No event is announced',
    words: 'Events stand here as soon as an organiser publishes them, with the way to register.',
  },
  {
    part: 'past',
    title: 'Over',
    empty: 'No event is over yet',
    words: 'Finished events stay here with their squads and prices.',
  },
] as const

export default async function EventsPage() {
  const events = await (await api()).event.list()
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-10 px-4 pt-8 pb-16 sm:px-6 sm:pt-12"
    >
      <h1 className="text-xl sm:text-2xl">Events</h1>
      {PARTS.map(({ part, title, empty, words }) => (
        <Section key={part} title={title} aside={events[part].length || null}>
          {events[part].length > 0 ? (
            <ul>
              {events[part].map((event) => (
                <EventRow key={event.slug} event={event} />
              ))}
            </ul>
          ) : (
            <EmptyState className="mt-2" title={empty} words={words} />
          )}
        </Section>
      ))}
    </main>
  )
}

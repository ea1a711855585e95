import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EventPage } from '../../../../features/events/event-page.tsx'
import { loadEvent, loadEventPage } from '../../../../features/events/load-event.ts'
import { plainWords } from '../../../../features/plain-words.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ register?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await loadEvent((await params).slug)
  if (!event) return { title: 'Not found' }
  return {
    title: event.name,
    description: plainWords(event.description).slice(0, 200) || `A player auction by ${event.name}.`,
  }
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, { register }] = await Promise.all([params, searchParams])
  const page = await loadEventPage(slug)
  if (!page) notFound()
  return <EventPage {...page} asked={register === 'player' || register === 'owner' ? register : null} />
}

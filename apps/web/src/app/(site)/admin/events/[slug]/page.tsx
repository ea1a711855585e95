import type { Metadata } from 'next'
import { loadSetup } from '../../../../../features/admin/desk/load-desk.ts'
import { OverviewPage } from '../../../../../features/admin/overview/overview-page.tsx'
import { loadEvent } from '../../../../../features/events/load-event.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await loadEvent((await params).slug)
  return { title: event ? `Manage ${event.name}` : 'Not found' }
}

export default async function DeskOverviewPage({ params }: Props) {
  const { slug } = await params
  const [card, setup] = await Promise.all([loadEvent(slug), loadSetup(slug)])
  return card && setup ? <OverviewPage card={card} setup={setup} /> : null
}

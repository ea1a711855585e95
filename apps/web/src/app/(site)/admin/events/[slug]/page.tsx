import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { viewer } from '../../../../../features/account/viewer.ts'
import { DeskPage } from '../../../../../features/admin/desk-page.tsx'
import { Forbidden } from '../../../../../features/admin/forbidden.tsx'
import { loadEvent } from '../../../../../features/events/load-event.ts'
import { paths } from '../../../../../paths.ts'
import { api } from '../../../../../server/context.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await loadEvent((await params).slug)
  return { title: event ? `Manage ${event.name}` : 'Not found' }
}

export default async function AdminEventPage({ params }: Props) {
  const { slug } = await params
  const me = await viewer()
  if (!me) redirect(paths.signin(paths.adminEvent(slug)))
  const event = await loadEvent(slug)
  if (!event) notFound()
  if (!event.you.mayManage) {
    return (
      <Forbidden
        title="This desk is for the event’s organisers"
        words={`You do not organise ${event.name}. One of its organisers, or an administrator, can change that.`}
        email={me.email}
      />
    )
  }
  const caller = await api()
  const auctionId = event.auction?.auctionId
  const [overview, roster, picture] = await Promise.all([
    caller.event.overview({ slug }),
    auctionId ? caller.auction.roster({ auctionId }).catch(() => null) : null,
    auctionId ? caller.auction.view({ auctionId }).catch(() => null) : null,
  ])
  return <DeskPage event={event} overview={overview} roster={roster} state={picture?.state ?? null} />
}

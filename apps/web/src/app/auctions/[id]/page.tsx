import type { Metadata } from 'next'
import { FanRoom } from '../../../rooms/fan/fan-room.tsx'
import { loadRoom } from '../../../rooms/load-room.ts'
import { StageRoom } from '../../../rooms/stage/stage-room.tsx'

type Params = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string | string[] }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { event } = await loadRoom((await params).id)
  return { title: `${event.name}, the auction` }
}

export default async function AuctionPage({ params, searchParams }: Params) {
  const { props } = await loadRoom((await params).id)
  const { view } = await searchParams
  if (view === 'stage' || view === 'overlay') return <StageRoom {...props} overlay={view === 'overlay'} />
  return <FanRoom {...props} />
}

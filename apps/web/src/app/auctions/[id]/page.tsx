import type { Metadata } from 'next'
import { loadEvent } from '../../../features/events/load-event.ts'
import { paths } from '../../../paths.ts'
import { FanRoom } from '../../../rooms/fan/fan-room.tsx'
import { loadRoom } from '../../../rooms/load-room.ts'
import { StageRoom } from '../../../rooms/stage/stage-room.tsx'
import { publicUrl } from '../../../server/public-url.ts'

type Params = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string | string[] }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { event } = await loadRoom((await params).id)
  return { title: `${event.name}, the auction` }
}

export default async function AuctionPage({ params, searchParams }: Params) {
  const { props, event } = await loadRoom((await params).id)
  const { view } = await searchParams
  if (view === 'overlay') {
    // What was read with the rights of whoever opened it may be newer than what the public is shown.
    const held = event.delayMs > props.delayMs
    return <StageRoom {...props} {...(held && { auction: null, delayMs: event.delayMs })} overlay />
  }
  if (view === 'stage') {
    const code = event.auction?.phase === 'scheduled' ? (await loadEvent(event.slug))?.joinCode : null
    return <StageRoom {...props} join={code ? { code, url: publicUrl(paths.join(code)) } : null} />
  }
  return <FanRoom {...props} />
}

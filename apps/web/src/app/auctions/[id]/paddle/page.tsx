import type { Metadata } from 'next'
import { loadRoom } from '../../../../rooms/load-room.ts'
import { PaddleRoom } from '../../../../rooms/paddle/paddle-room.tsx'
import { publicUrl } from '../../../../server/public-url.ts'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { event } = await loadRoom((await params).id)
  return { title: `Paddle, ${event.name}` }
}

export default async function PaddlePage({ params }: Params) {
  const { props, you, event } = await loadRoom((await params).id)
  const mayShare = you.mayShare && !event.rehearsal
  return <PaddleRoom {...props} shareFrom={mayShare ? publicUrl('/') : null} />
}

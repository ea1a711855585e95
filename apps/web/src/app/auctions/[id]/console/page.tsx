import type { Metadata } from 'next'
import { ConsoleRoom } from '../../../../rooms/console/console-room.tsx'
import { loadRoom } from '../../../../rooms/load-room.ts'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { event } = await loadRoom((await params).id)
  return { title: `Console, ${event.name}` }
}

export default async function ConsolePage({ params }: Params) {
  const { props } = await loadRoom((await params).id)
  return <ConsoleRoom {...props} />
}

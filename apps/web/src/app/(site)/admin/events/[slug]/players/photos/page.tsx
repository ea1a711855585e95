import type { Metadata } from 'next'
import { loadPlayersDesk } from '../../../../../../../features/players/load-players.ts'
import { PhotosPage } from '../../../../../../../features/players/photos/photos-page.tsx'
import { api } from '../../../../../../../server/context.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const desk = await loadPlayersDesk((await params).slug)
  return { title: desk ? `Photos of the players of ${desk.name}` : 'Not found' }
}

export default async function AdminPhotosPage({ params }: Props) {
  const desk = await loadPlayersDesk((await params).slug)
  if (!desk) return null
  const { slug, auctionId } = desk
  const players = await (await api()).players.list({ auctionId })
  return <PhotosPage slug={slug} auctionId={auctionId} players={players} />
}

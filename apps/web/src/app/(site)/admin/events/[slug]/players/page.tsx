import type { Metadata } from 'next'
import { loadPlayersDesk } from '../../../../../../features/players/load-players.ts'
import { PlayersPage } from '../../../../../../features/players/players-page.tsx'
import { api } from '../../../../../../server/context.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const desk = await loadPlayersDesk((await params).slug)
  return { title: desk ? `Players of ${desk.name}` : 'Not found' }
}

export default async function AdminPlayersPage({ params }: Props) {
  const desk = await loadPlayersDesk((await params).slug)
  if (!desk) return null
  const { slug, auctionId, rules, closed } = desk
  const players = await (await api()).players.list({ auctionId })
  return <PlayersPage slug={slug} auctionId={auctionId} rules={rules} players={players} closed={closed} />
}

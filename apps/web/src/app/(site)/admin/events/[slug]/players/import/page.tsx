import type { Metadata } from 'next'
import { ImportPage } from '../../../../../../../features/players/import/import-page.tsx'
import { loadPlayersDesk } from '../../../../../../../features/players/load-players.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const desk = await loadPlayersDesk((await params).slug)
  return { title: desk ? `Import players into ${desk.name}` : 'Not found' }
}

export default async function AdminImportPage({ params }: Props) {
  const desk = await loadPlayersDesk((await params).slug)
  if (!desk) return null
  const { slug, auctionId, rules, timeZone, closed } = desk
  return <ImportPage slug={slug} auctionId={auctionId} currency={rules.currency} timeZone={timeZone} closed={closed} />
}

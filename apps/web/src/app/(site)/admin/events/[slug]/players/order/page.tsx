import type { Metadata } from 'next'
import { loadPlayersDesk } from '../../../../../../../features/players/load-players.ts'
import { OrderPage } from '../../../../../../../features/players/order/order-page.tsx'
import { api } from '../../../../../../../server/context.ts'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const desk = await loadPlayersDesk((await params).slug)
  return { title: desk ? `Running order of ${desk.name}` : 'Not found' }
}

export default async function AdminOrderPage({ params }: Props) {
  const desk = await loadPlayersDesk((await params).slug)
  if (!desk) return null
  const { slug, auctionId, rules, closed } = desk
  const caller = await api()
  const [players, order] = await Promise.all([caller.players.list({ auctionId }), caller.players.order({ auctionId })])
  return (
    <OrderPage
      slug={slug}
      auctionId={auctionId}
      currency={rules.currency}
      players={players}
      order={order}
      closed={closed}
    />
  )
}

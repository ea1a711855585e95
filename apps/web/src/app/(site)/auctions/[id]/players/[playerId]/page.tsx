import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { viewer } from '../../../../../../features/account/viewer.ts'
import { SoldPlayer } from '../../../../../../features/night/sold-player.tsx'
import { directoryOf } from '../../../../../../rooms/directory.ts'
import { loadRoom } from '../../../../../../rooms/load-room.ts'
import { AuctionUnread } from '../../../../../../rooms/unread.tsx'
import { api } from '../../../../../../server/context.ts'

type Params = { params: Promise<{ id: string; playerId: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { id, playerId } = await params
  const { event, props } = await loadRoom(id)
  const { name } = directoryOf(props.info).player(playerId)
  return { title: `${name}, ${event.name}` }
}

export default async function SoldPlayerPage({ params }: Params) {
  const { id, playerId } = await params
  const { event, props } = await loadRoom(id)
  const { info, auction } = props
  if (!info.players.some((player) => player.playerId === playerId)) notFound()
  if (!auction) {
    return (
      <main id="main" className="mx-auto w-full max-w-3xl px-4 py-10">
        <AuctionUnread />
      </main>
    )
  }
  const sales = (await viewer()) ? await (await api()).season.mySales() : []
  const yours = sales.find((sale) => sale.auctionId === id && sale.playerId === playerId) ?? null
  const contests = await (await api()).results.contests({ auctionId: id })
  const { match, profile } = await api()
  const [figures, otherSports, person] = await Promise.all([
    match.seasonFigures({ slug: event.slug }).catch(() => []),
    match.playerSeason({ slug: event.slug, player: playerId }).catch(() => []),
    profile.ofPlayer({ auctionId: id, playerId }).catch(() => null),
  ])
  const called = contests.findLast((contest) => contest.playerId === playerId) ?? null
  return (
    <SoldPlayer
      auctionId={id}
      event={event}
      auction={auction}
      directory={directoryOf(info)}
      player={playerId}
      person={person}
      yours={yours}
      calledAt={called?.seq ?? null}
      cricket={figures.find((one) => one.player === playerId) ?? null}
      otherSports={otherSports}
    />
  )
}

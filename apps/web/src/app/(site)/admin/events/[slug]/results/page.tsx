import { Button, EmptyState } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskTitle } from '../../../../../../features/admin/desk/desk-title.tsx'
import { loadEvent } from '../../../../../../features/events/load-event.ts'
import { Downloads } from '../../../../../../features/night/downloads.tsx'
import { Results } from '../../../../../../features/results/results.tsx'
import { paths } from '../../../../../../paths.ts'
import { directoryOf } from '../../../../../../rooms/directory.ts'
import { loadRoom } from '../../../../../../rooms/load-room.ts'
import { AuctionUnread } from '../../../../../../rooms/unread.tsx'
import { api } from '../../../../../../server/context.ts'

export const metadata: Metadata = { title: 'Results' }

type Props = { params: Promise<{ slug: string }> }

export default async function ResultsPage({ params }: Props) {
  const auctionId = (await loadEvent((await params).slug))?.auction?.auctionId
  const auction = auctionId ? (await loadRoom(auctionId)).props : null
  if (!auctionId || !auction?.auction) {
    return (
      <>
        <DeskTitle title="Results" />
        <AuctionUnread />
      </>
    )
  }
  if (auction.auction.lotCount === 0) {
    return (
      <>
        <DeskTitle title="Results" />
        <EmptyState
          title="Nobody was called yet"
          words="Squads, prices and everything to download stand here once the auction runs. The night’s page says what is missing until then."
          action={
            <Button asChild>
              <Link href={paths.adminEvent((await params).slug)}>What is missing</Link>
            </Button>
          }
        />
      </>
    )
  }
  const contests = await (await api()).results.contests({ auctionId })
  return (
    <>
      <DeskTitle
        title="Results"
        words={
          auction.auction.phase.is === 'ended'
            ? 'Squads were handed over to the season, and everybody sold was told. Take the files with you.'
            : 'As it stands now. The files hold what has happened so far.'
        }
        actions={
          <>
            <Button asChild>
              <Link href={paths.results(auctionId)}>Page for everybody</Link>
            </Button>
            <Button asChild look="quiet">
              <Link href={paths.corrections(auctionId)}>Corrections</Link>
            </Button>
          </>
        }
      />
      <Downloads auctionId={auctionId} />
      <Results
        auctionId={auctionId}
        auction={auction.auction}
        directory={directoryOf(auction.info)}
        contests={contests}
      />
    </>
  )
}

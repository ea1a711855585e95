import { Button, ErrorState } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Corrections } from '../../../../../features/corrections/corrections.tsx'
import { paths } from '../../../../../paths.ts'
import { findAuction, loadRoom } from '../../../../../rooms/load-room.ts'
import { AuctionUnread } from '../../../../../rooms/unread.tsx'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { event } = await findAuction((await params).id)
  return { title: `Corrections, ${event.name}` }
}

export default async function CorrectionsPage({ params }: Params) {
  const { event, you, props } = await loadRoom((await params).id)
  const { info, auction } = props
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-4xl grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-8 pb-16 sm:px-6"
    >
      <header className="grid gap-3">
        <p className="text-sm text-muted">{event.name}</p>
        <h1 className="text-xl sm:text-2xl">Corrections</h1>
        <p className="max-w-prose text-muted">
          A past sale is put right by two people: one asks and says why, another approves. Everything after it stays;
          what it would have changed is listed first.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link href={paths.auction(info.auctionId)}>Auction room</Link>
          </Button>
          <Button asChild look="quiet">
            <Link href={paths.results(info.auctionId)}>Results</Link>
          </Button>
        </div>
      </header>
      {!you.mayManage && !you.mayConduct ? (
        <ErrorState
          title="Corrections are for the staff of this event"
          words="Organisers and auctioneers ask for them and approve them. Tell one of them which sale is wrong."
        />
      ) : auction ? (
        <Corrections info={info} auction={auction} />
      ) : (
        <AuctionUnread />
      )}
    </main>
  )
}

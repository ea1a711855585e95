import { Button } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { ShortTime } from '../../../../../features/events/event-time.tsx'
import { Downloads } from '../../../../../features/night/downloads.tsx'
import { Results } from '../../../../../features/results/results.tsx'
import { ProofLine } from '../../../../../features/verify/proof-line.tsx'
import { paths } from '../../../../../paths.ts'
import { directoryOf } from '../../../../../rooms/directory.ts'
import { findAuction, loadRoom } from '../../../../../rooms/load-room.ts'
import { AuctionUnread } from '../../../../../rooms/unread.tsx'
import { api } from '../../../../../server/context.ts'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { event } = await findAuction((await params).id)
  return { title: `Results of ${event.name}` }
}

export default async function ResultsPage({ params }: Params) {
  const { event, props } = await loadRoom((await params).id)
  const { info, auction } = props
  const contests = auction ? await (await api()).results.contests({ auctionId: info.auctionId }) : []
  const ended = auction?.phase.is === 'ended'
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-6xl grid-cols-1 content-start gap-8 px-4 pt-8 pb-16 sm:px-6 print:p-0"
    >
      <header className="grid gap-3">
        <p className="text-sm text-muted">
          {ended ? 'Results' : 'Where the auction stands'} ·{' '}
          <ShortTime atMs={event.startsAtMs} timeZone={event.timeZone} />
        </p>
        <h1 className="text-xl break-words sm:text-2xl">{event.name}</h1>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button asChild>
            <Link href={paths.auction(info.auctionId)}>{ended ? 'Watch it again' : 'Auction room'}</Link>
          </Button>
          <Button asChild look="quiet">
            <Link href={paths.event(event.slug)}>Event page</Link>
          </Button>
        </div>
      </header>
      {auction ? (
        <>
          <Downloads auctionId={info.auctionId} />
          <Results auctionId={info.auctionId} auction={auction} directory={directoryOf(info)} contests={contests} />
          {ended ? <ProofLine auctionId={info.auctionId} /> : null}
        </>
      ) : (
        <AuctionUnread />
      )}
    </main>
  )
}

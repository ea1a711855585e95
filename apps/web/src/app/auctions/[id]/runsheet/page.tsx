import type { Metadata } from 'next'
import { RunSheet } from '../../../../features/night/run-sheet.tsx'
import { paths } from '../../../../paths.ts'
import { findAuction } from '../../../../rooms/load-room.ts'
import { NotYours } from '../../../../rooms/not-yours.tsx'
import { AuctionUnread } from '../../../../rooms/unread.tsx'
import { api } from '../../../../server/context.ts'

type Params = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Run sheet' }

export default async function RunSheetPage({ params }: Params) {
  const auctionId = (await params).id
  const { event, you } = await findAuction(auctionId)
  if (!(you.mayConduct || you.mayManage)) {
    return (
      <NotYours
        auctionId={auctionId}
        signedIn={you.userId !== null}
        heading="The run sheet is for those who run the night"
        lacks={{
          title: 'This account neither organises nor conducts this auction',
          words: 'The organiser names the auctioneers of an event. As soon as you are one, this page opens.',
        }}
        signInWords="Sign in with the account of the organiser or of the auctioneer."
        here={paths.runSheet(auctionId)}
      />
    )
  }
  const caller = await api()
  const [roster, picture] = await Promise.all([
    caller.auction.roster({ auctionId }),
    caller.auction.view({ auctionId }),
  ])
  if (!picture) {
    return (
      <main id="main" className="mx-auto w-full max-w-2xl px-4 py-10">
        <AuctionUnread />
      </main>
    )
  }
  return <RunSheet auctionId={auctionId} event={event} roster={roster} state={picture.state} />
}

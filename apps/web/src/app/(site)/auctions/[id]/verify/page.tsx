import { Button, EmptyState } from '@gavel/ui'
import type { Metadata } from 'next'
import Link from 'next/link'
import { HowItIsProved } from '../../../../../features/verify/how-it-is-proved.tsx'
import { VerifyAuction } from '../../../../../features/verify/verify-auction.tsx'
import { paths } from '../../../../../paths.ts'
import { findAuction } from '../../../../../rooms/load-room.ts'
import { api } from '../../../../../server/context.ts'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { event } = await findAuction((await params).id)
  return { title: `Proof of ${event.name}` }
}

/** What was published of a finished auction, and its check in the visitor's own browser (VERIFY-5). */
export default async function VerifyPage({ params }: Params) {
  const auctionId = (await params).id
  const { event } = await findAuction(auctionId)
  const caller = await api()
  const [proof, results] = await Promise.all([caller.results.proof({ auctionId }), caller.results.of({ auctionId })])
  const shown = results.teams.map(({ teamId, name, spent, squad }) => ({
    teamId,
    name,
    spent,
    squad: squad.map(({ playerId, price }) => ({ playerId, price })),
  }))
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 pt-8 pb-16 sm:px-6"
    >
      <header className="grid gap-3">
        <p className="text-sm text-muted">Proof</p>
        <h1 className="text-xl break-words sm:text-2xl">{event.name}</h1>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link href={paths.results(auctionId)}>Results</Link>
          </Button>
          <Button asChild look="quiet">
            <Link href={paths.auction(auctionId)}>Auction room</Link>
          </Button>
        </div>
      </header>
      {proof ? (
        <VerifyAuction auctionId={auctionId} proof={proof} shown={shown} currency={results.currency} />
      ) : (
        <EmptyState
          title={results.phase === 'ended' ? 'The proof is being made' : 'There is nothing to prove yet'}
          words={
            results.phase === 'ended'
              ? 'The last entries are on their way into the archive. Load the page again in a moment.'
              : 'When the auction has ended, the hash of its last entry is published here, and your own browser can make it anew.'
          }
        />
      )}
      <HowItIsProved auctionId={auctionId} />
    </main>
  )
}

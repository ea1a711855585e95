import { Button } from '@gavel/ui'
import Link from 'next/link'
import { ProofLine } from '../../features/verify/proof-line.tsx'
import { paths } from '../../paths.ts'

/** What there is of an auction once it has ended: its results, and the proof of its log. */
export function AfterLinks({ auctionId }: { auctionId: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <Button asChild look="ink">
        <Link href={paths.results(auctionId)}>Results and charts</Link>
      </Button>
      <ProofLine auctionId={auctionId} />
    </div>
  )
}

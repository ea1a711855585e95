'use client'

import type { AuctionState } from '@gavel/auction'
import { ErrorState, SkeletonRows } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { Directory } from '../../rooms/directory.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { type Corrected, consequenceSaid, remedySaid } from './says.ts'

/** So many are listed; of an evening that turned on one sale there may be hundreds. */
const MOST = 40

type PreviewProps = { corrected: Corrected; auction: AuctionState; directory: Directory }

/** What a correction would have changed: later bids that would then have been refused, with what can be done. */
export function Preview({ corrected, auction, directory }: PreviewProps) {
  const preview = useQuery(
    useTRPC().auction.previewCorrection.queryOptions({ auctionId: auction.auctionId, ...corrected }),
  )
  if (preview.isPending) return <SkeletonRows rows={2} words="Looking for what it would have changed" />
  if (preview.error) return <ErrorState title="The log could not be read" words={saidBy(preview.error)} />
  const { refused, consequences } = preview.data
  if (refused)
    return (
      <p role="status" className="flex items-start gap-2 text-sm font-semibold text-bad">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {refused}
      </p>
    )
  if (consequences.length === 0)
    return (
      <p role="status" className="flex items-start gap-2 text-sm">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        No later bid would have been refused.
      </p>
    )
  return (
    <div className="grid gap-2">
      <p role="status" className="flex items-start gap-2 text-sm font-semibold text-warn">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {consequences.length === 1
          ? 'One later bid would have been refused. It stays.'
          : `${consequences.length} later bids would have been refused. They stay.`}
      </p>
      <ul className="text-sm">
        {consequences.slice(0, MOST).map((one) => (
          <li key={one.seq} className="border-b py-2 last:border-b-0">
            <span className="block font-semibold">{consequenceSaid(one, auction, directory)}</span>
            <span className="block text-muted">{one.words}</span>
            {one.remedies.length > 1 ? (
              <span className="block">
                You may {one.remedies.map((remedy) => remedySaid(remedy, auction, directory)).join(', or ')}.
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {consequences.length > MOST ? <p className="text-sm text-muted">And {consequences.length - MOST} more.</p> : null}
    </div>
  )
}

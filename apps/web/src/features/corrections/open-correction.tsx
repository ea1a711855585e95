'use client'

import type { RouterOutputs } from '@gavel/api'
import type { AuctionState } from '@gavel/auction'
import { Button, ErrorState, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import type { Directory } from '../../rooms/directory.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { Confirm } from '../admin/desk/confirm.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'
import { Preview } from './preview.tsx'
import { correctionSaid } from './says.ts'

type OpenCorrectionProps = {
  correction: RouterOutputs['auction']['corrections'][number]
  auction: AuctionState
  directory: Directory
  onDone: () => void
}

/** One correction that waits: what it does, who asks and why, and the second person's answer. */
export function OpenCorrection({ correction, auction, directory, onDone }: OpenCorrectionProps) {
  const trpc = useTRPC()
  const refresh = useRefresh()
  const { auctionId } = auction
  const after = (words: string) => ({
    onSuccess: () => {
      toast.success(words)
      onDone()
      refresh()
    },
  })
  const approve = useMutation(trpc.auction.approveCorrection.mutationOptions(after('The sale is corrected')))
  const drop = useMutation(trpc.auction.dropCorrection.mutationOptions(after('The correction is dropped')))
  const { id, own, by, reason } = correction
  const said = correctionSaid(correction, auction, directory)
  return (
    <li className="grid gap-3 border-b pb-5 last:border-b-0">
      <div>
        <p className="text-lg font-semibold text-balance">{said}</p>
        <p className="text-sm break-words text-muted">
          {own ? 'You ask' : `${by} asks`}: “{reason}”
        </p>
      </div>
      <Preview corrected={correction} auction={auction} directory={directory} />
      <div className="flex flex-wrap gap-2">
        <Confirm
          face="Approve"
          title="Correct this sale?"
          words={said}
          look="primary"
          busy={approve.isPending}
          done={approve.isSuccess}
          error={approve.error}
          disabledReason={own ? 'You asked for it: somebody else approves' : null}
          onConfirm={() => approve.mutate({ auctionId, id })}
        />
        <Button busy={drop.isPending} onClick={() => drop.mutate({ auctionId, id })}>
          Drop it
        </Button>
      </div>
      {own ? (
        <p className="text-sm text-muted">You asked for it, so another organiser or auctioneer approves.</p>
      ) : null}
      {drop.error ? <ErrorState title="It was not dropped" words={saidBy(drop.error)} /> : null}
    </li>
  )
}

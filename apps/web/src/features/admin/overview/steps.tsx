'use client'

import type { EventCard } from '@gavel/api'
import { toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '../../../trpc/client.tsx'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'

type StepProps = { event: Pick<EventCard, 'slug' | 'name' | 'auction'>; size?: 'sm' | 'md'; look?: 'primary' | 'plain' }

/** Makes a draft public. */
export function Publish({ event, size = 'md', look = 'plain' }: StepProps) {
  const refresh = useRefresh()
  const publish = useMutation(
    useTRPC().event.publish.mutationOptions({
      onSuccess: () => {
        toast.success(`${event.name} is published`, { description: 'Registration is open.' })
        refresh()
      },
    }),
  )
  return (
    <Confirm
      face="Publish"
      title={`Publish ${event.name}?`}
      words="Whoever may see it sees it from then on, and people can register. It cannot be made a draft again."
      size={size}
      look={look}
      busy={publish.isPending}
      done={publish.isSuccess}
      error={publish.error}
      onConfirm={() => publish.mutate({ slug: event.slug })}
    />
  )
}

/** Opens the auction's room. `missing`: what had better be there first, in words. */
export function StartAuction({
  event,
  size = 'md',
  look = 'plain',
  missing = [],
}: StepProps & { missing?: readonly string[] }) {
  const refresh = useRefresh()
  const start = useMutation(
    useTRPC().auction.start.mutationOptions({
      onSuccess: () => {
        toast.success(`The auction of ${event.name} is open`, { description: 'Players are called from the console.' })
        refresh()
      },
    }),
  )
  const auctionId = event.auction?.auctionId
  if (!auctionId) return null
  return (
    <Confirm
      face="Start the auction"
      title={`Start the auction of ${event.name}?`}
      words={
        <>
          The room opens, registration closes, and teams and rules are fixed. The first player is called from the
          console.
          {missing.length > 0 ? <b className="block pt-2 text-warn">Still missing: {missing.join(', ')}.</b> : null}
        </>
      }
      size={size}
      look={look}
      busy={start.isPending}
      done={start.isSuccess}
      error={start.error}
      onConfirm={() => start.mutate({ auctionId })}
    />
  )
}

'use client'

import type { AuctionState } from '@gavel/auction'
import { Button, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { Bot } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { saidBy } from '../../features/api-error.ts'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import type { RoomInfo } from '../directory.ts'

/** The training switch: the same evening in a copy, with a bot in every seat and this desk for whoever learns. Nothing of it counts. */
export function Train({ info, auction }: { info: RoomInfo; auction: AuctionState | null }) {
  const router = useRouter()
  const start = useMutation(
    useTRPC().sandbox.start.mutationOptions({
      onSuccess: ({ auctionId }) => router.push(paths.console(auctionId)),
      onError: (error) => toast.error('No training was set up', { description: saidBy(error) }),
    }),
  )
  if (info.event.rehearsal || auction?.phase.is !== 'scheduled') return null
  const lacking = Object.keys(auction.teams).length < 2 || Object.keys(auction.players).length === 0
  return (
    <Button
      size="sm"
      icon={<Bot aria-hidden className="size-4" />}
      busy={start.isPending || start.isSuccess}
      onClick={() => start.mutate({ slug: info.event.slug, auctioneer: 'me' })}
      {...(lacking ? { disabledReason: 'Training needs two teams and a player' } : {})}
    >
      Train with bots
    </Button>
  )
}

'use client'

import { cn, TeamChip, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTRPC } from '../../../trpc/client.tsx'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'
import type { DeskTeam } from './team-form.tsx'

/** A team as its opponents see it. */
export function Face({ team: { logoUrl, short, name, colour } }: { team: DeskTeam }) {
  return (
    <span className="flex shrink-0 items-center gap-2">
      {logoUrl ? (
        // biome-ignore lint/performance/noImgElement: the server has made it small already
        <img src={logoUrl} alt="" className="size-7 rounded-card object-contain" />
      ) : null}
      <TeamChip shortName={short} name={name} colour={colour} />
    </span>
  )
}

/** Who holds its paddles. */
export function Owners({ team: { owners }, className }: { team: DeskTeam; className?: string }) {
  if (owners.length === 0) return <span className={cn('text-sm text-warn', className)}>Nobody yet</span>
  return <span className={cn('text-sm text-muted', className)}>{owners.map(({ name }) => name).join(', ')}</span>
}

/** Takes a team out of the auction again, after saying who loses a paddle by it. */
export function RemoveTeam({ auctionId, team, closed }: { auctionId: string; team: DeskTeam; closed: string | null }) {
  const refresh = useRefresh()
  const remove = useMutation(
    useTRPC().auction.removeTeam.mutationOptions({
      onSuccess: () => {
        toast.success(`${team.name} is out`, { description: 'Its place is free again.' })
        refresh()
      },
    }),
  )
  const held = team.squad > 0 ? `${team.name} holds players` : null
  return (
    <Confirm
      face="Remove the team"
      label={`Remove ${team.name}`}
      title={`Remove ${team.name}?`}
      words={
        team.owners.length > 0
          ? `Its place is free again, and ${team.owners.map(({ name }) => name).join(', ')} can no longer bid.`
          : 'Its place is free again.'
      }
      look="quiet"
      size="icon"
      icon={<Trash2 aria-hidden className="size-4" />}
      danger
      disabledReason={closed ?? held}
      busy={remove.isPending}
      done={remove.isSuccess}
      error={remove.error}
      onConfirm={() => remove.mutate({ auctionId, teamId: team.teamId })}
    />
  )
}

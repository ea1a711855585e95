'use client'

import { Button, Dialog } from '@gavel/ui'
import { UserPlus } from 'lucide-react'
import { Invite } from '../../features/invite/invite.tsx'

type SharePaddleProps = { slug: string; team: { teamId: string; name: string }; origin: string }

/** Lets an owner invite a second person to bid for the team. */
export function SharePaddle({ slug, team, origin }: SharePaddleProps) {
  return (
    <Dialog
      from="side"
      title="A second person to bid"
      words={`Both of you hold a paddle of ${team.name}: whoever is quicker bids. Only you can invite.`}
      trigger={
        <Button className="mt-4" icon={<UserPlus aria-hidden className="size-4" />}>
          Invite a second person to bid
        </Button>
      }
    >
      <Invite
        slug={slug}
        origin={origin}
        invited="bidder"
        teamId={team.teamId}
        whom={`a second bidder of ${team.name}`}
        face="Make the invitation"
        look="primary"
      />
    </Dialog>
  )
}

'use client'

import { Button, Dialog } from '@gavel/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { AddTeamForm } from './add-team-form.tsx'

type AddTeamProps = { auctionId: string; have: number; price: number; currency: string; closed: string | null }

/** The button that opens the form for one more team. */
export function AddTeam({ closed, ...form }: AddTeamProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        icon={<Plus aria-hidden className="size-4" />}
        disabledReason={closed}
        onClick={() => setOpen(true)}
      >
        Add a team
      </Button>
      <Dialog from="side" title="Add a team" open={open} onOpenChange={setOpen}>
        <AddTeamForm {...form} done={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

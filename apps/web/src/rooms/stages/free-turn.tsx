'use client'

import { Button, Dialog } from '@gavel/ui'
import { UserPlus } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { NominatePad } from './nominate-pad.tsx'

/** Where turns are free nobody is waited for, so naming a player waits behind a button and leaves the lots in sight. */
export function FreeTurn({ onAct, ...pad }: ComponentProps<typeof NominatePad>) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      from="foot"
      open={open}
      onOpenChange={setOpen}
      title="Put a player up"
      words="Your first bid opens the lot."
      trigger={
        <Button size="lg" wide icon={<UserPlus aria-hidden className="size-5" />} disabledReason={pad.off}>
          Put a player up
        </Button>
      }
    >
      <NominatePad
        {...pad}
        onAct={async (at, act) => {
          const outcome = await onAct(at, act)
          if (outcome.is === 'accepted') setOpen(false)
          return outcome
        }}
      />
    </Dialog>
  )
}

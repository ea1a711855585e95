'use client'

import type { MyRegistration } from '@gavel/api'
import { Button, Dialog, DialogClose, ErrorState, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { givesBackWords } from '../entering/standing.ts'
import { usePutMine } from '../entering/use-mine.ts'

type LeaveEventProps = {
  slug: string
  mine: MyRegistration
  /** What it is called here: an offer is declined, an entry withdrawn. */
  face: 'Withdraw' | 'Decline'
}

/** Withdraws the viewer's own entry, after saying what goes with it and what comes back. */
export function LeaveEvent({ slug, mine, face }: LeaveEventProps) {
  const [open, setOpen] = useState(false)
  const put = usePutMine(slug)
  const withdraw = useMutation(
    useTRPC().registration.withdraw.mutationOptions({
      onSuccess: (changed) => {
        put(changed)
        setOpen(false)
        toast.success('You are out of this event', { description: 'The place is free for somebody else.' })
      },
    }),
  )
  const back = givesBackWords(mine)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          look="quiet"
          size={face === 'Decline' ? 'md' : 'sm'}
          className={face === 'Decline' ? '' : '-ml-3 justify-self-start'}
        >
          {face}
        </Button>
      }
      title={face === 'Decline' ? 'Leave the place to the next in line?' : titleOf(mine)}
      words={wordsOf(mine, face)}
      actions={
        <>
          <DialogClose asChild>
            <Button>Stay in</Button>
          </DialogClose>
          <Button look="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate({ slug, id: mine.id })}>
            {face}
          </Button>
        </>
      }
    >
      {back || withdraw.error ? (
        <div className="grid gap-3">
          {back ? <p className="text-sm font-semibold">{back}</p> : null}
          {withdraw.error ? <ErrorState title="You are still in" words={saidBy(withdraw.error)} /> : null}
        </div>
      ) : null}
    </Dialog>
  )
}

function titleOf({ details, captain, seats }: MyRegistration): string {
  if (details.kind === 'owner') return captain ? `Withdraw the team ${details.team}?` : 'Give your share up?'
  if (!captain) return 'Leave the group?'
  return seats.length > 1 ? 'Withdraw the whole group?' : 'Withdraw your entry?'
}

function wordsOf({ kind, seats, captain }: MyRegistration, face: LeaveEventProps['face']): string {
  if (face === 'Decline') return 'You leave the waiting list as well. You may enter again, behind everybody who waits.'
  if (kind === 'owner' && captain)
    return 'The team leaves the auction with its paddle, and its place goes to whoever waits for one.'
  if (!captain) return 'You leave, and your seat is free for somebody else who has the link.'
  if (seats.length > 1) return `All ${seats.length} seats leave, and their places go to whoever waits.`
  return 'You leave the pool, and your place goes to whoever waits for one. You may register again while registration is open.'
}

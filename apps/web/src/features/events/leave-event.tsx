'use client'

import type { MyRegistration } from '@gavel/api'
import { Button, Dialog, DialogClose, ErrorState, toast } from '@gavel/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'

/** Withdraws the viewer's own entry, after saying what goes with it. */
export function LeaveEvent({ slug, mine }: { slug: string; mine: MyRegistration }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const withdraw = useMutation(
    trpc.registration.withdraw.mutationOptions({
      onSuccess: (changed) => {
        queries.setQueryData(trpc.event.myRegistrations.queryKey({ slug }), (before) =>
          before?.map((one) => (one.id === changed.id ? changed : one)),
        )
        setOpen(false)
        toast.success('You are out of this event', { description: 'The place is free for somebody else.' })
      },
    }),
  )
  const { kind, details } = mine
  const what = kind === 'player' ? 'your entry' : `the team ${details.kind === 'owner' ? details.team : ''}`
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="sm" className="-ml-3 justify-self-start">
          Withdraw
        </Button>
      }
      title={`Withdraw ${what}?`}
      words={
        kind === 'player'
          ? 'You leave the pool, and your place goes to whoever waits for one. You may register again while registration is open.'
          : 'The team leaves the auction with its paddle, and its place goes to whoever waits for one.'
      }
      actions={
        <>
          <DialogClose asChild>
            <Button>Stay in</Button>
          </DialogClose>
          <Button look="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate({ slug, id: mine.id })}>
            Withdraw
          </Button>
        </>
      }
    >
      {withdraw.error ? <ErrorState title="You are still in" words={saidBy(withdraw.error)} /> : null}
    </Dialog>
  )
}

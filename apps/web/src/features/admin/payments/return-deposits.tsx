'use client'

import { type Money, moneyWords } from '@gavel/payments'
import { Button, Dialog, DialogClose, ErrorState, HoldButton, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { useRefresh } from '../desk/use-refresh.ts'

type ReturnDepositsProps = {
  slug: string
  deposits: { count: number; money: Money[] }
  /** Whether the event is over: before, deposits are there for a reason. */
  over: boolean
}

/** Gives back what is left of every team's deposit, together. */
export function ReturnDeposits({ slug, deposits: { count, money }, over }: ReturnDepositsProps) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const give = useMutation(
    useTRPC().payment.returnDeposits.mutationOptions({
      onSuccess: ({ returned }) => {
        setOpen(false)
        toast.success(`${counted(returned)} on the way back`, {
          description: 'What was paid online goes back by itself; what was paid by hand waits for you here.',
        })
        refresh()
      },
    }),
  )
  if (count === 0) return null
  const all = money.map(moneyWords).join(' and ')
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        give.reset()
        setOpen(next)
      }}
      trigger={<Button>Give deposits back</Button>}
      title={`Give ${counted(count)} back?`}
      words={`${all} in all: whatever is left of each. ${over ? '' : 'The event is not over yet. '}What was paid online goes back to where it came from; what was paid by hand you hand back, then note it here.`}
      actions={
        <>
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <HoldButton
            again="Press again to give back"
            disabledReason={give.isPending ? 'They are on their way' : null}
            onConfirm={() => give.mutate({ slug })}
          >
            Hold to give back {all}
          </HoldButton>
        </>
      }
    >
      {give.error ? (
        <ErrorState
          title="Not all of them went"
          words={`${saidBy(give.error)} What went back is not sent twice: try again.`}
        />
      ) : null}
    </Dialog>
  )
}

const counted = (count: number) => `${count} ${count === 1 ? 'deposit' : 'deposits'}`

'use client'

import { type Money, moneyWords } from '@gavel/payments'
import { Button, Dialog, DialogClose, ErrorState, Field, HoldButton, Input, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { useRefresh } from '../../admin/desk/use-refresh.ts'
import { amountAsTyped } from '../../admin/entries/money-typed.ts'
import { saidBy } from '../../api-error.ts'
import { givingOf } from './giving.ts'

type RefundProps = {
  slug: string
  id: string
  name: string
  left: Money
  /** Whether it goes back by itself, or from hand to hand. */
  online: boolean
}

/** Gives a part of a payment back, or all that is left of it. */
export function Refund({ slug, id, name, left, online }: RefundProps) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(amountAsTyped(left))
  const refresh = useRefresh()
  const refund = useMutation(
    useTRPC().payment.refund.mutationOptions({
      onSuccess: (_, { amount }) => {
        setOpen(false)
        toast.success(`${moneyWords({ ...left, amount })} goes back to ${name}`, {
          description: online
            ? 'Banks take up to ten days. They are told.'
            : 'Hand it back, then note the reference here.',
        })
        refresh()
      },
    }),
  )
  const giving = givingOf(typed, left)
  const problem = 'problem' in giving ? giving.problem : null
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        refund.reset()
        setTyped(amountAsTyped(left))
        setOpen(next)
      }}
      trigger={
        <Button size="sm" look="quiet" aria-label={`Give back to ${name}`}>
          Give back
        </Button>
      }
      title={`Give money back to ${name}`}
      words={
        online
          ? 'It goes back to the card or account that paid. The entry stays as it is.'
          : 'It was paid by hand, so it goes back by hand: hand it back, then note the reference here. The entry stays as it is.'
      }
      actions={
        <>
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <HoldButton
            again="Press again to give back"
            disabledReason={refund.isPending ? 'It is on its way' : problem}
            onConfirm={() => 'money' in giving && refund.mutate({ slug, id, amount: giving.money.amount })}
          >
            {'money' in giving ? `Hold to give back ${moneyWords(giving.money)}` : 'Hold to give back'}
          </HoldButton>
        </>
      }
    >
      <div className="grid gap-4">
        <Field
          label="How much"
          error={problem ?? undefined}
          hint={
            <span aria-live="polite" className="tabular-nums">
              {'money' in giving
                ? `${moneyWords(giving.money)} of ${moneyWords(left)} goes back; ${giving.stays.amount === 0 ? 'nothing' : moneyWords(giving.stays)} stays.`
                : `${moneyWords(left)} can be given back.`}
            </span>
          }
        >
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              data-first
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {refund.error ? <ErrorState title="Nothing was given back" words={saidBy(refund.error)} /> : null}
      </div>
    </Dialog>
  )
}

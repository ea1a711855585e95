'use client'

import { type Money, moneyWords } from '@gavel/payments'
import { Button, Dialog, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { useRefresh } from '../../admin/desk/use-refresh.ts'
import { ByHandForm } from './by-hand-form.tsx'

type MarkPaidProps = {
  slug: string
  registrationId: string
  seat: string
  name: string
  money: Money
  look?: 'plain' | 'quiet'
}

/** Notes a fee or share that was paid in cash or by UPI. */
export function MarkPaid({ slug, registrationId, seat, name, money, look = 'plain' }: MarkPaidProps) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const mark = useMutation(
    useTRPC().payment.markPaid.mutationOptions({
      onSuccess: ({ stage, stageWords }) => {
        setOpen(false)
        toast.success(`${moneyWords(money)} of ${name} noted as paid`, {
          description:
            stage.is === 'paid' && stage.kept ? 'The place is confirmed as if it had come by card.' : stageWords,
        })
        refresh()
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        mark.reset()
        setOpen(next)
      }}
      trigger={
        <Button size="sm" look={look} aria-label={`Mark as paid: ${moneyWords(money)} of ${name}`}>
          Mark as paid
        </Button>
      }
      title="Mark as paid"
      words={`${moneyWords(money)} of ${name}, paid to you by hand. The place is decided as if it had come by card, and it is noted who said so.`}
    >
      <ByHandForm
        face="Mark as paid"
        hint="A receipt number, the UPI reference, or who took the money."
        failed="Nothing was noted"
        busy={mark.isPending}
        error={mark.error}
        onSend={({ how, reference }) => mark.mutate({ slug, registrationId, seat, how, reference })}
      />
    </Dialog>
  )
}

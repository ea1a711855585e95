'use client'

import { type Money, moneyWords } from '@gavel/payments'
import { Button, Dialog, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { useRefresh } from '../../admin/desk/use-refresh.ts'
import { ByHandForm } from './by-hand-form.tsx'

type HandBackProps = { slug: string; id: string; refund: string; name: string; money: Money }

/** Notes that money was handed back. */
export function HandBack({ slug, id, refund, name, money }: HandBackProps) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const said = moneyWords(money)
  const hand = useMutation(
    useTRPC().payment.handBack.mutationOptions({
      onSuccess: () => {
        setOpen(false)
        toast.success(`${said} handed back to ${name}`, { description: 'It is noted, and they are told.' })
        refresh()
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        hand.reset()
        setOpen(next)
      }}
      trigger={
        <Button size="sm" aria-label={`Handed back: ${said} to ${name}`}>
          Handed back
        </Button>
      }
      title="Note what was handed back"
      words={`${said} to ${name}. Hand it back first, then say here how; it cannot be taken back.`}
    >
      <ByHandForm
        face="It was handed back"
        hint="A receipt number, the UPI reference, or who gave it."
        failed="Nothing was noted"
        busy={hand.isPending}
        error={hand.error}
        onSend={({ how, reference }) => hand.mutate({ slug, id, refund, how, reference })}
      />
    </Dialog>
  )
}

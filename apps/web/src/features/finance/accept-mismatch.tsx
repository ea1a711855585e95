'use client'

import { type Mismatch, moneyWords } from '@gavel/payments'
import { Button, Dialog, DialogClose, ErrorState, Field, Textarea, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'

const schema = z.object({
  note: z.string().trim().min(1, 'Say why it is all right: it is kept.').max(500, 'At most 500 characters.'),
})

/** Says that a difference is all right, and why. */
export function AcceptMismatch({ mismatch: { id, movement, step } }: { mismatch: Mismatch }) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { note: '' },
  })
  const accept = useMutation(
    useTRPC().finance.accept.mutationOptions({
      onSuccess: () => {
        setOpen(false)
        toast.success('The difference is accepted', { description: 'It stays so, with your note.' })
        refresh()
      },
    }),
  )
  const said = moneyWords(movement.money)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        accept.reset()
        setOpen(next)
      }}
      trigger={
        <Button size="sm" aria-label={`Accept the difference of ${said}, ${movement.id}`}>
          Accept
        </Button>
      }
      title={`Accept this difference of ${said}?`}
      words={step}
    >
      <form
        noValidate
        aria-label="Accept a difference"
        className="grid gap-4"
        onSubmit={handleSubmit(({ note }) => accept.mutate({ id, note }))}
      >
        <Field
          label="Why it is all right"
          hint="It moves no money, cannot be taken back, and stands in the audit under your name."
          error={formState.errors.note?.message}
        >
          {(control) => <Textarea {...control} {...register('note')} data-first />}
        </Field>
        {accept.error ? <ErrorState title="Nothing was changed" words={saidBy(accept.error)} /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <Button type="submit" look="primary" busy={accept.isPending}>
            Accept
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

'use client'

import { Button, Dialog, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { saidBy } from '../../api-error.ts'
import type { OrderSet } from './order-model.ts'

const schema = z.object({
  name: z.string().trim().min(1, 'Type what the set is called.').max(60, 'At most 60 characters.'),
})

type RenameSetProps = {
  set: OrderSet
  open: boolean
  onClose: () => void
  onRename: (name: string) => Promise<unknown>
}

/** Calls a set otherwise; its players and its place stay. */
export function RenameSet({ set, open, onClose, onRename }: RenameSetProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={`Rename ${set.name}`}
      words="The name is read out and shown in the room; players and place stay."
    >
      {open ? <RenameForm set={set} onClose={onClose} onRename={onRename} /> : null}
    </Dialog>
  )
}

function RenameForm({ set, onClose, onRename }: Omit<RenameSetProps, 'open'>) {
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: set.name },
  })
  const submit = handleSubmit(async ({ name }) => {
    try {
      if (name !== set.name) await onRename(name)
      onClose()
    } catch (error) {
      setError('name', { message: saidBy(error) })
    }
  })
  return (
    <form noValidate onSubmit={submit} aria-label="Rename the set" className="grid gap-4">
      <Field label="Name" error={formState.errors.name?.message}>
        {(field) => <Input {...field} {...register('name')} autoComplete="off" />}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={formState.isSubmitting}>
          Rename
        </Button>
      </div>
    </form>
  )
}

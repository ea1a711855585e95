'use client'

import { Button, Dialog, Field, FieldError, Input, Select } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'

/** The value of the choice for a set that is not there yet. */
const NEW = 'new'

const schema = z
  .object({ set: z.string().min(1, 'Choose a set.'), name: z.string().trim().max(60, 'At most 60 characters.') })
  .refine(({ set, name }) => set !== NEW || name !== '', { path: ['name'], message: 'Type the name of the new set.' })

export type ChosenSet = { id: string; name: string; isNew: boolean }

type SetChoiceProps = {
  title: string
  words?: string
  sets: readonly { id: string; name: string }[]
  open: boolean
  busy?: boolean
  /** Said instead of the button's words while something is on its way. */
  busyWords?: string
  error?: string | null
  onClose: () => void
  onChoose: (set: ChosenSet) => void
}

/** Asks for a set: one that is there, or a new one. */
export function SetChoice({ open, onClose, title, words, ...rest }: SetChoiceProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={title}
      words={words}
    >
      {open ? <SetForm {...rest} onClose={onClose} /> : null}
    </Dialog>
  )
}

function SetForm({
  sets,
  busy,
  busyWords,
  error,
  onClose,
  onChoose,
}: Omit<SetChoiceProps, 'open' | 'title' | 'words'>) {
  const { register, handleSubmit, formState, control } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { set: '', name: '' },
  })
  const chosen = useWatch({ control, name: 'set' })
  const { errors } = formState
  const submit = handleSubmit(({ set, name }) => {
    // A new set that is called like one that is there is that one.
    const known =
      set === NEW
        ? sets.find((other) => other.name.toLowerCase() === name.toLowerCase())
        : sets.find(({ id }) => id === set)
    onChoose(known ? { ...known, isNew: false } : { id: `new ${name}`, name, isNew: true })
  })
  return (
    <form noValidate onSubmit={submit} aria-label="Choose a set" className="grid gap-4">
      <Field label="Set" error={errors.set?.message}>
        {(field) => (
          <Select {...field} {...register('set')}>
            <option value="">Choose a set</option>
            {sets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={NEW}>A new set …</option>
          </Select>
        )}
      </Field>
      {chosen === NEW ? (
        <Field label="Name of the new set" error={errors.name?.message}>
          {(field) => <Input {...field} {...register('name')} autoFocus autoComplete="off" />}
        </Field>
      ) : null}
      <FieldError error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" busy={busy ?? false}>
          {busy ? (busyWords ?? 'Moving') : 'Move'}
        </Button>
      </div>
    </form>
  )
}

'use client'

import { Button, DialogClose, ErrorState, Field, Input, Select } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { saidBy } from '../../api-error.ts'

const schema = z.object({
  how: z.enum(['cash', 'upi']),
  reference: z
    .string()
    .trim()
    .min(1, 'Give a reference, such as a receipt number or who took it.')
    .max(100, 'At most 100 characters.'),
})
type ByHand = z.infer<typeof schema>

type ByHandFormProps = {
  /** What the form and its button do. */
  face: string
  hint: string
  failed: string
  busy: boolean
  error: unknown
  onSend: (typed: ByHand) => void
}

/** How money went from hand to hand, and by which reference it is found again. */
export function ByHandForm({ face, hint, failed, busy, error, onSend }: ByHandFormProps) {
  const { register, handleSubmit, formState } = useForm<ByHand>({
    resolver: zodResolver(schema),
    defaultValues: { how: 'cash', reference: '' },
  })
  return (
    <form noValidate aria-label={face} className="grid gap-4" onSubmit={handleSubmit(onSend)}>
      <Field label="How">
        {(control) => (
          <Select {...control} {...register('how')}>
            <option value="cash">In cash</option>
            <option value="upi">By UPI</option>
          </Select>
        )}
      </Field>
      <Field label="Reference" hint={hint} error={formState.errors.reference?.message}>
        {(control) => <Input {...control} {...register('reference')} autoComplete="off" data-first />}
      </Field>
      {error ? <ErrorState title={failed} words={saidBy(error)} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose asChild>
          <Button>Not now</Button>
        </DialogClose>
        <Button type="submit" look="primary" busy={busy}>
          {face}
        </Button>
      </div>
    </form>
  )
}

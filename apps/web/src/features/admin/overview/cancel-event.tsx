'use client'

import { Button, Dialog, ErrorState, Field, Input, Textarea, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { useRefresh } from '../desk/use-refresh.ts'

type CancelEventProps = {
  slug: string
  name: string
  /** What the event holds now, in words: `12 registrations`, `6 teams`. */
  touches: readonly string[]
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Cancels an event for good: says what that touches, and asks for the reason and for the event's name. */
export function CancelEvent({ slug, name, touches, open, onOpenChange }: CancelEventProps) {
  const refresh = useRefresh()
  const cancel = useMutation(
    useTRPC().event.cancel.mutationOptions({
      onSuccess: () => {
        toast.success(`${name} is cancelled`, { description: 'Everybody who takes part is told why.' })
        onOpenChange(false)
        refresh()
      },
    }),
  )
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(
      z.object({
        reason: z
          .string()
          .trim()
          .min(3, 'Say why: everybody who takes part reads it.')
          .max(500, 'At most 500 characters.'),
        typed: z.string().refine((typed) => typed.trim() === name, 'This is not the event’s name.'),
      }),
    ),
    defaultValues: { reason: '', typed: '' },
  })
  const { errors } = formState
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Cancel ${name}?`}
      words="This cannot be taken back. The event page stays, and says why."
    >
      <form
        noValidate
        aria-label="Cancel the event"
        className="grid gap-4"
        onSubmit={handleSubmit(({ reason }) => cancel.mutate({ slug, reason }))}
      >
        <div className="grid gap-1 text-sm">
          <p className="font-semibold">What it touches</p>
          <ul className="grid list-disc gap-1 pl-5 text-muted">
            {touches.map((words) => (
              <li key={words}>{words}</li>
            ))}
            <li>Registration closes, and the auction cannot be started any more.</li>
            <li>Teams, players and registrations are kept, so that the event can be cloned for another season.</li>
          </ul>
        </div>
        <Field
          label="Why"
          hint="It stands on the event page and in the inbox of everybody who takes part."
          error={errors.reason?.message}
        >
          {(field) => <Textarea {...field} {...register('reason')} />}
        </Field>
        <Field
          label="The event’s name, to be sure"
          hint={
            <>
              Type <b className="text-ink">{name}</b>
            </>
          }
          error={errors.typed?.message}
        >
          {(field) => <Input {...field} {...register('typed')} autoComplete="off" />}
        </Field>
        {cancel.error ? <ErrorState title="Nothing was cancelled" words={saidBy(cancel.error)} /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Keep the event</Button>
          <Button type="submit" look="danger" busy={cancel.isPending}>
            Cancel the event
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

'use client'

import { Button, Dialog, ErrorState, Field, Textarea, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { useRefresh } from '../desk/use-refresh.ts'
import { type Entry, nameOf } from './registrations.ts'

type DecideProps = {
  slug: string
  entries: readonly Entry[]
  size?: 'sm' | 'md'
  /** Called once the decision stands. */
  done: () => void
}

const counted = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`

/** Lets people in, after showing who they are. */
export function Approve({ slug, entries, size = 'md', done }: DecideProps) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const approve = useMutation(
    useTRPC().registration.approve.mutationOptions({
      onSuccess: ({ approved }) => {
        toast.success(`${counted(approved.length)} approved`, {
          description: 'They are told, and come in by themselves.',
        })
        setOpen(false)
        refresh()
        done()
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          look="primary"
          size={size}
          disabledReason={entries.length === 0 ? 'Nobody chosen awaits approval' : null}
        >
          {size === 'sm' ? 'Approve' : `Approve ${entries.length || ''}`}
        </Button>
      }
      title={`Approve ${counted(entries.length)}?`}
      words="Players come into the pool, owners get their team and paddle. Everybody is told."
      actions={
        <>
          <Button onClick={() => setOpen(false)}>Not now</Button>
          <Button
            look="primary"
            busy={approve.isPending}
            onClick={() => approve.mutate({ slug, ids: entries.map(({ id }) => id) })}
          >
            Approve
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Names entries={entries} />
        {approve.error ? <ErrorState title="Nobody was approved" words={saidBy(approve.error)} /> : null}
      </div>
    </Dialog>
  )
}

const reasonSchema = z.object({
  reason: z.string().trim().min(3, 'Say why: they read it.').max(500, 'At most 500 characters.'),
})

/** Turns people away, after showing who they are, with a reason that they read. */
export function Reject({ slug, entries, size = 'md', done }: DecideProps) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(reasonSchema),
    defaultValues: { reason: '' },
  })
  const reject = useMutation(
    useTRPC().registration.reject.mutationOptions({
      onSuccess: ({ rejected }) => {
        toast.success(`${counted(rejected.length)} not accepted`, { description: 'They are told why.' })
        setOpen(false)
        reset()
        refresh()
        done()
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size={size} disabledReason={entries.length === 0 ? 'Nobody chosen waits for a decision' : null}>
          {size === 'sm' ? 'Reject' : `Reject ${entries.length || ''}`}
        </Button>
      }
      title={`Reject ${counted(entries.length)}?`}
      words="Their places are free again. They may register once more while registration is open."
    >
      <ReasonForm
        name="Reject"
        hint="It stands with their entry and in their inbox."
        face="Reject"
        busy={reject.isPending}
        error={reject.error}
        field={register('reason')}
        problem={formState.errors.reason?.message}
        entries={entries}
        onSubmit={handleSubmit(({ reason }) => reject.mutate({ slug, ids: entries.map(({ id }) => id), reason }))}
        onCancel={() => setOpen(false)}
      />
    </Dialog>
  )
}

/** Takes one person, who was in, out of the event again. */
export function TakeOut({ slug, entry }: { slug: string; entry: Entry }) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(reasonSchema),
    defaultValues: { reason: '' },
  })
  const withdraw = useMutation(
    useTRPC().registration.withdraw.mutationOptions({
      onSuccess: () => {
        toast.success(`${entry.person} is out`, { description: 'The place is free again, and they are told why.' })
        setOpen(false)
        refresh()
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={`Take out ${entry.person}`}>
          Take out
        </Button>
      }
      title={`Take ${entry.person} out?`}
      words={
        entry.kind === 'player'
          ? 'They leave the pool, and their place is free again.'
          : 'Their team leaves the auction with its paddle, and its place is free again.'
      }
    >
      <ReasonForm
        name="Take out"
        hint="It stands with their entry and in their inbox."
        face="Take out"
        busy={withdraw.isPending}
        error={withdraw.error}
        field={register('reason')}
        problem={formState.errors.reason?.message}
        entries={[]}
        onSubmit={handleSubmit(({ reason }) => withdraw.mutate({ slug, id: entry.id, reason }))}
        onCancel={() => setOpen(false)}
      />
    </Dialog>
  )
}

type ReasonFormProps = {
  name: string
  hint: string
  face: string
  busy: boolean
  error: unknown
  field: ReturnType<ReturnType<typeof useForm<{ reason: string }>>['register']>
  problem: string | undefined
  entries: readonly Entry[]
  onSubmit: () => void
  onCancel: () => void
}

function ReasonForm({ name, hint, face, busy, error, field, problem, entries, onSubmit, onCancel }: ReasonFormProps) {
  return (
    <form noValidate aria-label={name} className="grid gap-4" onSubmit={onSubmit}>
      {entries.length > 0 ? <Names entries={entries} /> : null}
      <Field label="Why" hint={hint} error={problem}>
        {(control) => <Textarea {...control} {...field} />}
      </Field>
      {error ? <ErrorState title="Nothing was changed" words={saidBy(error)} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Not now</Button>
        <Button type="submit" look="danger" busy={busy}>
          {face}
        </Button>
      </div>
    </form>
  )
}

function Names({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="grid max-h-60 gap-x-6 overflow-y-auto sm:grid-cols-2">
      {entries.map((entry) => (
        <li key={entry.id} className="border-b py-1.5 text-sm break-words">
          {nameOf(entry)}
          {entry.details.kind === 'owner' ? <span className="text-muted">, {entry.details.team}</span> : null}
        </li>
      ))}
    </ul>
  )
}

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
import type { Person } from './rights.tsx'

/** Shuts somebody out, or lets them in again. Nobody shuts out themselves. */
export function BanRight({ person, self }: { person: Person; self: boolean }) {
  if (self) return null
  return person.ban ? <LetIn person={person} /> : <ShutOut person={person} />
}

function LetIn({ person }: { person: Person }) {
  const refresh = useRefresh()
  const unban = useMutation(
    useTRPC().admin.unban.mutationOptions({
      onSuccess: () => {
        toast.success(`${person.name} may come in again`, { description: 'They have to sign in anew.' })
        refresh()
      },
      onError: (error) => toast.error('Nothing was changed', { description: saidBy(error) }),
    }),
  )
  return (
    <Button
      look="quiet"
      size="sm"
      busy={unban.isPending}
      aria-label={`Let in again: ${person.name}`}
      onClick={() => unban.mutate({ userId: person.userId })}
    >
      Let in again
    </Button>
  )
}

const schema = z.object({
  reason: z.string().trim().min(1, 'Say why, in words for the person.').max(500, 'At most 500 characters.'),
})

function ShutOut({ person }: { person: Person }) {
  const [open, setOpen] = useState(false)
  const refresh = useRefresh()
  const ban = useMutation(
    useTRPC().admin.ban.mutationOptions({
      onSuccess: ({ ended }) => {
        toast.success(`${person.name} is shut out`, {
          description: ended === 1 ? 'One session was ended.' : `${ended} sessions were ended.`,
        })
        setOpen(false)
        refresh()
      },
    }),
  )
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { reason: '' },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="sm" aria-label={`Shut out: ${person.name}`}>
          Shut out
        </Button>
      }
      title={`Shut out ${person.name}?`}
      words="They are signed out everywhere at once and cannot sign in until you let them in again. Their page is hidden; bids and results stay."
    >
      <form
        noValidate
        aria-label={`Shut out ${person.name}`}
        className="grid gap-4"
        onSubmit={handleSubmit(({ reason }) => ban.mutate({ userId: person.userId, reason }))}
      >
        <Field label="Why" hint="They read it when they try to sign in." error={formState.errors.reason?.message}>
          {(field) => <Textarea {...field} {...register('reason')} data-first />}
        </Field>
        {ban.error ? <ErrorState title="Nobody was shut out" words={saidBy(ban.error)} /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Not now</Button>
          <Button type="submit" look="danger" busy={ban.isPending}>
            Shut out
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

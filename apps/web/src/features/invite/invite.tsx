'use client'

import type { RouterInputs } from '@gavel/api'
import { Button, ErrorState, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { useRefresh } from '../admin/desk/use-refresh.ts'
import { saidBy } from '../api-error.ts'
import { InviteLink } from './invite-link.tsx'

type InvitedRole = RouterInputs['invitation']['create']['role']

type InviteProps = {
  slug: string
  origin: string
  invited: InvitedRole
  /** The team that is joined; null for staff, and for an owner who brings a team. */
  teamId: string | null
  /** Whom it makes, in words: `owner of River Otters`, `an auctioneer`. */
  whom: string
  face: string
  look?: 'primary' | 'plain'
}

const schema = z.object({
  email: z.union(
    [z.literal('').transform(() => null), z.email('This is not an e-mail address.')],
    'This is not an e-mail address.',
  ),
})

/** Makes an invitation for one person and shows it. */
export function Invite({ slug, origin, invited, teamId, whom, face, look = 'plain' }: InviteProps) {
  const refresh = useRefresh()
  const create = useMutation(useTRPC().invitation.create.mutationOptions({ onSuccess: refresh }))
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: '' },
  })
  if (create.data) {
    return (
      <div className="grid gap-2">
        <InviteLink whom={whom} origin={origin} {...create.data} />
        <div>
          <Button
            size="sm"
            onClick={() => {
              create.reset()
              reset()
            }}
          >
            Invite another person
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form
      noValidate
      aria-label={face}
      className="grid gap-3"
      onSubmit={handleSubmit(({ email }) => create.mutate({ slug, role: invited, teamId, email }))}
    >
      <Field
        label="Only for"
        optional
        hint="An e-mail address: nobody else may accept it then."
        error={formState.errors.email?.message}
      >
        {(field) => <Input {...field} {...register('email')} type="email" inputMode="email" autoComplete="off" />}
      </Field>
      {create.error ? <ErrorState title="No invitation was made" words={saidBy(create.error)} /> : null}
      <div>
        <Button type="submit" look={look} icon={<Link2 aria-hidden className="size-4" />} busy={create.isPending}>
          {face}
        </Button>
      </div>
    </form>
  )
}

'use client'

import type { RouterOutputs } from '@gavel/api'
import { Button, Switch, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'

export type Person = RouterOutputs['admin']['people']['people'][number]

/** Whether somebody may create events, as a switch: what it does can be taken back at once. */
export function CreateRight({ person }: { person: Person }) {
  const id = useId()
  const refresh = useRefresh()
  const grant = useMutation(
    useTRPC().admin.grant.mutationOptions({
      onSuccess: (_, { mayCreateEvents }) => {
        toast.success(
          mayCreateEvents ? `${person.name} may create events` : `${person.name} may create events no more`,
          {
            description: mayCreateEvents
              ? 'They find it in their inbox.'
              : 'The events that they organise stay theirs.',
          },
        )
        refresh()
      },
      onError: (error) => toast.error('Nothing was changed', { description: saidBy(error) }),
    }),
  )
  if (person.admin) return <span className="text-sm text-muted">As an administrator</span>
  return (
    <Switch
      id={id}
      aria-label={`${person.name} may create events`}
      checked={person.mayCreateEvents}
      disabled={grant.isPending}
      onCheckedChange={(mayCreateEvents) => grant.mutate({ userId: person.userId, mayCreateEvents })}
    />
  )
}

/** Grants the right to create events to somebody who asked for it. */
export function GrantRequest({ person }: { person: Person }) {
  const refresh = useRefresh()
  const grant = useMutation(
    useTRPC().admin.grant.mutationOptions({
      onSuccess: () => {
        toast.success(`${person.name} may create events`, { description: 'They find it in their inbox.' })
        refresh()
      },
      onError: (error) => toast.error('Nothing was changed', { description: saidBy(error) }),
    }),
  )
  return (
    <Button
      look="primary"
      size="sm"
      busy={grant.isPending}
      onClick={() => grant.mutate({ userId: person.userId, mayCreateEvents: true })}
    >
      <span>
        Let <span className="sr-only">{person.name}</span>
        <span aria-hidden>them</span> create events
      </span>
    </Button>
  )
}

/** Makes somebody an administrator, or takes that back, after saying what it means. */
export function AdminRight({ person, self }: { person: Person; self: boolean }) {
  const refresh = useRefresh()
  const grant = useMutation(
    useTRPC().admin.grant.mutationOptions({
      onSuccess: () => {
        toast.success(
          person.admin ? `${person.name} is an administrator no more` : `${person.name} is an administrator`,
        )
        refresh()
      },
    }),
  )
  const who = self ? 'yourself' : person.name
  return (
    <Confirm
      // The button means something else once it has worked.
      key={String(person.admin)}
      face={person.admin ? 'Take it back' : 'Make administrator'}
      label={person.admin ? `Take it back: ${person.name} is an administrator` : `Make administrator: ${person.name}`}
      title={person.admin ? `Take the administrator’s rights from ${who}?` : `Make ${person.name} an administrator?`}
      words={
        person.admin
          ? 'They keep the events that they organise.'
          : 'An administrator may change every event, grant rights, and see the queues of the operator.'
      }
      size="sm"
      look="quiet"
      danger={person.admin}
      busy={grant.isPending}
      done={grant.isSuccess}
      error={grant.error}
      onConfirm={() => grant.mutate({ userId: person.userId, admin: !person.admin })}
    />
  )
}

'use client'

import type { EventSetup } from '@gavel/api'
import { Button, Dialog, ErrorState, Field, Input, Monogram, Section, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../../trpc/client.tsx'
import { appCodeOf, saidBy } from '../../api-error.ts'
import { Invite } from '../../invite/invite.tsx'
import { Confirm } from '../desk/confirm.tsx'
import { useRefresh } from '../desk/use-refresh.ts'

type Staff = EventSetup['staff']
type Role = 'organiser' | 'auctioneer' | 'scorer'

const ROLES = [
  {
    role: 'organiser',
    list: 'organisers',
    title: 'Organisers',
    one: 'an organiser',
    does: 'They set the event up, with everything on this desk.',
  },
  {
    role: 'auctioneer',
    list: 'auctioneers',
    title: 'Auctioneers',
    one: 'an auctioneer',
    does: 'They open lots and bring the hammer down.',
  },
  { role: 'scorer', list: 'scorers', title: 'Scorers', one: 'a scorer', does: 'They keep the score of the matches.' },
] as const satisfies readonly { role: Role; list: keyof Staff; title: string; one: string; does: string }[]

type StaffDeskProps = { slug: string; origin: string; staff: Staff; you: string | null; closed: string | null }

/** Who looks after the event, by what each does. */
export function StaffDesk({ slug, origin, staff, you, closed }: StaffDeskProps) {
  return (
    <Section id="staff" title="Staff" className="scroll-mt-4">
      <div className="grid gap-x-8 gap-y-6 pt-2 md:grid-cols-3">
        {ROLES.map(({ role, list, title, one, does }) => (
          <section key={role} aria-label={title} className="grid content-start gap-2">
            <h3 className="text-base">{title}</h3>
            <p className="text-sm text-muted">{does}</p>
            {staff[list].length > 0 ? (
              <ul>
                {staff[list].map((person) => (
                  <li key={person.userId} className="flex items-center gap-3 border-b py-2 last:border-b-0">
                    <Monogram size="sm" name={person.name} />
                    <span className="grid min-w-0 flex-1">
                      <span className="font-semibold [overflow-wrap:anywhere]">
                        {person.name}
                        {person.userId === you ? <span className="font-normal text-muted"> (you)</span> : null}
                      </span>
                      <span className="text-sm break-all text-muted">{person.email}</span>
                    </span>
                    {closed ? null : (
                      <Dismiss
                        slug={slug}
                        role={role}
                        one={one}
                        person={person}
                        self={person.userId === you}
                        last={role === 'organiser' && staff.organisers.length === 1}
                      />
                    )}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="rounded-card border border-dashed border-edge px-3 py-3 text-sm text-muted">Nobody yet</p>
            )}
            <div>
              <AddStaff slug={slug} origin={origin} role={role} one={one} closed={closed} />
            </div>
          </section>
        ))}
      </div>
    </Section>
  )
}

type AddStaffProps = { slug: string; origin: string; role: Role; one: string; closed: string | null }

function AddStaff({ slug, origin, role, one, closed }: AddStaffProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        icon={<Plus aria-hidden className="size-4" />}
        disabledReason={closed}
        onClick={() => setOpen(true)}
      >
        Add {one}
      </Button>
      <Dialog from="side" title={`Add ${one}`} open={open} onOpenChange={setOpen}>
        <div className="grid gap-6">
          <section aria-label="Invite by a link" className="grid gap-3">
            <h3 className="text-base">Invite by a link</h3>
            <p className="text-sm text-muted">
              For anybody: whoever opens it signs in, or makes an account, and is {one}.
            </p>
            <Invite
              slug={slug}
              origin={origin}
              invited={role}
              teamId={null}
              whom={one}
              face="Make the invitation"
              look="primary"
            />
          </section>
          <Appoint slug={slug} role={role} one={one} done={() => setOpen(false)} />
        </div>
      </Dialog>
    </>
  )
}

function Appoint({ slug, role, one, done }: { slug: string; role: Role; one: string; done: () => void }) {
  const refresh = useRefresh()
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(z.object({ email: z.email('This is not an e-mail address.') })),
    defaultValues: { email: '' },
  })
  const add = useMutation(
    useTRPC().event.addStaff.mutationOptions({
      onSuccess: ({ name }) => {
        toast.success(`${name} is ${one}`, { description: 'They find it in their inbox.' })
        refresh()
        done()
      },
      onError: (error) => {
        if (appCodeOf(error) === 'AUTH.NO_SUCH_PERSON')
          setError('email', { message: `${saidBy(error)} Invite them by a link instead.` }, { shouldFocus: true })
      },
    }),
  )
  const failed = add.error && appCodeOf(add.error) !== 'AUTH.NO_SUCH_PERSON' ? add.error : null
  return (
    <form
      noValidate
      aria-label={`Add ${one} who has an account`}
      className="grid gap-3 border-t pt-4"
      onSubmit={handleSubmit(({ email }) => add.mutate({ slug, role, email }))}
    >
      <h3 className="text-base">Somebody who has an account</h3>
      <Field label="E-mail" error={formState.errors.email?.message}>
        {(field) => <Input {...field} {...register('email')} type="email" inputMode="email" autoComplete="off" />}
      </Field>
      {failed ? <ErrorState title="Nobody was added" words={saidBy(failed)} /> : null}
      <div>
        <Button type="submit" busy={add.isPending}>
          Add them
        </Button>
      </div>
    </form>
  )
}

type DismissProps = {
  slug: string
  role: Role
  one: string
  person: Staff['organisers'][number]
  self: boolean
  last: boolean
}

function Dismiss({ slug, role, one, person, self, last }: DismissProps) {
  const refresh = useRefresh()
  const remove = useMutation(
    useTRPC().event.removeStaff.mutationOptions({
      onSuccess: () => {
        toast.success(`${person.name} is no longer ${one}`)
        refresh()
      },
    }),
  )
  return (
    <Confirm
      face="Take the role back"
      label={`${person.name} is no longer ${one}`}
      title={`${self ? 'You are' : `${person.name} is`} no longer ${one}?`}
      words={
        self
          ? 'You lose what this role may do at once. Another organiser, or an administrator, can give it back.'
          : 'They lose what this role may do at once. You can give it back.'
      }
      look="quiet"
      size="icon"
      icon={<X aria-hidden className="size-4" />}
      danger
      disabledReason={last ? 'An event needs an organiser. Add another one first.' : null}
      busy={remove.isPending}
      done={remove.isSuccess}
      error={remove.error}
      onConfirm={() => remove.mutate({ slug, role, userId: person.userId })}
    />
  )
}

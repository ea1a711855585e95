'use client'

import type { Hindrance } from '@gavel/api'
import { Button, Dialog, DialogClose, ErrorState, Field, Input, Section } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { signOut } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { useGuarded } from '../security/proving.tsx'

type DeleteAccountProps = { email: string; hindrances: readonly Hindrance[] }

/** Deletes the viewer's account: says what will be touched, and asks twice. */
export function DeleteAccount({ email, hindrances }: DeleteAccountProps) {
  return (
    <Section title="Delete your account">
      <div className="grid justify-items-start gap-4 pt-2">
        <ul className="grid max-w-prose list-disc gap-1 pl-5 text-muted">
          <li>Your profile, pictures and ways to sign in are deleted.</li>
          <li>Entries that have not begun are withdrawn; paddles and duties are given back.</li>
          <li>Auctions and matches keep their record, with “Deleted person” for your name.</li>
          <li>Nobody can bring it back. You may want to download your data first.</li>
        </ul>
        {hindrances.length > 0 ? (
          <div className="grid gap-2 rounded-card border border-warn bg-raised px-5 py-4">
            <p className="font-semibold">Somebody still needs you</p>
            <ul className="grid gap-2">
              {hindrances.map((hindrance) => (
                <li key={`${hindrance.is} ${hindrance.slug}`} className="text-sm">
                  <WayOut hindrance={hindrance} />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <SayYes email={email} needed={hindrances.length > 0} />
      </div>
    </Section>
  )
}

function WayOut({ hindrance: { is, slug, name } }: { hindrance: Hindrance }) {
  if (is === 'bids')
    return (
      <>
        You bid in{' '}
        <Link href={paths.event(slug)} className="font-semibold underline">
          {name}
        </Link>
        , whose auction is under way. Wait for its end, or have the organiser take your paddle.
      </>
    )
  return (
    <>
      You are the only organiser of{' '}
      <Link href={paths.adminPeople(slug)} className="font-semibold underline">
        {name}
      </Link>
      . Add another one there, or finish or cancel the event.
    </>
  )
}

function SayYes({ email, needed }: { email: string; needed: boolean }) {
  const guarded = useGuarded()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const send = useMutation(useTRPC().profile.deleteAccount.mutationOptions())
  const remove = useMutation({
    mutationFn: () => guarded(() => send.mutateAsync({ email: typed }).then(() => 'deleted' as const)),
    onSuccess: async (done) => {
      if (!done) return
      // The session is over already; this takes its cookie away.
      await signOut({ redirect: false }).catch(() => undefined)
      window.location.assign(paths.home)
    },
  })
  const fits = typed.trim().toLowerCase() === email.toLowerCase()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setTyped('')
        remove.reset()
      }}
      title="Delete your account for good?"
      words="Nobody can bring it back."
      trigger={
        <Button look="danger" disabledReason={needed ? 'Somebody still needs you: see above' : null}>
          Delete the account
        </Button>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-4" aria-label="Delete the account">
        {remove.error ? <ErrorState title="Nothing was deleted" words={saidBy(remove.error)} /> : null}
        <Field label="Type your e-mail address to say yes" hint={email}>
          {(field) => (
            <Input
              {...field}
              data-first
              type="email"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <Button
            type="submit"
            look="danger"
            busy={remove.isPending || remove.data === 'deleted'}
            disabledReason={fits ? null : 'Type your e-mail address first'}
          >
            Delete the account for good
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

'use client'

import { Button, ErrorState } from '@gavel/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'

/** Sends an entry into an event, and puts the answer where the page shows it. */
export function useRegister(slug: string, done: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMutation(
    trpc.event.register.mutationOptions({
      onSuccess: (mine) => {
        queries.setQueryData(trpc.event.myRegistrations.queryKey({ slug }), (before) => [
          ...(before ?? []).filter(({ kind }) => kind !== mine.kind),
          mine,
        ])
        done()
      },
    }),
  )
}

type FrameProps = {
  name: string
  onSubmit: () => void
  error: unknown
  busy: boolean
  submit: string
  /** What is promised and what it costs, always in view above the button. */
  promise: ReactNode
  children: ReactNode
}

/** One column of fields with what is promised and the button at its foot. */
export function RegistrationFrame({ name, onSubmit, error, busy, submit, promise, children }: FrameProps) {
  return (
    <form noValidate aria-label={name} onSubmit={onSubmit} className="grid gap-4">
      {children}
      {error ? <ErrorState title="You are not registered" words={`${saidBy(error)} What you typed is kept.`} /> : null}
      <div className="sticky bottom-0 -mx-5 -mb-4 grid gap-3 border-t bg-raised px-5 py-4">
        <p className="text-sm text-muted">{promise}</p>
        <Button type="submit" look="primary" size="lg" wide busy={busy}>
          {busy ? 'Sending' : submit}
        </Button>
      </div>
    </form>
  )
}

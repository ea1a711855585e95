'use client'

import { Button, ErrorState, Field, Textarea } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'

/** Asks the administrators for the right to create events. */
export function AskToCreate() {
  const ask = useMutation(useTRPC().auth.askToCreate.mutationOptions())
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(z.object({ words: z.string().trim().max(500, 'At most 500 characters.') })),
    defaultValues: { words: '' },
  })
  if (ask.data) {
    return (
      <div role="status" className="flex items-start gap-3 rounded-card border border-good bg-raised px-5 py-4">
        <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
        <div className="grid gap-1">
          <p className="font-semibold">
            {ask.data.asked ? 'The administrators are asked' : 'You may create events already'}
          </p>
          <p className="text-sm text-muted">
            {ask.data.asked
              ? 'You are told in your inbox once one of them has granted it. Then this page is your desk.'
              : 'Load this page again.'}
          </p>
        </div>
      </div>
    )
  }
  return (
    <form
      noValidate
      aria-label="Ask to run a league"
      className="grid gap-4"
      onSubmit={handleSubmit(({ words }) => ask.mutate({ words }))}
    >
      <Field
        label="What you are planning"
        optional
        hint="A sentence helps them decide: which club, how many teams, when."
        error={formState.errors.words?.message}
      >
        {(field) => <Textarea {...field} {...register('words')} />}
      </Field>
      {ask.error ? (
        <ErrorState title="Nobody was asked" words={`${saidBy(ask.error)} What you typed is kept.`} />
      ) : null}
      <div>
        <Button type="submit" look="primary" size="lg" busy={ask.isPending}>
          Ask to run a league
        </Button>
      </div>
    </form>
  )
}

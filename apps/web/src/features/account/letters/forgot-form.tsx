'use client'

import { Button, ErrorState, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { LetterSent } from '../letter-sent.tsx'

const schema = z.object({
  email: z.string().trim().min(1, 'Type the e-mail of your account.').pipe(z.email('This is not an e-mail address.')),
})

/** Asks for a letter by which to choose another password. `inboxUrl`: the inbox of this machine, where letters go nowhere else. */
export function ForgotForm({ inboxUrl }: { inboxUrl: string | null }) {
  const ask = useMutation(useTRPC().account.requestReset.mutationOptions())
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(schema), defaultValues: { email: '' } })
  const submit = handleSubmit(async (given) => {
    // Shown above the field.
    await ask.mutateAsync(given).catch(() => {})
  })
  if (ask.isSuccess)
    return (
      <LetterSent title="Check your e-mail" inboxUrl={inboxUrl} email={ask.variables.email}>
        <p>
          If <span className="font-semibold text-ink">{ask.variables.email}</span> has an account, we have written to
          it. The link works for one hour.
        </p>
        <p>Nothing after a few minutes? Look in your spam folder, or try another address.</p>
      </LetterSent>
    )
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4" aria-label="Choose another password">
      {ask.error ? <ErrorState title="No letter was written" words={saidBy(ask.error)} /> : null}
      <Field label="E-mail" error={formState.errors.email?.message}>
        {(control) => (
          <Input {...control} {...register('email')} type="email" autoComplete="username" inputMode="email" />
        )}
      </Field>
      <Button type="submit" look="primary" size="lg" wide busy={formState.isSubmitting}>
        {formState.isSubmitting ? 'Sending the link' : 'Send me a link'}
      </Button>
    </form>
  )
}

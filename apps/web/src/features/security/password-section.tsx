'use client'

import { Button, ErrorState, Field, Input, Section, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { newPassword, type PasswordLength } from '../account/letters/new-password.ts'
import { appCodeOf, saidBy } from '../api-error.ts'
import { useGuarded } from './proving.tsx'

type PasswordSectionProps = {
  email: string
  /** Whether the account has a password: otherwise this is its first. */
  has: boolean
  length: PasswordLength
}

/** Another password, or the first. Stands below `Proving`. */
export function PasswordSection({ email, has, length }: PasswordSectionProps) {
  const router = useRouter()
  const guarded = useGuarded()
  const change = useMutation(useTRPC().account.changePassword.mutationOptions())
  const { register, handleSubmit, formState, reset, setError } = useForm({
    resolver: zodResolver(z.object({ password: newPassword(length) })),
    defaultValues: { password: '' },
  })
  const submit = handleSubmit(async (given) => {
    try {
      const done = await guarded(() => change.mutateAsync(given))
      if (!done) return
      reset()
      toast.success(has ? `Your password was changed${othersOut(done.ended)}.` : 'Your account has a password now.')
      router.refresh()
    } catch (error) {
      if (appCodeOf(error) === 'ACCOUNT.WEAK_PASSWORD')
        setError('password', { message: saidBy(error) }, { shouldFocus: true })
    }
  })
  const failed = change.error && !['ACCOUNT.WEAK_PASSWORD', 'AUTH.PROVE_FIRST'].includes(appCodeOf(change.error) ?? '')
  const { password: wrong } = formState.errors
  return (
    <Section title="Password">
      <form method="post" noValidate onSubmit={submit} className="grid gap-4 pt-2" aria-label="Password">
        {failed ? <ErrorState title="The password was not changed" words={saidBy(change.error)} /> : null}
        {/* For password managers, which keep a password with its address. */}
        <input type="email" value={email} readOnly hidden autoComplete="username" />
        <Field
          label="New password"
          hint={wrong ? null : `At least ${length.min} characters. Every other device is signed out.`}
          error={wrong?.message}
          className="max-w-md"
        >
          {(control) => <Input {...control} {...register('password')} type="password" autoComplete="new-password" />}
        </Field>
        <div>
          <Button type="submit" busy={formState.isSubmitting}>
            {has ? 'Change the password' : 'Set a password'}
          </Button>
        </div>
      </form>
    </Section>
  )
}

const othersOut = (ended: number): string => {
  if (ended === 0) return ''
  return ended === 1 ? ', and one other device was signed out' : `, and ${ended} other devices were signed out`
}

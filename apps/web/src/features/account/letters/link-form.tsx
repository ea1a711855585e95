'use client'

import { Button, ErrorState, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { appCodeOf, saidBy } from '../../api-error.ts'
import { signInBy } from '../sign-in-by.ts'
import { newPassword, type PasswordLength } from './new-password.ts'

type LinkFormProps = {
  token: string
  /** The address that the link was sent to. */
  email: string
  /** Where to go on to, a path of this site. */
  next: string
  /** `verify`: the password of the new account; `reset`: another one. */
  purpose: 'verify' | 'reset'
  passwordLength: PasswordLength
}

const WORDS = {
  verify: {
    label: 'Your password',
    hint: () => null,
    do: 'Open the account',
    doing: 'Opening the account',
    failed: 'The account was not opened',
    complete: 'current-password',
  },
  reset: {
    label: 'New password',
    hint: ({ min }: PasswordLength) => `At least ${min} characters. You are signed out on every device.`,
    do: 'Use this password',
    doing: 'Changing the password',
    failed: 'The password was not changed',
    complete: 'new-password',
  },
} as const

/** Uses a letter's link with a password, signs in with it and goes on. */
export function LinkForm({ token, email, next, purpose, passwordLength }: LinkFormProps) {
  const router = useRouter()
  const trpc = useTRPC()
  const verify = useMutation(trpc.account.verify.mutationOptions())
  const reset = useMutation(trpc.account.reset.mutationOptions())
  const use = purpose === 'verify' ? verify : reset
  const words = WORDS[purpose]
  const [leaving, setLeaving] = useState(false)
  const password = purpose === 'verify' ? z.string().min(1, 'Type your password.') : newPassword(passwordLength)
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(z.object({ password })),
    defaultValues: { password: '' },
  })

  const submit = handleSubmit(async (given) => {
    const used = await use.mutateAsync({ token, password: given.password }).catch((error: unknown) => {
      if (isAboutPassword(error)) setError('password', { message: saidBy(error) }, { shouldFocus: true })
      return null
    })
    if (!used) return
    setLeaving(true)
    const notYet = await signInBy('credentials', { email: used.email, password: given.password })
    // The link is used either way; where signing in asks for more, its page does.
    router.replace(notYet === null ? next : paths.signin(next))
    router.refresh()
  })

  const { password: wrong } = formState.errors
  const busy = formState.isSubmitting || leaving
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4" aria-label={words.do}>
      {use.error && !isAboutPassword(use.error) ? <ErrorState title={words.failed} words={saidBy(use.error)} /> : null}
      {/* For password managers, which keep a password with its address. */}
      <input type="email" value={email} readOnly hidden autoComplete="username" />
      <Field label={words.label} hint={wrong ? null : words.hint(passwordLength)} error={wrong?.message}>
        {(control) => <Input {...control} {...register('password')} type="password" autoComplete={words.complete} />}
      </Field>
      <Button type="submit" look="primary" size="lg" wide busy={busy}>
        {busy ? words.doing : words.do}
      </Button>
    </form>
  )
}

const isAboutPassword = (error: unknown): boolean =>
  ['ACCOUNT.WRONG_PASSWORD', 'ACCOUNT.WEAK_PASSWORD'].includes(appCodeOf(error) ?? '')

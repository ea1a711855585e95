'use client'

import { Button, ErrorState, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { REFUSED_SIGN_IN, refusalOf, type SignInRefusal } from './refusal.ts'
import { signInWithPassword } from './sign-in-with-password.ts'

const schema = z.object({
  email: z.string().trim().min(1, 'Type the e-mail of your account.').pipe(z.email('This is not an e-mail address.')),
  password: z.string().min(1, 'Type your password.'),
})

type SignInFormProps = { next: string; refused: SignInRefusal | null; email?: string }

/** E-mail and password. `next`: where to go on to, a path of this site. */
export function SignInForm({ next, refused: before, email = '' }: SignInFormProps) {
  const router = useRouter()
  const [refused, setRefused] = useState(before)
  const { register, handleSubmit, formState, setFocus, resetField } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email, password: '' },
  })
  const { errors } = formState
  const [leaving, setLeaving] = useState(false)

  const submit = handleSubmit(async (given) => {
    setRefused(null)
    const error = await signInWithPassword(given)
    if (error === null) {
      setLeaving(true)
      router.replace(next)
      router.refresh()
      return
    }
    setRefused(refusalOf(error) ?? 'unreachable')
    if (refusalOf(error) === 'wrong') resetField('password')
    setFocus('password')
  })

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4" aria-label="Sign in">
      {refused ? <ErrorState title={REFUSED_SIGN_IN[refused].title} words={REFUSED_SIGN_IN[refused].words} /> : null}
      <Field label="E-mail" error={errors.email?.message}>
        {(control) => (
          <Input {...control} {...register('email')} type="email" autoComplete="username" inputMode="email" />
        )}
      </Field>
      <Field label="Password" error={errors.password?.message}>
        {(control) => <Input {...control} {...register('password')} type="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" look="primary" size="lg" wide busy={formState.isSubmitting || leaving}>
        {formState.isSubmitting || leaving ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  )
}

'use client'

import { Button, ErrorState, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { CodeForm } from '../security/code-form.tsx'
import { OtherWays } from '../security/other-ways.tsx'
import { refusalWords } from './refusal.ts'
import { type NotSignedIn, signInBy } from './sign-in-by.ts'

const schema = z.object({
  email: z.string().trim().min(1, 'Type the e-mail of your account.').pipe(z.email('This is not an e-mail address.')),
  password: z.string().min(1, 'Type your password.'),
})

type SignInFormProps = {
  next: string
  refused: NotSignedIn | null
  email?: string
  /** Whether Gavel writes letters: new accounts wait for theirs, and a password that is forgotten can be chosen anew. */
  letters: boolean
  /** The ways to sign in beside the password. */
  ways: { google: boolean; passkeys: boolean }
}

/** E-mail and password, and the code after them where the account asks for one. `next`: where to go on to, a path of this site. */
export function SignInForm({ next, refused: before, email = '', letters, ways }: SignInFormProps) {
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
    const notYet = await signInBy('credentials', given)
    if (notYet === null) {
      setLeaving(true)
      router.replace(next)
      router.refresh()
      return
    }
    setRefused(notYet)
    if (notYet.is === 'wrong') resetField('password')
    setFocus('password')
  })

  if (refused?.is === 'needs-second-factor') {
    const again = () => {
      setRefused(null)
      resetField('password')
    }
    return (
      <div className="grid gap-6">
        <CodeForm half={refused.half} next={next} onAgain={again} />
        {/* A passkey needs no code after it; Google does. */}
        <OtherWays google={false} passkeys={ways.passkeys} next={next} />
      </div>
    )
  }
  const words = refused && refusalWords(refused, letters)
  return (
    <div className="grid gap-6">
      <form method="post" noValidate onSubmit={submit} className="grid gap-4" aria-label="Sign in">
        {words ? <ErrorState {...words} /> : null}
        <Field label="E-mail" error={errors.email?.message}>
          {(control) => (
            <Input {...control} {...register('email')} type="email" autoComplete="username" inputMode="email" />
          )}
        </Field>
        <Field label="Password" error={errors.password?.message}>
          {(control) => (
            <Input {...control} {...register('password')} type="password" autoComplete="current-password" />
          )}
        </Field>
        <Button type="submit" look="primary" size="lg" wide busy={formState.isSubmitting || leaving}>
          {formState.isSubmitting || leaving ? 'Signing in' : 'Sign in'}
        </Button>
        {letters ? (
          <Link
            href={paths.forgot}
            className="-my-2 inline-flex min-h-11 items-center justify-self-start text-sm font-semibold underline"
          >
            Forgot your password?
          </Link>
        ) : null}
      </form>
      <OtherWays {...ways} next={next} />
    </div>
  )
}

'use client'

import { Button, ErrorState, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { appCodeOf, issuesOf, saidBy } from '../api-error.ts'
import { OtherWays } from '../security/other-ways.tsx'
import { LetterSent } from './letter-sent.tsx'
import { signInBy } from './sign-in-by.ts'

type AccountFormProps = {
  next: string
  passwordLength: { min: number; max: number }
  /** The inbox of this machine, where letters go nowhere else. */
  inboxUrl: string | null
  /** Whether people may sign in with Google, which makes an account too. */
  google: boolean
}

const schemaFor = ({ min, max }: AccountFormProps['passwordLength']) =>
  z.object({
    name: z.string().trim().min(1, 'Say what people call you.').max(120, 'A name may have at most 120 characters.'),
    email: z
      .string()
      .trim()
      .min(1, 'Type your e-mail address.')
      .max(254, 'This e-mail address is too long.')
      .pipe(z.email('This is not an e-mail address.')),
    password: z
      .string()
      .min(min, `A password has at least ${min} characters.`)
      .max(max, `A password has at most ${max} characters.`),
  })

/**
 * Makes an account. Where Gavel writes letters, the form is answered by one, whatever it comes to; elsewhere the account is signed in and goes on.
 */
export function AccountForm({ next, passwordLength, inboxUrl, google }: AccountFormProps) {
  const router = useRouter()
  const create = useMutation(useTRPC().auth.register.mutationOptions())
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(schemaFor(passwordLength)),
    defaultValues: { name: '', email: '', password: '' },
  })
  const { errors } = formState

  const submit = handleSubmit(async (given) => {
    const made = await create.mutateAsync({ ...given, next }).catch((error: unknown) => {
      if (appCodeOf(error) === 'AUTH.EMAIL_TAKEN')
        setError('email', { message: 'This e-mail has an account already. Sign in with it.' }, { shouldFocus: true })
      const [weak] = issuesOf(error).password ?? []
      if (weak) setError('password', { message: weak }, { shouldFocus: true })
      return null
    })
    // A letter says how it goes on.
    if (!made?.userId) return
    const refused = await signInBy('credentials', given)
    // The account is there either way; where signing in failed, the sign-in page says why.
    router.replace(refused === null ? next : paths.signin(next))
    router.refresh()
  })

  const written = create.data && create.data.userId === null ? create.data.email : null
  if (written !== null)
    return (
      <LetterSent title="Check your e-mail" inboxUrl={inboxUrl} email={written}>
        <p>
          We have written to <span className="font-semibold text-ink">{written}</span>. Open the link and type your
          password once more.
        </p>
        <p>Nothing after a few minutes? Look in your spam folder, or fill in the form again.</p>
      </LetterSent>
    )

  const busy = formState.isSubmitting || create.isSuccess
  const atField = appCodeOf(create.error) === 'AUTH.EMAIL_TAKEN' || 'password' in issuesOf(create.error)
  const failed = create.error && !atField ? create.error : null
  return (
    <div className="grid gap-6">
      <form method="post" noValidate onSubmit={submit} className="grid gap-4" aria-label="Create an account">
        {failed ? <ErrorState title="No account was made" words={`${saidBy(failed)} What you typed is kept.`} /> : null}
        <Field label="Name" hint="As it should stand on a team sheet." error={errors.name?.message}>
          {(control) => <Input {...control} {...register('name')} autoComplete="name" />}
        </Field>
        <Field label="E-mail" error={errors.email?.message}>
          {(control) => (
            <Input {...control} {...register('email')} type="email" autoComplete="email" inputMode="email" />
          )}
        </Field>
        <Field
          label="Password"
          hint={errors.password ? null : `At least ${passwordLength.min} characters.`}
          error={errors.password?.message}
        >
          {(control) => <Input {...control} {...register('password')} type="password" autoComplete="new-password" />}
        </Field>
        <Button type="submit" look="primary" size="lg" wide busy={busy}>
          {busy ? 'Creating the account' : 'Create the account'}
        </Button>
        <p className="text-sm text-muted">
          Watching needs no account.{' '}
          <Link href={paths.home} className="font-semibold whitespace-nowrap text-ink underline">
            See what is on
          </Link>
        </p>
      </form>
      <OtherWays google={google} passkeys={false} next={next} />
    </div>
  )
}

'use client'

import { Button, ErrorState, Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { refusalWords } from '../account/refusal.ts'
import { type NotSignedIn, signInBy } from '../account/sign-in-by.ts'

const schema = z.object({ code: z.string().trim().min(1, 'Type the code.').max(40, 'This is longer than any code.') })

const BY_APP = {
  label: 'Code',
  wrong: 'Type the next one that your app shows. After five minutes, start again.',
  hint: 'Six digits from your authenticator app.',
  input: {
    // The one thing to do here, after a step that led to it.
    autoFocus: true,
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
    className: 'text-lg tracking-[0.3em] tabular-nums',
  },
} as const
const BY_RECOVERY = {
  label: 'Recovery code',
  wrong: 'Try another one. After five minutes, start again.',
  hint: 'One of the ten that you kept. Each works once.',
  input: { autoFocus: true, autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false },
} as const

type CodeFormProps = {
  /** What says that the first step was right. */
  half: string
  /** Where to go on to, a path of this site. */
  next: string
  /** Goes back to the first step. */
  onAgain: () => void
}

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeForm({ half, next, onAgain }: CodeFormProps) {
  const router = useRouter()
  const [byRecovery, setByRecovery] = useState(false)
  const [refused, setRefused] = useState<NotSignedIn | null>(null)
  const [leaving, setLeaving] = useState(false)
  const { register, handleSubmit, formState, reset, resetField, setFocus } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { code: '' },
  })

  const submit = handleSubmit(async ({ code }) => {
    setRefused(null)
    const said = await signInBy('code', { half, code })
    if (said === null) {
      setLeaving(true)
      router.replace(next)
      router.refresh()
      return
    }
    setRefused(said)
    if (said.is === 'wrong') resetField('code')
    setFocus('code')
  })
  const change = () => {
    setByRecovery(!byRecovery)
    setRefused(null)
    reset()
  }
  const asked = byRecovery ? BY_RECOVERY : BY_APP
  const busy = formState.isSubmitting || leaving
  const words = refused && wordsOf(refused, asked.wrong)
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4" aria-label="Second step">
      {words ? <ErrorState {...words} /> : null}
      <Field key={asked.label} label={asked.label} hint={asked.hint} error={formState.errors.code?.message}>
        {(control) => <Input {...control} {...register('code')} {...asked.input} />}
      </Field>
      <Button type="submit" look="primary" size="lg" wide busy={busy}>
        {busy ? 'Signing in' : 'Sign in'}
      </Button>
      <div className="-mx-3 flex flex-wrap justify-between gap-2">
        <Button look="quiet" size="sm" onClick={change}>
          {byRecovery ? 'Use the app’s code' : 'Use a recovery code'}
        </Button>
        <Button look="quiet" size="sm" onClick={onAgain}>
          Start again
        </Button>
      </div>
    </form>
  )
}

const wordsOf = (refused: NotSignedIn, wrong: string) =>
  refused.is === 'wrong' ? { title: 'That code did not work', words: wrong } : refusalWords(refused, false)

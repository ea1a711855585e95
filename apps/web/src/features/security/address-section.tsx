'use client'

import { Badge, Button, ErrorState, Field, Input, Section } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useTRPC } from '../../trpc/client.tsx'
import { LetterSent } from '../account/letter-sent.tsx'
import { appCodeOf, saidBy } from '../api-error.ts'
import { useGuarded } from './proving.tsx'

const schema = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Type the new address.')
    .max(254, 'This e-mail address is too long.')
    .pipe(z.email('This is not an e-mail address.')),
})

type AddressSectionProps = {
  email: string
  /** Whether it was shown that somebody reads it. */
  verified: boolean
  /** Whether Gavel writes letters; without them no address can be confirmed. */
  letters: boolean
  inboxUrl: string | null
}

/** The address that one signs in with and is written to, and another one. Stands below `Proving`. */
export function AddressSection({ email, verified, letters, inboxUrl }: AddressSectionProps) {
  const guarded = useGuarded()
  const trpc = useTRPC()
  const change = useMutation(trpc.account.changeEmail.mutationOptions())
  const confirm = useMutation(trpc.account.askToConfirm.mutationOptions())
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: '' },
  })
  const submit = handleSubmit(async (given) => {
    const done = await guarded(() => change.mutateAsync(given).then(() => true)).catch(() => null)
    if (done) reset()
  })
  const failed = change.error && appCodeOf(change.error) !== 'AUTH.PROVE_FIRST' ? change.error : confirm.error
  const written = change.isSuccess ? change.variables.email : confirm.isSuccess ? email : null
  return (
    <Section
      title="E-mail address"
      aside={verified ? <Badge tone="good">Confirmed</Badge> : <Badge tone="warn">Not confirmed</Badge>}
    >
      <div className="grid gap-4 pt-2">
        <p className="font-semibold [overflow-wrap:anywhere]">{email}</p>
        {failed ? <ErrorState title="No letter was written" words={saidBy(failed)} /> : null}
        {written ? (
          <LetterSent title={`We have written to ${written}`} inboxUrl={inboxUrl} email={written}>
            <p>Open the link in that letter. Until then nothing changes.</p>
          </LetterSent>
        ) : null}
        {letters ? null : (
          <p className="text-sm text-muted">This Gavel sends no e-mail, so the address cannot be changed here.</p>
        )}
        {letters && !verified && !written ? (
          <div>
            <Button busy={confirm.isPending} onClick={() => confirm.mutate()}>
              Send me a link to confirm it
            </Button>
          </div>
        ) : null}
        {letters && !written ? (
          <form method="post" noValidate onSubmit={submit} className="grid gap-4" aria-label="Another e-mail address">
            <Field
              label="New address"
              hint="It counts once you have opened the link that we send there."
              error={formState.errors.email?.message}
              className="max-w-md"
            >
              {(control) => (
                <Input {...control} {...register('email')} type="email" autoComplete="email" inputMode="email" />
              )}
            </Field>
            <div>
              <Button type="submit" busy={formState.isSubmitting}>
                Change the address
              </Button>
            </div>
          </form>
        ) : null}
      </div>
    </Section>
  )
}

'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm } from 'react-hook-form'
import { TeamFields } from '../teams/team-fields.tsx'
import { freeColour, teamSchema } from '../teams/team-schema.ts'
import { RegistrationFrame, useRegister } from './registration-form.tsx'

type OwnerFormProps = {
  slug: string
  /** A price to show the team's colour with. */
  price: number
  currency: string
  full: boolean
  /** Colours of the teams that are there. */
  worn: readonly string[]
  done: () => void
}

/** Enters the viewer as the owner of a new team. */
export function OwnerForm({ slug, price, currency, full, worn, done }: OwnerFormProps) {
  const enter = useRegister(slug, done)
  const form = useForm({
    resolver: zodResolver(teamSchema),
    defaultValues: { name: '', short: '', colour: freeColour(worn) },
  })
  return (
    <FormProvider {...form}>
      <RegistrationFrame
        name="Register a team"
        submit={full ? 'Join the waiting list' : 'Register the team'}
        busy={enter.isPending}
        error={enter.error}
        promise={
          full
            ? 'All team places are taken. You wait in the order in which people came.'
            : 'The team holds a place as soon as this is sent; your paddle is ready once it is confirmed.'
        }
        onSubmit={form.handleSubmit(({ name, ...rest }) =>
          enter.mutate({ slug, details: { kind: 'owner', team: name, ...rest } }),
        )}
      >
        <TeamFields price={price} currency={currency} />
      </RegistrationFrame>
    </FormProvider>
  )
}

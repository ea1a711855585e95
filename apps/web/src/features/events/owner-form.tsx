'use client'

import { Field, Input } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { ColourField } from './colour-field.tsx'
import { RegistrationFrame, useRegister } from './registration-form.tsx'
import { KIT_COLOURS, shortOf, teamSchema } from './team-fields.ts'
import { TeamPreview } from './team-preview.tsx'

type OwnerFormProps = {
  slug: string
  /** A price to show the team's colour with. */
  price: number
  currency: string
  full: boolean
  done: () => void
}

/** Enters the viewer as the owner of a new team. */
export function OwnerForm({ slug, price, currency, full, done }: OwnerFormProps) {
  const enter = useRegister(slug, done)
  const { register, handleSubmit, formState, control, setValue, getFieldState } = useForm({
    resolver: zodResolver(teamSchema),
    defaultValues: { name: '', short: '', colour: KIT_COLOURS[6].hex as string },
  })
  const { errors } = formState
  const shown = useWatch({ control })
  return (
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
      onSubmit={handleSubmit(({ name, ...rest }) =>
        enter.mutate({ slug, details: { kind: 'owner', team: name, ...rest } }),
      )}
    >
      <Field label="Team name" error={errors.name?.message}>
        {(field) => (
          <Input
            {...field}
            {...register('name', {
              onChange: (event: { target: { value: string } }) => {
                // Until somebody types a short name of their own, it follows the name.
                if (!getFieldState('short').isDirty)
                  setValue('short', shortOf(event.target.value), { shouldValidate: formState.isSubmitted })
              },
            })}
            autoComplete="organization"
          />
        )}
      </Field>
      <Field label="Short name" hint="Two to four letters, for the board." error={errors.short?.message}>
        {(field) => (
          <Input {...field} {...register('short')} maxLength={4} autoCapitalize="characters" className="uppercase" />
        )}
      </Field>
      <Controller
        control={control}
        name="colour"
        render={({ field }) => (
          <ColourField value={field.value} onChange={field.onChange} error={errors.colour?.message} />
        )}
      />
      <TeamPreview
        name={shown.name ?? ''}
        short={shown.short ?? ''}
        colour={shown.colour ?? ''}
        price={price}
        currency={currency}
      />
    </RegistrationFrame>
  )
}

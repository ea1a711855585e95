'use client'

import { Field, Input } from '@gavel/ui'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { ColourField } from './colour-field.tsx'
import { TeamPreview } from './team-preview.tsx'
import { shortOf, type teamSchema } from './team-schema.ts'

type TeamFieldsProps = {
  /** A price to show the team's colour with, in the smallest unit of `currency`. */
  price: number
  currency: string
}

/**
 * A team's name, short name and colour, with how it will look on the board. Belongs into a `FormProvider` of a form whose
 * values hold those of `teamSchema`, beside whatever else that form asks. A short name that began empty follows the name until
 * somebody types one.
 */
export function TeamFields({ price, currency }: TeamFieldsProps) {
  const { register, formState, control, setValue, getFieldState } = useFormContext<z.input<typeof teamSchema>>()
  const { errors, defaultValues } = formState
  const shown = useWatch({ control })
  const follow = (name: string) => {
    if (defaultValues?.short || getFieldState('short').isDirty) return
    setValue('short', shortOf(name), { shouldValidate: formState.isSubmitted })
  }
  return (
    <>
      <Field label="Team name" error={errors.name?.message}>
        {(field) => (
          <Input
            {...field}
            {...register('name', { onChange: (event: { target: { value: string } }) => follow(event.target.value) })}
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
    </>
  )
}

'use client'

import { listed } from '@gavel/scoring'
import { Field, Input, Select } from '@gavel/ui'
import { useFormContext, useWatch } from 'react-hook-form'
import { isSport, SPORT_CHOICES } from './formats.ts'

type FormatValues = { sport: string; format: string; numbers: Record<string, string> }

/** Which sport, in which format, with which numbers of one's own. Belongs into a `FormProvider`. */
export function FormatFields() {
  const { register, setValue, control, formState } = useFormContext<FormatValues>()
  const sport = useWatch({ control, name: 'sport' })
  const { errors } = formState
  const { formats, numbers: own } = SPORT_CHOICES[isSport(sport) ? sport : 'cricket']
  return (
    <>
      <Field label="Sport" error={errors.sport?.message}>
        {(field) => (
          <Select
            {...field}
            {...register('sport', {
              onChange: ({ target }: { target: { value: string } }) => {
                const first = isSport(target.value) ? SPORT_CHOICES[target.value].formats[0] : undefined
                setValue('format', first?.id ?? '')
              },
            })}
          >
            {Object.entries(SPORT_CHOICES).map(([id, { name }]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Format" error={errors.format?.message}>
        {(field) => (
          <Select {...field} {...register('format')}>
            {formats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {own.map(({ name, label, only }) => (
        <Field
          key={`${sport} ${name}`}
          label={label}
          optional
          hint={`Empty: the format’s own.${only ? ` One of ${listed(only.map(String))}.` : ''}`}
          error={errors.numbers?.[name]?.message}
        >
          {(field) => <Input {...field} {...register(`numbers.${name}`)} inputMode="numeric" />}
        </Field>
      ))}
    </>
  )
}

'use client'

import { Field, formatMoney, Input, Select } from '@gavel/ui'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { ROLES } from '../players/player-form-schema.ts'
import type { FirstEntry } from './first-entry.ts'

/** A field that may stay empty, or holds a whole number. */
const wholeOrNothing = (min: number, max: number, words: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max), words)
    .transform((text) => (text === '' ? null : Number(text)))

/** What every player says, whatever else the event asks. */
export const playerShape = {
  name: z.string().trim().min(1, 'Type the name that is called out.').max(120, 'At most 120 characters.'),
  country: z.string().trim().min(1, 'Type your country: it decides whether you count as overseas.').max(60),
  role: z.string().pipe(z.enum(ROLES, 'Choose what you do.')),
  base: z.coerce
    .number<string>('Choose the price that bidding starts at.')
    .int()
    .positive('Choose the price that bidding starts at.'),
  age: wholeOrNothing(10, 80, 'A whole number from 10 to 80.'),
  caps: wholeOrNothing(0, 1_000, 'A whole number from 0 to 1000.'),
}
const playerSchema = z.object(playerShape)
type PlayerTyped = z.input<typeof playerSchema>

/** A player's fields before anything is typed, with what is known of the viewer. */
export const emptyPlayer = (first: FirstEntry): PlayerTyped => ({ ...first, base: '', age: '', caps: '' })

/** The same as fields. They belong into a `FormProvider` of a form that holds them. */
export function PlayerFields({ basePrices, currency }: { basePrices: readonly number[]; currency: string }) {
  const { register, formState } = useFormContext<PlayerTyped>()
  const { errors } = formState
  return (
    <>
      <Field label="Name" error={errors.name?.message}>
        {(control) => <Input {...control} {...register('name')} autoComplete="name" />}
      </Field>
      <Field label="Country" error={errors.country?.message}>
        {(control) => <Input {...control} {...register('country')} autoComplete="country-name" />}
      </Field>
      <Field label="Role" error={errors.role?.message}>
        {(control) => (
          <Select {...control} {...register('role')}>
            <option value="">Choose a role</option>
            {ROLES.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Base price" hint="Bidding on you starts here." error={errors.base?.message}>
        {(control) => (
          <Select {...control} {...register('base')}>
            <option value="">Choose a base price</option>
            {basePrices.map((price) => (
              <option key={price} value={price}>
                {formatMoney(price, currency)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Age" optional hint="Bidders see it." error={errors.age?.message}>
          {(control) => <Input {...control} {...register('age')} inputMode="numeric" />}
        </Field>
        <Field label="Caps" optional error={errors.caps?.message}>
          {(control) => <Input {...control} {...register('caps')} inputMode="numeric" />}
        </Field>
      </div>
    </>
  )
}

'use client'

import { Field, formatMoney, Input, Select } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { ROLES } from '../players/player-form-schema.ts'
import type { FirstEntry } from './first-entry.ts'
import { RegistrationFrame, useRegister } from './registration-form.tsx'

/** A field that may stay empty, or holds a whole number. */
const wholeOrNothing = (min: number, max: number, words: string) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max), words)
    .transform((text) => (text === '' ? null : Number(text)))

const schema = z.object({
  name: z.string().trim().min(1, 'Type the name that is called out.').max(120, 'At most 120 characters.'),
  country: z.string().trim().min(1, 'Type your country: it decides whether you count as overseas.').max(60),
  role: z.enum(ROLES, 'Choose what you do.'),
  base: z.coerce
    .number<string>('Choose the price that bidding starts at.')
    .int()
    .positive('Choose the price that bidding starts at.'),
  age: wholeOrNothing(10, 80, 'A whole number from 10 to 80.'),
  caps: wholeOrNothing(0, 1_000, 'A whole number from 0 to 1000.'),
})

type PlayerFormProps = {
  slug: string
  /** What is known of the viewer. */
  first: FirstEntry
  basePrices: readonly number[]
  currency: string
  full: boolean
  done: () => void
}

/** Enters the viewer into the event's pool of players. */
export function PlayerForm({ slug, first, basePrices, currency, full, done }: PlayerFormProps) {
  const enter = useRegister(slug, done)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { ...first, role: first.role as 'Batter', base: '', age: '', caps: '' },
  })
  const { errors } = formState
  return (
    <RegistrationFrame
      name="Register as a player"
      submit={full ? 'Join the waiting list' : 'Register as a player'}
      busy={enter.isPending}
      error={enter.error}
      promise={
        full
          ? 'All places are taken. You wait in the order in which people came, and move up when one is freed.'
          : 'You hold a place as soon as this is sent; the pool confirms it in a moment.'
      }
      onSubmit={handleSubmit((details) => enter.mutate({ slug, details: { kind: 'player', ...details } }))}
    >
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
        <Field label="Age" optional error={errors.age?.message}>
          {(control) => <Input {...control} {...register('age')} inputMode="numeric" />}
        </Field>
        <Field label="Caps" optional error={errors.caps?.message}>
          {(control) => <Input {...control} {...register('caps')} inputMode="numeric" />}
        </Field>
      </div>
    </RegistrationFrame>
  )
}

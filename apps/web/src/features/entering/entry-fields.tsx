'use client'

import { type Ages, dayWords } from '@gavel/registration'
import { Field, Input, Select } from '@gavel/ui'
import { useFormContext, useWatch } from 'react-hook-form'
import { AskedFields } from './asked-fields.tsx'
import { asksBirth, type EntryTyped } from './entry-typed.ts'
import { priceOfSeats } from './price.ts'
import type { AskedTerms } from './terms.ts'

type EntryFieldsProps = {
  terms: AskedTerms
  /** The day that ages count on. */
  ageDay: string
  /** Whether it is asked for how many; who takes a seat of somebody else's group is not asked. */
  group?: boolean
}

/** What every entry is asked beside its own details. Belongs into a `FormProvider` of a form that holds an `EntryTyped`. */
export function EntryFields({ terms, ageDay, group = true }: EntryFieldsProps) {
  const { register, formState, control } = useFormContext<EntryTyped>()
  const { errors } = formState
  const [category, seats] = useWatch({ control, name: ['category', 'seats'] })
  const chosen = terms.categories.find(({ id }) => id === category)
  return (
    <>
      {terms.categories.length > 0 ? (
        <Field label="Category" error={errors.category?.message} hint={chosen && agesHint(chosen.ages, ageDay)}>
          {(field) => (
            <Select {...field} {...register('category')} required>
              <option value="">Choose a category</option>
              {terms.categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {asksBirth(terms, category) ? (
        <Field label="Date of birth" hint={agesHint(terms.ages, ageDay)} error={errors.born?.message}>
          {(field) => <Input {...field} {...register('born')} type="date" max={ageDay} autoComplete="bday" required />}
        </Field>
      ) : null}
      <AskedFields
        questions={terms.questions}
        field={(id) => register(`answers.${id}`)}
        error={(id) => errors.answers?.[id]?.message}
      />
      {group && terms.seats > 1 ? (
        <Field
          label={terms.kind === 'player' ? 'Enter for' : 'Pay the deposit in'}
          error={errors.seats?.message}
          hint={groupHint(terms, Number(seats))}
        >
          {(field) => (
            <Select {...field} {...register('seats')}>
              {Array.from({ length: terms.seats }, (_, i) => i + 1).map((count) => (
                <option key={count} value={count}>
                  {countWords(terms.kind, count)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
    </>
  )
}

function countWords(kind: AskedTerms['kind'], count: number): string {
  if (kind === 'owner') return count === 1 ? 'One payment' : `${count} shares`
  return count === 1 ? 'Myself' : `A group of ${count}, myself and ${count - 1} more`
}

function groupHint(terms: AskedTerms, seats: number): string | null {
  if (!(seats > 1)) return null
  const price = priceOfSeats(terms, seats)
  return terms.kind === 'owner'
    ? `You pay one share${price ? `, ${price.each}` : ''}, and get a link for whoever pays the others.`
    : `You hold ${seats} places and get a link: each of the others takes a seat${price ? ` and pays ${price.each}` : ''}.`
}

function agesHint({ min, max }: Ages, ageDay: string): string | null {
  const on = dayWords(ageDay)
  if (min !== null && max !== null) return `${min} to ${max} years on ${on}.`
  if (min !== null) return `At least ${min} years on ${on}.`
  return max === null ? null : `At most ${max} years on ${on}.`
}

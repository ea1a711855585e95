'use client'

import { Button, Field, Input } from '@gavel/ui'
import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { type EntriesInput, type KindName, MOST_CATEGORIES } from './entries-schema.ts'

const NEW_CATEGORY = { id: '', name: '', ageMin: '', ageMax: '' }

/** The categories of which everybody chooses one, each with ages of its own. */
export function CategoriesField({ name }: { name: KindName }) {
  const { register, formState, control } = useFormContext<EntriesInput>()
  const path = `${name}.categories` as const
  const { fields, append, remove } = useFieldArray({ control, name: path, keyName: 'key' })
  const errors = formState.errors[name]?.categories
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-3">
      <legend className="mb-1.5 text-sm font-semibold">
        Categories <span className="font-normal text-muted">(optional)</span>
      </legend>
      {fields.length === 0 ? (
        <p className="text-sm text-muted">None: nobody is asked. With categories everybody chooses one of them.</p>
      ) : (
        <ul className="grid grid-cols-1 gap-4 sm:gap-3">
          {fields.map(({ key }, i) => (
            <li
              key={key}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-3 border-b pb-4 sm:grid-cols-[minmax(0,2fr)_1fr_1fr_auto] sm:border-b-0 sm:pb-0"
            >
              <Field label="Name" error={errors?.[i]?.name?.message} className="col-span-3 sm:col-span-1">
                {(field) => <Input {...field} {...register(`${path}.${i}.name`)} autoComplete="off" />}
              </Field>
              <Field label="Youngest" error={errors?.[i]?.ageMin?.message}>
                {(field) => <Input {...field} {...register(`${path}.${i}.ageMin`)} inputMode="numeric" />}
              </Field>
              <Field label="Oldest" error={errors?.[i]?.ageMax?.message}>
                {(field) => <Input {...field} {...register(`${path}.${i}.ageMax`)} inputMode="numeric" />}
              </Field>
              <Button
                look="quiet"
                size="icon"
                className="mt-6.5"
                aria-label={`Remove category ${i + 1}`}
                onClick={() => remove(i)}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="sm"
        className="justify-self-start"
        icon={<Plus aria-hidden className="size-4" />}
        disabledReason={fields.length >= MOST_CATEGORIES ? `At most ${MOST_CATEGORIES} categories.` : null}
        onClick={() => append(NEW_CATEGORY)}
      >
        Add a category
      </Button>
    </fieldset>
  )
}
